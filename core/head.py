"""What the head of a page tells search engines, and whoever the page is shared with."""

import html
import re
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest
from django.utils.text import Truncator
from wagtail.models import Page

from core.readable import is_readable

#: What search engines show of a title, and what of a description; one below the least is filled up.
LONGEST_TITLE = 65
LEAST, MOST = 50, 160
#: Where a page says in a sentence or two what it is about, the best place first.
DESCRIBING = (
    "search_description",
    "standfirst",
    "short_answer",
    "definition",
    "function",
    "introduction",
    "biography",
)
TAG = re.compile(r"<[^>]+>")
SENTENCE_END = re.compile(r"[.!?…][”’\")]*(?=\s|$)")


@dataclass(frozen=True)
class Head:
    """One page as its head describes it; without an address it is not for search engines."""

    title: str = ""
    description: str = ""
    address: str = ""
    kind: str = "website"
    picture: object = None
    picture_alt: str = ""
    published_at: datetime | None = None
    updated_at: datetime | None = None
    authors: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)


def head_of(page: Page | None, site, request: HttpRequest | None, number: int = 1) -> Head:
    """The head of a page, or of the sheet with this number of a list; of an error or the search when there is none."""
    if page is None or site is None:
        return Head(description=in_brief(site.tagline) if site else "")
    kind = getattr(page, "share_kind", "website")
    shown = {
        "title": page.seo_title or getattr(page, "full_name", "") or page.title,
        "description": description_of(page, site.tagline),
        "address": canonical_address(page, request, number),
        "kind": kind,
        **picture_of(page, site),
    }
    if kind == "article":
        people = [row.person for row in page.authors if is_readable(row.person)]
        shown |= {
            "published_at": page.published_at,
            "updated_at": page.updated_at,
            "authors": [person.get_full_url(request) for person in people],
            "topics": [topic.title for topic in page.topic_list],
        }
    return Head(**shown)


def has_room_for(site_name: str, title: str) -> bool:
    """Whether search engines would show the name of the site behind this title."""
    return bool(site_name) and len(f"{title} · {site_name}") <= LONGEST_TITLE


def description_of(page: Page, tagline: str) -> str:
    """What the page is about, from as many of its own sentences as it takes; the site's line comes last."""
    said: list[str] = []
    for text in [*(plain_text(getattr(page, name, None)) for name in DESCRIBING), plain_text(tagline)]:
        if len(" ".join(said)) >= LEAST:
            break
        if text and text not in said:
            said.append(text if SENTENCE_END.search(text[-3:]) else f"{text}.")
    return in_brief(" ".join(said))


def in_brief(text: str) -> str:
    """Whole sentences as far as there is room for them, or words when the first sentence is too long."""
    if len(text) <= MOST:
        return text
    ends = [match.end() for match in SENTENCE_END.finditer(text[: MOST + 1]) if LEAST <= match.end() <= MOST]
    if ends:
        return text[: ends[-1]]
    cut = Truncator(text).chars(MOST, truncate="")
    return f"{cut.rpartition(' ')[0].rstrip(' ,;:–-') or cut[:-1]}…"


def plain_text(text: str | None) -> str:
    """Text or rich text as one line of words."""
    return " ".join(html.unescape(TAG.sub(" ", text or "")).split())


def canonical_address(page: Page, request: HttpRequest | None, number: int = 1) -> str:
    """The one address search engines should know what is shown by.

    A list filtered by a topic shows part of what the topic's own page shows, and a copy that follows another page the
    whole of it: both name the other. Each sheet of a list is known by its own number.
    """
    topic = getattr(page, "topic", None)
    if is_readable(topic):
        return topic.get_full_url(request) or ""
    if page.alias_of_id and is_readable(page.alias_of):
        page = page.alias_of
    address = page.get_full_url(request) or ""
    return f"{address}?page={number}" if address and number > 1 else address


def picture_of(page: Page, site) -> dict[str, object]:
    """The picture that stands for the page when it is shared, with its description."""
    own = getattr(page, "image", None) or getattr(page, "photo", None)
    image = own or site.share_image
    picture = image.at("share") if image else None
    if picture is None:
        return {}
    said = getattr(page, "image_alt", "") if own else ""
    return {"picture": picture, "picture_alt": said or image.default_alt_text or (page.title if own else site.name)}
