"""Whether a page may go live: one registry of checks, asked by the form, the guard and every runner.

An app registers a check in its ``AppConfig.ready()``; nothing else decides about going live.
"""

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from wagtail.models import Page


class Severity(StrEnum):
    """How much a problem weighs: an error keeps the page offline, a warning is only said."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One reason why a page may not go live.

    ``where`` is a dotted path to the field, relation or block: ``"standfirst"``, ``"contributions"``,
    ``"body.3:medications.items.0.guidance"`` (a block of a stream is ``position:type``); empty when it concerns
    the page as a whole. ``fix`` names a one-click repair the edit form offers.
    """

    where: str
    words: str
    severity: Severity = Severity.ERROR
    fix: str = ""


@dataclass(frozen=True)
class Fix:
    """A one-click repair: what its button says, and what it does to the page being edited."""

    name: str
    label: str
    repair: Callable[[Page], None]


Check = Callable[[Page, datetime], Iterable[Problem]]


class PublishRefused(PermissionDenied):
    """A page was about to go live although a check refuses it; the admin shows the words, never a 500."""

    def __init__(self, page: Page, problems: list[Problem]) -> None:
        self.page = page
        self.problems = problems
        reasons = " ".join(problem.words for problem in problems)
        super().__init__(f"“{page.title}” cannot go live yet. {reasons}")


#: The last refusal of the running request: Wagtail answers every PermissionDenied with one and the same sentence,
#: and core.refusal_messages puts the reasons in its place.
last_refusal: ContextVar[PublishRefused | None] = ContextVar("last_refusal", default=None)

_checks: list[Check] = []
_last_checks: list[Check] = []
_fixes: dict[str, Fix] = {}


def register(check: Check) -> Check:
    """Add a check to the registry, once; usable as a decorator."""
    if check not in _checks:
        _checks.append(check)
    return check


def register_last(check: Check) -> Check:
    """Add a check that is about going live alone, and nothing that an author could mend before a review."""
    if check not in _last_checks:
        _last_checks.append(check)
    return check


def register_fix(fix: Fix) -> None:
    """Offer a repair for the problems that name it."""
    _fixes[fix.name] = fix


def check(page: Page, moment: datetime | None = None) -> list[Problem]:
    """Everything that speaks against ``page`` being live at ``moment`` (now, when not given)."""
    moment = moment or timezone.now()
    return [problem for registered in _checks for problem in registered(page, moment)]


def last_check(page: Page, moment: datetime | None = None) -> list[Problem]:
    """What speaks against the very act of going live, asked when somebody is about to and not before."""
    moment = moment or timezone.now()
    return [problem for registered in _last_checks for problem in registered(page, moment)]


def blocking(problems: Iterable[Problem]) -> list[Problem]:
    """Only the problems that keep a page offline."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def fixes_for(problems: Iterable[Problem]) -> list[Fix]:
    """The repairs on offer for some problems, each once."""
    return [_fixes[name] for name in dict.fromkeys(problem.fix for problem in problems) if name in _fixes]


def repair(page: Page, name: str | None) -> None:
    """Carry out the repair of that name on the page in memory; an unknown name changes nothing."""
    if name in _fixes:
        _fixes[name].repair(page)


def guard(page: Page, moment: datetime | None = None) -> None:
    """Raise PublishRefused when an error speaks against ``page`` being live at ``moment`` (now, when not given)."""
    problems = blocking([*check(page, moment), *last_check(page, moment)])
    if problems:
        refusal = PublishRefused(page, problems)
        last_refusal.set(refusal)
        raise refusal
