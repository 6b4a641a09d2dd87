"""Which pages wait for others, which bundles are due, and which versions of their pages go live with them."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Q, QuerySet
from wagtail.models import Page, Revision, get_default_page_content_type

from core.shown import row_in
from editorial.scheduling.models import Bundle, BundleMember, Kind


def is_of_page(revision: Revision) -> bool:
    """Whether a revision is a page's; others go live by the schedule, too."""
    return revision.base_content_type_id == get_default_page_content_type().pk


def waiting_members() -> QuerySet[BundleMember]:
    """The members of bundles that readers have seen nothing of yet."""
    return BundleMember.objects.filter(is_open=True, bundle__live_at=None)


def waiting_bundle_of(page_id: int) -> Bundle | None:
    """The bundle a page waits for; asked by whoever is about to put it live without."""
    return Bundle.objects.filter(live_at=None, members__is_open=True, members__page=page_id).first()


def open_bundle_of(page_id: int) -> Bundle | None:
    """The bundle that has something left to do with a page: to go live, or to end."""
    return Bundle.objects.filter(members__is_open=True, members__page=page_id).first()


def one_by_one(revisions: QuerySet[Revision]) -> QuerySet[Revision]:
    """Those of some revisions that go live by themselves."""
    keys = [str(pk) for pk in waiting_members().filter(page__isnull=False).values_list("page_id", flat=True)]
    if not keys:
        return revisions
    return revisions.exclude(base_content_type=get_default_page_content_type(), object_id__in=keys)


def due_bundles(now: datetime) -> Iterator[tuple[Kind, int, datetime]]:
    """Kind, key and moment of each bundle that is to end or to go live, in this order: one query for the worker."""
    is_due = Q(live_at=None, moment__lte=now) | Q(live_at__isnull=False, ended_at=None, ends_at__lte=now)
    bundles = list(Bundle.objects.filter(is_due).order_by("pk"))
    yield from ((Kind.BUNDLE_END, one.pk, one.ends_at) for one in bundles if not one.is_waiting)
    yield from ((Kind.BUNDLE, one.pk, one.moment) for one in bundles if one.is_waiting)


def coming_ends(start: datetime, end: datetime) -> QuerySet:
    """Path and moment of each page whose live bundle ends between two moments; caches keep it no longer."""
    return _members_ending(start, end).values_list("page__path", "bundle__ends_at")


def coming_ends_of_aliases(start: datetime, end: datetime) -> QuerySet:
    """The same of each alias of such a page, which changes with it."""
    members = _members_ending(start, end).filter(page__aliases__isnull=False)
    return members.values_list("page__aliases__path", "bundle__ends_at")


def _members_ending(start: datetime, end: datetime) -> QuerySet[BundleMember]:
    bundles = Bundle.objects.filter(live_at__isnull=False, ended_at=None, ends_at__gt=start, ends_at__lte=end)
    return BundleMember.objects.filter(is_open=True, bundle__in=bundles, page__isnull=False)


def ends_offline(keys: Iterable[int]) -> dict[int, datetime]:
    """When each of some pages, by key, goes offline with its bundle: the others show then what they did before."""
    ending = Bundle.objects.filter(ends_at__isnull=False, ended_at=None)
    members = BundleMember.objects.filter(is_open=True, page__in=list(keys), bundle__in=ending)
    return {one.page_id: one.bundle.ends_at for one in members.select_related("bundle", "page") if goes_offline(one)}


def goes_offline(member: BundleMember) -> bool:
    """Whether the end of its bundle takes a page from readers; what was published by hand since stays."""
    page = member.page
    if member.bundle.is_waiting:
        return not page.live
    return page.live and page.live_revision_id == member.shown_id and not row_in(member.before, page.pk)["live"]


def members_of(bundle: Bundle) -> list[BundleMember]:
    """The members of a bundle, a page above before those below it; what has been deleted comes last."""
    members = bundle.members.select_related("page")
    return sorted(members, key=lambda one: (one.page is None, one.page.path if one.page else "", one.pk))


def planned_versions(members: Iterable[BundleMember]) -> dict[int, Revision]:
    """The scheduled revision of each member's page, by the page's key."""
    keys = [str(member.page_id) for member in members if member.page_id]
    planned = Revision.page_revisions.filter(object_id__in=keys, approved_go_live_at__isnull=False).order_by("pk")
    return {int(revision.object_id): revision for revision in planned}


def missing_from(bundles: Iterable[Bundle]) -> dict[int, list[str]]:
    """Of each scheduled bundle, by key, the titles of the members that are not planned for the moment of all."""
    moments = {bundle.pk: bundle.moment for bundle in bundles if bundle.is_waiting and bundle.moment}
    members = BundleMember.objects.filter(bundle__in=moments).select_related("page").order_by("pk")
    keys = [str(member.page_id) for member in members if member.page_id]
    planned = Revision.page_revisions.filter(object_id__in=keys, approved_go_live_at__isnull=False)
    at = {int(pk): moment for pk, moment in planned.values_list("object_id", "approved_go_live_at")}
    missing: dict[int, list[str]] = {}
    for member in members:
        if at.get(member.page_id) != moments[member.bundle_id]:
            missing.setdefault(member.bundle_id, []).append(title_of(member))
    return missing


def title_of(member: BundleMember) -> str:
    """What a member is called by those who work on it."""
    return member.page.get_admin_display_title() if member.page else member.title


def pages_of(members: Iterable[BundleMember]) -> list[Page]:
    """The pages of some members, as far as they still exist."""
    return [member.page for member in members if member.page]
