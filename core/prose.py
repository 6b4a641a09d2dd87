"""The rich text of one page read as a whole: citations numbered across blocks, pages and documents loaded together."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString
from django.utils.text import slugify
from wagtail.documents import get_document_model
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page
from wagtail.rich_text import RichText, expand_db_html
from wagtail.rich_text.rewriters import extract_attrs

from core.contents import values_of
from core.readable import is_readable, readable_in

LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.DOTALL)
#: Larger numbers cannot be keys and would make the database refuse the whole query.
KEY = re.compile(r"[0-9]{1,18}")


def anchor(text: str) -> str:
    """The id of a heading, from its words."""
    return slugify(unescape(strip_tags(text)), allow_unicode=True) or "section"


def links(html: str) -> Iterator[tuple[str, int]]:
    """The kind and key of each link to something stored here, in order."""
    for match in LINK.finditer(html):
        attributes = extract_attrs(match[1])
        if "linktype" in attributes and KEY.fullmatch(attributes.get("id", "")):
            yield attributes["linktype"], int(attributes["id"])


def source_of(value: RichText | str | None) -> str:
    """The stored form of a rich text value."""
    return value.source if isinstance(value, RichText) else value or ""


class Prose:
    """Knows every citation and internal link of a page, and renders its rich text accordingly."""

    def __init__(self, page: Page) -> None:
        self.page = page
        #: Keys of the cited sources, one for each citation, in reading order.
        self.citations: list[int] = []
        self.linked_pages: set[int] = set()
        self.linked_documents: set[int] = set()
        self._known: dict[int, Page | None] = {}
        self._first_citation: dict[int | str, int] = {}
        # Values are told apart by identity, so they have to stay alive as long as this.
        self._values = [value for value in values_of(page) if isinstance(value, RichText)]
        for value in self._values:
            self._read(value)

    def _read(self, value: RichText) -> None:
        place = len(self.citations)
        self._first_citation[id(value)] = place
        self._first_citation.setdefault(source_of(value), place)
        for kind, key in links(source_of(value)):
            if kind == "source":
                self.citations.append(key)
            elif kind == "page":
                self.linked_pages.add(key)
            elif kind == "document":
                self.linked_documents.add(key)

    def know(self, pages: Iterable[Page], gone: Iterable[int] = ()) -> None:
        """Take over pages that are loaded anyway, and keys of which no others are left: links to them cost nothing."""
        self._known.update(dict.fromkeys(gone) | {page.pk: page for page in pages})

    @cached_property
    def documents(self) -> dict[int, AbstractDocument]:
        """The documents linked to; whoever has loaded them already may set them."""
        return get_document_model().objects.in_bulk(self.linked_documents) if self.linked_documents else {}

    @cached_property
    def _readable_links(self) -> dict[int, Page]:
        found = {key: page for key, page in self._known.items() if key in self.linked_pages and is_readable(page)}
        missing = self.linked_pages - self._known.keys()
        return found | (readable_in(Page.objects.filter(pk__in=missing)).in_bulk() if missing else {})

    def render(self, value: RichText | str | None, request: HttpRequest | None = None) -> SafeString:
        """Rich text as readers see it."""
        source = source_of(value)
        place = self._first_citation.get(id(value), self._first_citation.get(source, 0))
        numbers = getattr(self.page, "citation_numbers", {})

        def rewrite(match: re.Match) -> str:
            nonlocal place
            for kind, key in links(match[0]):
                if kind == "page":
                    target = self._readable_links.get(key)
                    return f'<a href="{escape(target.get_url(request))}">{match[2]}</a>' if target else match[2]
                if kind == "document":
                    document = self.documents.get(key)
                    return f'<a href="{escape(document.url)}">{match[2]}</a>' if document else match[2]
                if kind == "source":
                    place += 1
                    return match[2] + reference(numbers.get(key), place)
            return match[0]

        return finish(LINK.sub(rewrite, source))


def reference(number: int | None, place: int) -> str:
    """The raised number after cited words, which leads to the source list; nothing for a source that is gone."""
    if number is None:
        return ""
    return format_html(
        '<sup class="cite"><a href="#source-{}" id="cite-{}" aria-label="Source {}">{}</a></sup>',
        number,
        place,
        number,
        number,
    )


def finish(html: str) -> SafeString:
    """Stored rich text with anchors on its headings, documents and embeds put in, and no link that leads nowhere."""
    html = HEADING.sub(lambda match: f'<h2 id="{escape(anchor(match[1]))}">{match[1]}</h2>', html)
    html = re.sub(r"<a>(.*?)</a>", r"\1", expand_db_html(html), flags=re.DOTALL)
    return render_to_string("wagtailcore/shared/richtext.html", {"html": html})


def prose_of(page: Page) -> Prose:
    """The prose of a page, read once."""
    if "_prose" not in page.__dict__:
        page._prose = Prose(page)
    return page._prose
