"""Drafts as findable as live pages.

What an editor types into a draft is kept in its revision; columns and filters read the tables, which Wagtail fills
when the page goes live. As long as no reader sees the page, its latest revision is copied there at once.
"""

from django.core.exceptions import FieldDoesNotExist
from wagtail.models import Page

FIELDS = [
    "has_organisation_byline",
    "published_at",
    "brand",
    "commercial_relation",
    "inci_name",
    "role",
    "organisation",
    "left_on",
]
RELATIONS = ["contributions", "topics"]


def copy_to_tables(page: Page) -> None:
    """Copy what listings show and filter by from the latest revision of a page that is not live."""
    # A page of its own: committing relations gives them keys, which the form that is being saved must not see.
    draft = page.latest_revision.as_object()
    # What is rebuilt from a revision belongs to no database yet, and Django refuses to relate it to what does.
    draft._state.db = page._state.db
    values = {name: getattr(draft, name) for name in FIELDS if has_field(draft, name)}
    if values:
        type(draft).objects.filter(pk=draft.pk).update(**values)
    for name in RELATIONS:
        if has_field(draft, name):
            getattr(draft, name).commit()


def has_field(page: Page, name: str) -> bool:
    """Whether pages of this type have a field or relation of this name."""
    try:
        page._meta.get_field(name)
    except FieldDoesNotExist:
        return False
    return True
