"""Who answers for an article: at least one author, or the organisation itself, and each name once."""

from collections.abc import Iterator
from datetime import datetime

from wagtail.models import Page

from core.publishing import Problem
from people.models import Contribution

NOBODY = "Name at least one author, or tick “Organisation byline”."
NAMED_TWICE = "Somebody is in the byline twice in the same role. Remove one of the two."


def missing_byline(page: Page, moment: datetime) -> Iterator[Problem]:
    """A problem when a page that shows a byline would show an empty one; reviewers alone do not fill it."""
    if not getattr(page, "has_byline", False) or page.has_organisation_byline:
        return
    if not any(row.role == Contribution.Role.AUTHOR for row in page.contributions.all()):
        yield Problem("contributions", NOBODY)


def doubled_name(page: Page, moment: datetime) -> Iterator[Problem]:
    """A problem when a byline names one person twice in the same role."""
    if not getattr(page, "has_byline", False):
        return
    named = [(row.person_id, row.role) for row in page.contributions.all()]
    if len(named) > len(set(named)):
        yield Problem("contributions", NAMED_TWICE)
