"""The first publish check: everything a page of its type needs is there.

Only the edit form asks for required fields; a revision published by code, the scheduler or a copy never went
through it, so each field, stream and row of a relation is asked again here.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from core.block_problems import block_problems, fill_in
from core.publishing import Problem

#: Kept right by the page tree itself; a missing slug is made from the title.
TREE_FIELDS = frozenset(field.name for field in Page._meta.fields) - {"title"}


def missing_parts(page: Page, moment: datetime) -> Iterator[Problem]:
    """A problem for each field, block and relation that is needed and missing or not usable."""
    yield from unusable_fields(page)
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from unclean_blocks(field.name, getattr(page, field.name))
    for relation, words in getattr(page, "required_relations", {}).items():
        if not getattr(page, relation).all():
            yield Problem(relation, words)
    for relation in get_all_child_relations(page):
        yield from unusable_rows(page, relation)


def unusable_fields(page: Page) -> Iterator[Problem]:
    """A problem for each model field without a usable value, and for what the page type itself refuses."""
    streams = {field.name for field in page._meta.get_fields() if isinstance(field, StreamField)}
    needed_words = getattr(page, "needed_words", {})
    try:
        page.full_clean(exclude=TREE_FIELDS | streams)
    except ValidationError as error:
        for name, errors in error.error_dict.items():
            for single in errors:
                if name == NON_FIELD_ERRORS:
                    yield Problem("", " ".join(single.messages))
                elif single.code in {"blank", "null"}:
                    yield Problem(name, needed_words.get(name) or field_words(page, name, single))
                else:
                    yield Problem(name, field_words(page, name, single))


def unclean_blocks(name: str, stream: Any) -> Iterator[Problem]:
    """A problem for each block of a stream that is started and not finished."""
    try:
        stream.stream_block.clean(stream)
    except ValidationError as error:
        yield from block_problems(name, stream.stream_block, stream, error)


def unusable_rows(page: Page, relation: models.ManyToOneRel) -> Iterator[Problem]:
    """A problem for each box without a usable value in the rows of a relation."""
    name = relation.get_accessor_name()
    if name == COMMENTS_RELATION_NAME:
        return
    for position, row in enumerate(getattr(page, name).all()):
        try:
            row.clean_fields(exclude={relation.field.name})
        except ValidationError as error:
            place = f"{capfirst(row._meta.verbose_name)} {position + 1}"
            for field, errors in error.error_dict.items():
                for single in errors:
                    yield Problem(f"{name}.{position}.{field}", f"{place}: {field_words(row, field, single)}")


def field_words(instance: models.Model, name: str, error: ValidationError) -> str:
    """What to do about one field, by the label its form shows."""
    field = instance._meta.get_field(name)
    label = str(capfirst(field.verbose_name))
    if error.code in {"blank", "null"}:
        return fill_in(label, is_choice=bool(field.choices) or field.is_relation)
    return f"{label}: {' '.join(error.messages)}"
