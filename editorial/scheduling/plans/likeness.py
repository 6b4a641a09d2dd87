"""What is already planned or published that a new title, or its topic, repeats."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Q, Subquery
from wagtail.models import Page

from articles.common_ground import any_of, tagged
from articles.full_text import article_types
from core.site_time import in_words
from core.status import annotate_schedule, status_of
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.overview import editable
from topics.models import TopicPage
from users.models import User

#: How much of their words two titles share when they look alike.
ALIKE = 0.6
#: Two pages on one topic are close when no more lies between them.
CLOSE = timedelta(days=14)
SHOWN = 4
#: What titles have in common without having anything in common.
FILLERS = {"about", "does", "from", "have", "into", "that", "this", "what", "when", "with", "your"}


@dataclass(frozen=True)
class Likeness:
    """A page that looks like what is being planned, and why."""

    page: Page
    why: str
    #: Whether whoever plans may know of it: nobody learns of another's embargo here.
    is_known: bool

    @property
    def where(self) -> str:
        """Where it stands: “Scheduled, Tue 25 Nov 09:00”."""
        moment = self.page.plan_moment or (self.page.first_published_at if self.page.live else None)
        word = status_of(self.page).word
        return f"{word}, {in_words(moment)}" if moment else word


def alike(title: str, topic: TopicPage | None, moment: datetime | None, user: User) -> list[Likeness]:
    """The pages that are like a planned one: by their title first, then by their topic about the same time."""
    found = {page.pk: (page, "Its title is much the same.") for page in with_title_like(title)}
    if topic and moment:
        for page in on_topic_near(topic, moment):
            found.setdefault(page.pk, (page, f"It is about {topic.title}, too, about the same time."))
    known = editable(user, found)
    return [Likeness(page, why, page.live or page.pk in known) for page, why in list(found.values())[:SHOWN]]


def with_title_like(title: str) -> Iterable[Page]:
    """The articles whose title shares most of its words, whoever may edit them, as readers may meet both."""
    words = words_of(title)
    if not words:
        return []
    # Compared here: databases have no common measure, and five thousand titles are read in a moment.
    titles = articles().values_list("pk", "draft_title")
    near = sorted(((share(words, words_of(text)), pk) for pk, text in titles), reverse=True)[:SHOWN]
    return prepared(articles().filter(pk__in=[pk for measure, pk in near if measure >= ALIKE]))


def on_topic_near(topic: TopicPage, moment: datetime) -> Iterable[Page]:
    """The articles with a topic that go live, or went live, within some days of a moment."""
    span = (moment - CLOSE, moment + CLOSE)
    near = Q(plan_moment__range=span) | Q(live=True, first_published_at__range=span)
    tagged_pages = articles().filter(any_of(tagged(model, [topic.pk]) for model in article_types()))
    return prepared(tagged_pages).filter(near)[:SHOWN]


def articles():
    """Every article, whatever its type."""
    return Page.objects.type(*article_types()).order_by("pk")


def prepared(pages):
    """The pages with what a likeness says of them."""
    moment = PlannedPage.objects.filter(page=OuterRef("pk")).values("moment")
    return annotate_schedule(pages).annotate(plan_moment=Subquery(moment))


def words_of(title: str) -> set[str]:
    """The telling words of a title; one and many count as the same."""
    words = re.findall(r"\w{4,}", title.lower())
    return {word.rstrip("s") for word in words if word not in FILLERS}


def share(one: set[str], other: set[str]) -> float:
    """How much of all their words two titles share, from 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0
