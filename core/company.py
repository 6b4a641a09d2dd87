"""Pages that wait for each other: what goes live together goes live in no other way.

Whoever keeps pages together registers how the company of a page is found, in ``AppConfig.ready()``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wagtail.models import Page, Revision

from core.publishing import Problem


@dataclass(frozen=True)
class Company:
    """The others a page waits for: what is said to whoever would publish it alone, and when they go live, if planned.

    ``take_in`` has them take a version of the page along, in place of an earlier one.
    """

    words: str
    moment: datetime | None
    take_in: Callable[[Revision, Any], None]


Finder = Callable[[Page], Company | None]

_finders: list[Finder] = []


def register_company(find: Finder) -> None:
    """Say how the company of a page is found."""
    if find not in _finders:
        _finders.append(find)


def company_of(page: Page) -> Company | None:
    """The others a page waits for; None when it goes live by itself, and for those it goes live with right now."""
    return next((company for find in _finders if page.pk and (company := find(page))), None)


def goes_alone(page: Page, moment: datetime) -> Iterator[Problem]:
    """Refuse what would put a page live without the others it waits for."""
    company = company_of(page)
    if company and company.moment != moment:
        yield Problem("", company.words)
