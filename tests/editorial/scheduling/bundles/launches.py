"""Launches: a new post, a changed condition and a changed home page that go live at one second."""

from datetime import datetime

from wagtail.models import Page, PageLogEntry, Revision

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.scheduling.bundles.joining import join
from editorial.scheduling.bundles.planning import schedule
from editorial.scheduling.due import DueItem
from editorial.scheduling.models import Bundle, BundleMember, Kind
from home.models import HomePage
from tests.core import bodies
from tests.editorial.scheduling.mornings import NINE
from tests.publication import draft, publish, published
from tests.users.factories import UserFactory


def new_post(**values) -> Page:
    """A post nobody has published."""
    return draft(BlogPostPage, **({"title": "New balm"} | values))


def changed_condition(*linked: Page) -> Page:
    """A live condition with a change that leads to some pages."""
    page = published(ConditionPage, title="Milia", standfirst="Old words")
    links = "".join(f'<p>Read <a linktype="page" id="{one.pk}">what is new</a>.</p>' for one in linked)
    page.standfirst = "New words"
    page.body.append(bodies.text(links or "<p>More.</p>"))
    page.save_revision()
    return page


def changed_home(lead: Page | None = None) -> Page:
    """The home page with a change, published once before."""
    home = HomePage.objects.get()
    home.heading = "Old promise"
    publish(home)
    home = HomePage.objects.get()
    home.heading, home.lead = "New promise", lead
    home.save_revision()
    return home


def bundle_of(*pages: Page, name: str = "Spring launch", user=None) -> Bundle:
    """A bundle of some pages, with no moment yet."""
    user = user or UserFactory(is_superuser=True)
    bundle = Bundle.objects.create(name=name, created_by=user)
    for page in pages:
        join(bundle, Page.objects.get(pk=page.pk), user)
    return bundle


def scheduled(*pages: Page, moment: datetime = NINE, ends_at: datetime | None = None, **values) -> Bundle:
    """A bundle of some pages that goes live at a moment."""
    bundle = bundle_of(*pages, **values)
    schedule(bundle, moment, ends_at, bundle.created_by)
    return bundle


def launch(ends_at: datetime | None = None) -> tuple[Bundle, list[Page]]:
    """A launch of three pages at nine, each leading to the next, and the pages: post, condition, home."""
    post = new_post()
    pages = [post, changed_condition(post), changed_home(post)]
    return scheduled(*pages, ends_at=ends_at), pages


def item_of(bundle: Bundle, kind: Kind = Kind.BUNDLE) -> DueItem:
    """The due item of a bundle."""
    bundle.refresh_from_db()
    return DueItem(kind, bundle.pk, bundle.moment if kind == Kind.BUNDLE else bundle.ends_at)


def member_of(page: Page) -> BundleMember:
    """The row of a page in its open bundle."""
    return BundleMember.objects.get(page=page.pk, is_open=True)


def planned_revision(page: Page) -> Revision:
    """The version of a page that is scheduled."""
    return Revision.page_revisions.get(object_id=str(page.pk), approved_go_live_at__isnull=False)


def shown(pages: list[Page]) -> list[bool]:
    """Of each page whether readers see what the bundle brings."""
    return [Page.objects.get(pk=page.pk).live_revision_id == versions_of(page)[-1] for page in pages]


def versions_of(page: Page) -> list[int]:
    """The versions of a page, the oldest first."""
    keys = Revision.page_revisions.filter(object_id=str(page.pk)).order_by("pk")
    return list(keys.values_list("pk", flat=True))


def logged(pages: list[Page], action: str = "wagtail.publish.scheduled") -> list[int]:
    """How often something stands in the history of each page."""
    return [PageLogEntry.objects.filter(page=page.pk, action=action).count() for page in pages]
