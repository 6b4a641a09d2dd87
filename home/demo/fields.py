"""Puts values from content files into model fields and blocks, whatever their kind."""

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.blocks.field_block import ChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from home.demo.finder import Finder
from home.demo.prose import rich_text


def fill(instance: models.Model, values: dict, finder: Finder) -> None:
    """Set each named field or relation of a model instance."""
    for name, value in values.items():
        field = instance._meta.get_field(name)
        setattr(instance, name, field_value(field, value, finder))


def field_value(field, value, finder: Finder):
    """What a field takes for a value from a content file."""
    if isinstance(field, StreamField):
        return body(field.stream_block, value, finder)
    if isinstance(field, RichTextField):
        return rich_text(value, finder.key_of)
    if field.one_to_many:
        return children(field.related_model, value, finder)
    if field.many_to_many:
        return [finder.find(field.related_model, name) for name in value]
    if field.is_relation:
        return finder.find(field.related_model, value)
    if isinstance(field, models.DateField) and isinstance(value, int):
        return days_ago(value)
    if isinstance(field, models.URLField) and value.startswith("/"):
        # An invented shop has no address of its own: the way there ends at a page of this site.
        return settings.WAGTAILADMIN_BASE_URL + value
    return value.strip() if isinstance(value, str) else value


def children(model: type[models.Model], values: list, finder: Finder) -> list[models.Model]:
    """The rows of a child relation, numbered as they are written: PostgreSQL keeps no order of its own."""
    rows = [child(model, value, finder) for value in values]
    for place, row in enumerate(rows):
        row.sort_order = place
    return rows


def child(model: type[models.Model], values: dict | str, finder: Finder) -> models.Model:
    """A row of a child relation, not yet saved; a name alone stands for the one thing the row points at."""
    row = model()
    fill(row, {pointer(model): values} if isinstance(values, str) else values, finder)
    return row


def pointer(model: type[models.Model]) -> str:
    """The field by which a child row points at something other than its parent."""
    (name,) = (field.name for field in model._meta.fields if field.many_to_one and not isinstance(field, ParentalKey))
    return name


def days_ago(days: int) -> date:
    """A date so many days back, so that “checked on” is never in the future."""
    return timezone.localdate() - timedelta(days=days)


def body(block: blocks.StreamBlock, rows: list[dict], finder: Finder) -> list[tuple]:
    """A stream; each row of the file names one block and holds its value."""
    return [(name, block_value(block.child_blocks[name], value, finder)) for row in rows for name, value in row.items()]


def block_value(block: blocks.Block, value, finder: Finder):
    """What a block takes for a value from a content file."""
    if isinstance(block, blocks.StructBlock):
        unknown = value.keys() - block.child_blocks.keys()
        if unknown:
            raise ImproperlyConfigured(f"{type(block).__name__} has no {', '.join(sorted(unknown))}.")
        given = {name: block_value(block.child_blocks[name], inner, finder) for name, inner in value.items()}
        return {**block.get_default(), **given}
    if isinstance(block, blocks.ListBlock):
        return [block_value(block.child_block, inner, finder) for inner in value]
    if isinstance(block, blocks.RichTextBlock):
        return RichText(rich_text(value, finder.key_of))
    if isinstance(block, ChooserBlock):
        return finder.find(block.model_class, value)
    return value.strip() if isinstance(value, str) else value
