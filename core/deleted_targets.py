"""Versions of a page that refer to what was deleted since: they can still be opened, with those boxes empty.

A person, a source or a shop in use cannot be deleted (`PROTECT`), but a use in a version that is not live is none to
the database, and modelcluster gives up on a whole version for one such key.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations

KINDS = frozenset({models.PROTECT, models.RESTRICT})


def without_deleted(model: type[models.Model], content: dict[str, Any]) -> dict[str, Any]:
    """What a version says, with nothing in place of each protected row that no longer exists."""
    mended = content | dict.fromkeys(emptied(model, content))
    for relation in get_all_child_relations(model):
        name, rows = relation.get_accessor_name(), content.get(relation.get_accessor_name())
        if rows:
            mended[name] = [without_deleted(relation.related_model, row) for row in rows]
    return mended


def emptied(model: type[models.Model], content: dict[str, Any]) -> Iterator[str]:
    """The fields whose key leads to nothing."""
    for field in model._meta.get_fields():
        if not isinstance(field, models.ForeignKey) or field.remote_field.on_delete not in KINDS:
            continue
        key = content.get(field.name)
        if key is not None and not field.related_model._base_manager.filter(pk=key).exists():
            yield field.name
