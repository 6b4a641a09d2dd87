"""Rows under a lock, which others wait for until the transaction ends; what somebody else holds is not waited for."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from wagtail.models import Page, Revision

from editorial.scheduling.reasons import CannotGoLiveError


def locked(rows: QuerySet[Model]) -> QuerySet[Model]:
    """The rows under a lock, without those somebody else holds."""
    return rows.select_for_update(skip_locked=True, of=("self",), no_key=True)


def locked_page(revision: Revision) -> Page | None:
    """The page of a revision, read under a lock; None while somebody else holds it, so that nothing else has to wait.

    Both its rows, its own type's first: a lock on wagtailcore_page alone and the tree's own writes wait for each other
    for ever.
    """
    model = ContentType.objects.get_for_id(revision.content_type_id).model_class()
    if model is None:
        raise CannotGoLiveError(f"“{revision.object_str}” is of a kind that no longer exists.")
    rows = model._base_manager.filter(pk=revision.object_id)
    page = rows.select_for_update(skip_locked=True, no_key=True).first()
    if page is None and not rows.exists():
        raise CannotGoLiveError(
            f"“{revision.object_str}” no longer exists. Whoever runs the site can bring it back from a backup."
        )
    return page
