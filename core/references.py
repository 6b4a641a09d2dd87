"""One task for the references of a page that is saved, where Wagtail queues one for each of its rows as well."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import ReferenceIndex
from wagtail.tasks import update_reference_index_task

#: What was saved and is to be indexed; None outside of such a save, when Wagtail sees to it.
_saved: ContextVar[dict[tuple[type[Model], object], None] | None] = ContextVar("saved", default=None)


@contextmanager
def references_indexed_once() -> Iterator[None]:
    """Queue one task for each thing with references that is saved within, at the end and in the same transaction.

    Within another one of these it adds to that.
    """
    if _saved.get() is not None:
        yield
        return
    # Not importable before every model is known, and pages are models.
    from wagtail.signal_handlers import disable_reference_index_auto_update

    saved: dict[tuple[type[Model], object], None] = {}
    token = _saved.set(saved)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        _saved.reset(token)
    for model, pk in saved:
        update_reference_index_task.enqueue(model._meta.app_label, model._meta.model_name, str(pk))


def note_saved(sender: type[Model], instance: Model, raw: bool = False, **kwargs) -> None:
    """Remember whose references a save may have changed; connected to ``post_save``."""
    saved = _saved.get()
    if saved is None or raw or sender not in ReferenceIndex.tracked_models:
        return
    if (owner := owner_of(instance)) is not None:
        saved[type(owner), owner.pk] = None


def forget_deleted(sender: type[Model], instance: Model, **kwargs) -> None:
    """Take what is deleted out of the index at once, as Wagtail does; connected to ``post_delete``."""
    if _saved.get() is None or sender not in ReferenceIndex.tracked_models:
        return
    ReferenceIndex.remove_for_object(instance)
    ReferenceIndex.remove_references_to(instance)


def owner_of(instance: Model) -> Model | None:
    """The page, or whatever else, under which the references of a row are kept."""
    keys = [field for field in instance._meta.get_fields() if isinstance(field, ParentalKey)]
    if not keys:
        return instance
    parent = getattr(instance, keys[0].name)
    return parent and owner_of(parent)
