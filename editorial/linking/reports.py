"""The report on links: what leads nowhere, what nothing leads to, and links that readers do not get, or soon lose."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page, ReferenceIndex, Revision, get_default_page_content_type
from wagtail.permissions import policy_registry

from articles.models import ArticlePage
from core.links import NOT_SHOWN, linked_pages
from core.not_live import reasons
from core.readable import readable_in
from core.site_time import in_words
from editorial.linking.stored_links import text_links
from users.models import User

#: More are not shown at once: those are mended first.
SHOWN = 200


@dataclass(frozen=True)
class Finding:
    """One page and what is the matter with it; ``other`` is the page at the other end."""

    page: Page
    words: str = ""
    other: Page | None = None


@dataclass(frozen=True)
class Question:
    """One thing the report tells."""

    name: str
    title: str
    means: str
    find: Callable[["LinkTable"], Iterator[Finding]]


class LinkTable:
    """The links between live pages, as the reference index has them, read in two queries."""

    def __init__(self) -> None:
        self.live = {page.pk: page for page in Page.objects.live().filter(depth__gt=1, alias_of=None)}
        self.readable = {page.pk for page in readable_in(Page.objects.filter(pk__in=self.live))}
        self.to: dict[int, set[int]] = defaultdict(set)
        self.of: dict[int, set[int]] = defaultdict(set)
        kind = get_default_page_content_type()
        rows = ReferenceIndex.objects.filter(base_content_type=kind, to_content_type=kind)
        for source, target in rows.exclude(model_path__in=NOT_SHOWN).values_list("object_id", "to_object_id"):
            if int(source) in self.live and source != target:
                self.of[int(source)].add(int(target))
                self.to[int(target)].add(int(source))

    @property
    def articles(self) -> list[Page]:
        """The live articles, which are there to be found from one another."""
        keys = ArticlePage.__subclasses__()
        return [page for page in self.live.values() if issubclass(page.specific_class or Page, tuple(keys))]


def orphans(table: LinkTable) -> Iterator[Finding]:
    """Articles that no other page leads to: readers find them in lists and by searching alone."""
    for page in table.articles:
        if not table.to[page.pk] & table.readable:
            yield Finding(page)


def dead_ends(table: LinkTable) -> Iterator[Finding]:
    """Articles that lead to no page that readers see."""
    for page in table.articles:
        if not table.of[page.pk] & table.readable:
            yield Finding(page)


def not_live(table: LinkTable) -> Iterator[Finding]:
    """Links of live pages that readers do not get."""
    now = timezone.now()
    targets = Page.objects.in_bulk({target for page in table.live for target in table.of[page]})
    for pk, why in reasons(targets, now):
        for source in sorted(table.to[pk] & table.live.keys()):
            yield Finding(table.live[source], f"It {why}.", targets[pk])
    texts = dict(text_links(table.live))
    named = {key for keys in texts.values() for key in keys}
    gone = named - set(Page.objects.filter(pk__in=named).values_list("pk", flat=True))
    for source, keys in texts.items():
        for _ in keys & gone:
            yield Finding(table.live[source], "It links to a page that has been deleted.")


def about_to_break(table: LinkTable) -> Iterator[Finding]:
    """Links that readers lose when their page goes offline, or that go live before it does."""
    now = timezone.now()
    ending = [page for page in table.live.values() if page.expire_at and page.expire_at > now]
    for page in ending:
        for source in sorted(table.to[page.pk] & table.live.keys()):
            yield Finding(table.live[source], f"It goes offline on {in_words(page.expire_at)}.", page)
    for revision in Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at"):
        page = revision.as_object()
        moment = revision.approved_go_live_at
        targets = Page.objects.in_bulk(linked_pages(page))
        for pk, why in reasons(targets, moment):
            words = f"The version that goes live on {in_words(moment)} leads to it, and it {why}."
            yield Finding(page, words, targets[pk])


QUESTIONS = [
    Question("gaps", "Links to pages not live", "Readers see the words of these links without a link.", not_live),
    Question("soon", "Links about to break", "Readers will lose these links unless somebody acts.", about_to_break),
    Question("orphans", "Orphans", "No other page leads to these: only lists and the search do.", orphans),
    Question("ends", "Dead ends", "These lead to no other page that readers see.", dead_ends),
]


class LinksReportView(WagtailAdminTemplateMixin, TemplateView):
    """One question at a time, with the number of findings beside each."""

    template_name = "editorial/linking/report.html"
    page_title = "Links"
    header_icon = "link"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        table, own = LinkTable(), own_pages(self.request.user)
        found = {one.name: [each for each in one.find(table) if each.page.pk in own] for one in QUESTIONS}
        asked = next((one for one in QUESTIONS if one.name == self.request.GET.get("show")), QUESTIONS[0])
        tabs = [(one, len(found[one.name]), one is asked) for one in QUESTIONS]
        findings = found[asked.name]
        return super().get_context_data(**kwargs) | {
            "tabs": tabs,
            "question": asked,
            "findings": findings[:SHOWN],
            "more": max(0, len(findings) - SHOWN),
            "known": own | table.readable,
        }


def own_pages(user: User) -> set[int]:
    """The pages a user may edit."""
    policy = policy_registry.get_by_type(Page)
    return set(policy.instances_user_has_permission_for(user, "change").values_list("pk", flat=True))
