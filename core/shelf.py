"""What one page chooses and shows, each thing loaded once: by its blocks, its relations and its lists alike."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Model
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from core.pictures import load_pictures

_shelf: ContextVar[dict[type[Model], dict[int, Model | None]] | None] = ContextVar("shelf", default=None)


@contextmanager
def open_shelf() -> Iterator[None]:
    """Within this, whatever was loaded is not loaded again; readers' pages alone, because nothing here is saved."""
    token = _shelf.set({})
    try:
        yield
    finally:
        _shelf.reset(token)


def put(things: Iterable[Model]) -> None:
    """Keep what was loaded otherwise, such as the pages of a list."""
    shelf = _shelf.get()
    if shelf is not None:
        for thing in things:
            shelf.setdefault(type(thing), {})[thing.pk] = thing


def miss(keys: Iterable[tuple[type[Model], int]]) -> None:
    """Remember that those of these things that are not on the shelf by now were looked for and are gone."""
    shelf = _shelf.get()
    if shelf is not None:
        for model, key in keys:
            shelf.setdefault(model, {}).setdefault(key, None)


def fetch(model: type[Model], keys: Iterable[int | None]) -> dict[int, Model]:
    """The things with these keys, from the shelf or in one query; those that are gone are left out."""
    wanted = {key for key in keys if key is not None}
    shelf = _shelf.get()
    if shelf is None:
        return load(model, wanted)
    known = shelf.setdefault(model, {})
    missing = wanted - known.keys()
    if missing:
        known.update(dict.fromkeys(missing) | load(model, missing))
    return {key: known[key] for key in wanted if known[key] is not None}


def pages() -> list[Page]:
    """Every page on the shelf."""
    things = (thing for kind in (_shelf.get() or {}).values() for thing in kind.values())
    return [thing for thing in things if isinstance(thing, Page)]


def load(model: type[Model], keys: set[int]) -> dict[int, Model]:
    """The things with these keys, in one query, with what a card says about them."""
    if issubclass(model, AbstractImage):
        return load_pictures(keys)
    things = model._default_manager.all()
    if issubclass(model, Page):
        things = things.defer_streamfields()
    relations = getattr(model, "card_relations", ())
    return (things.select_related(*relations) if relations else things).in_bulk(keys)


def fetch_all(keys: Iterable[tuple[type[Model], int]]) -> None:
    """Put all of these things on the shelf, with one query for each model."""
    wanted: dict[type[Model], set[int]] = {}
    for model, key in keys:
        wanted.setdefault(model, set()).add(key)
    for model, group in wanted.items():
        fetch(model, group)
