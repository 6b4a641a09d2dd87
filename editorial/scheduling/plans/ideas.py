"""Planning a page that nobody has begun to write: a draft with a title, for somebody, for a moment."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from wagtail.coreutils import find_available_slug
from wagtail.models import Page

from articles.full_text import article_types
from articles.models import ArticlePage
from core.forms import put_starter_blocks
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.plans.in_step import keep_in_step
from topics.models import TopicPage
from users.models import User


@dataclass(frozen=True)
class Place:
    """A type of page somebody may plan, and the page below which it stands."""

    model: type[ArticlePage]
    parent: Page

    @property
    def name(self) -> str:
        """How the type is called in an address."""
        return self.model._meta.model_name

    @property
    def label(self) -> str:
        """How the type is called on a screen."""
        return self.model.get_verbose_name()


def places(user: User) -> list[Place]:
    """What a user may plan, in the order of its words, in a number of queries that does not grow with the site."""
    models = {model: model.allowed_parent_page_models() for model in article_types()}
    every_parent = {parent for parents in models.values() for parent in parents}
    pages = Page.objects.exact_type(*every_parent).order_by("path").specific(defer=True)
    parents = {type(page): page for page in reversed(pages)}
    found = [
        Place(model, parent)
        for model, allowed in models.items()
        if (parent := next((parents[one] for one in allowed if one in parents), None))
        and parent.permissions_for_user(user).can_add_subpage()
    ]
    return sorted(found, key=lambda place: place.label)


@transaction.atomic
def plan_page(
    place: Place,
    title: str,
    planner: User,
    *,
    topic: TopicPage | None = None,
    moment: datetime | None = None,
    assignee: User | None = None,
    **agreed,
) -> ArticlePage:
    """A draft as its form would begin it, and beside it what was agreed on.

    It belongs to whoever writes it, because a writer may change what is theirs alone.
    """
    slug = find_available_slug(place.parent, slugify(title, allow_unicode=True) or place.name)
    page = place.model(title=title, slug=slug, live=False, owner=assignee or planner, go_live_at=moment)
    put_starter_blocks(page)
    place.parent.add_child(instance=page)
    if topic:
        page.topics = [topic]
    page.save_revision(user=planner, clean=False, log_action="wagtail.create")
    keep_in_step(page, moment)
    PlannedPage.objects.update_or_create(page=page, defaults=agreed | {"assignee": assignee, "is_idea": True})
    return page
