"""How a bundle stands, for its screen: of each member its status, what to mend, and whether it keeps the others."""

from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError
from django.utils import timezone
from wagtail.models import Page, Revision

from core.publishing import Problem, Severity
from core.status import (
    DRAFT,
    FAILED,
    HELD,
    LIVE,
    OVERDUE,
    OVERDUE_AFTER,
    RETIRED,
    SCHEDULED,
    Status,
    annotate_schedule,
    status_of,
)
from editorial.scheduling.bundles.going_live import why_missing
from editorial.scheduling.bundles.membership import members_of, planned_versions, title_of
from editorial.scheduling.bundles.planning import why_not_this_version
from editorial.scheduling.hold import open_hold
from editorial.scheduling.models import Attempt, Bundle, BundleMember, Kind
from editorial.scheduling.naming import words_for
from editorial.scheduling.preflight import problems
from editorial.scheduling.reasons import in_words
from editorial.scheduling.slots import next_free_slot
from users.models import User


@dataclass(frozen=True)
class Outlook:
    """A member of a bundle as things stand."""

    member: BundleMember
    title: str
    page: Page | None
    status: Status | None
    #: What keeps the whole bundle offline, and what readers would merely miss.
    blocking: list[str]
    words: list[str]
    #: Whether a newer draft stays behind, and whether no version is planned where one should be.
    is_behind: bool = False
    is_unplanned: bool = False

    @property
    def is_new(self) -> bool:
        """Whether readers do not see the page yet."""
        return bool(self.page and not self.page.live)


def outlooks(bundle: Bundle, user: User) -> list[Outlook]:
    """How each member stands."""
    members = members_of(bundle)
    planned = planned_versions(members) if bundle.is_waiting else {}
    found = annotate_schedule(Page.objects.filter(pk__in=[one.page_id for one in members if one.page_id]))
    pages = {page.pk: page for page in found.specific(defer=True)}
    moment = bundle.moment or next_free_slot(timezone.now()) or timezone.now()
    company = frozenset(pages)
    return [
        outlook(bundle, one, pages.get(one.page_id), planned.get(one.page_id), moment, company, user) for one in members
    ]


def outlook(
    bundle: Bundle,
    member: BundleMember,
    page: Page | None,
    planned: Revision | None,
    moment: datetime,
    company: frozenset[int],
    user: User,
) -> Outlook:
    """How one member stands; once the bundle is live there is nothing more to mend."""
    title = title_of(member)
    if not bundle.is_waiting or page is None:
        missing = [why_missing(bundle, member, planned)] if bundle.is_waiting else []
        return Outlook(member, title, page, page and status_of(page), missing, [member.report] if member.report else [])
    version = planned or page.latest_revision
    missing = why_missing(bundle, member, planned) if bundle.moment else why_not_yet(page, version, user)
    found = problems_of(version, moment, company - {page.pk}) if version else []
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    warnings = [problem for problem in found if problem.severity is not Severity.ERROR]
    blocking = [words for words in (missing, *words_for(user, errors)) if words]
    return Outlook(
        member,
        title,
        page,
        status_of(page),
        blocking,
        words_for(user, warnings),
        is_behind=planned is not None and planned.pk != page.latest_revision_id,
        is_unplanned=bool(bundle.moment and not planned),
    )


def why_not_yet(page: Page, version: Revision | None, user: User) -> str:
    """Why a page could not be scheduled with the others today, as a sentence; empty when it could."""
    words = why_not_this_version(page, version, user)
    return f"{words[0].upper()}{words[1:]}." if words else ""


def problems_of(version: Revision, moment: datetime, company: frozenset[int]) -> list[Problem]:
    """What speaks against a version; when it cannot even be read, that."""
    try:
        return problems(version, moment, company)
    except DatabaseError:
        raise
    except Exception as error:
        return [Problem("", in_words(error))]


def status_of_bundle(bundle: Bundle) -> Status:
    """Where a bundle stands, in the words pages have."""
    if bundle.ended_at:
        return RETIRED
    if bundle.live_at:
        return LIVE
    return SCHEDULED if bundle.moment else DRAFT


def flag_of_bundle(bundle: Bundle, attempt: Attempt | None, now: datetime) -> Status | None:
    """What asks for somebody."""
    moment = bundle.moment if bundle.is_waiting else bundle.ends_at
    if moment is None or moment > now or bundle.ended_at:
        return None
    hold = open_hold() if bundle.is_waiting else None
    if hold and hold.covers(Kind.BUNDLE, moment):
        return HELD
    if attempt and attempt.error:
        return FAILED
    return OVERDUE if moment <= now - OVERDUE_AFTER else None


def attempt_at(bundle: Bundle) -> Attempt | None:
    """The attempt that came to nothing so far, at going live or at the end."""
    kind = Kind.BUNDLE if bundle.is_waiting else Kind.BUNDLE_END
    return Attempt.objects.filter(kind=kind, target_id=bundle.pk).first()
