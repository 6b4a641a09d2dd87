"""Takes the demo away again, except what somebody has edited and whatever that still needs."""

from django.db import models
from wagtail.models import Page, ReferenceIndex

from home.demo import ledger
from home.demo.content import place
from home.demo.ledger import Loaded
from home.models import SiteSettings

Key = tuple[str, str]


def remove() -> tuple[int, list[str]]:
    """Remove what nobody has edited; how much that was, and the names of what stays."""
    everything = list(ledger.loaded())
    kept = needed(everything)
    leaving = [one for one in everything if key(one.instance) not in kept]
    for one in sorted(leaving, key=order):
        take_away(one)
    return len(leaving), [one.name or "home" for one in everything if key(one.instance) in kept]


def key(instance: models.Model) -> Key:
    """What tells one object from every other, pages of all types by one name."""
    model = Page if isinstance(instance, Page) else type(instance)
    return model._meta.label, str(instance.pk)


def order(one: Loaded) -> tuple:
    """Settings first, then pages before what they refer to, children before parents, the library last."""
    if isinstance(one.instance, SiteSettings):
        return (0,)
    if isinstance(one.instance, Page):
        return (1, words_before(one) is None, -place(one.name.split("/")[0]))
    return (2,)


def needed(everything: list[Loaded]) -> set[Key]:
    """What has to stay: what was edited, and all that it or anything of the editors' own refers to."""
    touched = [one.instance for one in everything if not one.is_untouched]
    # A fixed page is never deleted, only given back its words, so being referred to changes nothing for it.
    leaving = {key(one.instance): one.instance for one in everything if one.is_untouched and not words_before(one)}
    kept = {key(instance) for instance in touched}
    demo_pages = {one.instance.pk for one in everything if isinstance(one.instance, Page)}
    waiting = [*touched, *Page.objects.exclude(pk__in=demo_pages).filter(depth__gt=1).specific()]
    while waiting:
        for target in targets(waiting.pop()) & leaving.keys() - kept:
            kept.add(target)
            waiting.append(leaving[target])
    return kept


def words_before(one: Loaded) -> dict | None:
    """What a fixed page held before the demo wrote there; nothing for what the demo made."""
    return one.entry.data.get("before")


def targets(instance: models.Model) -> set[Key]:
    """What an object refers to, in what readers see and in the draft on top of it, and the page above it."""
    found = referred_to(instance)
    if isinstance(instance, Page):
        if instance.has_unpublished_changes and instance.latest_revision:
            found |= referred_to(instance.get_latest_revision_as_object())
            ReferenceIndex.create_or_update_for_object(instance)
        parent = instance.get_parent()
        found |= {key(parent)} if parent else set()
    return found


def referred_to(instance: models.Model) -> set[Key]:
    """What one version of an object refers to; the index is brought up to date first, as its task may not have run."""
    if not ReferenceIndex.model_is_indexable(type(instance)):
        return set()
    ReferenceIndex.create_or_update_for_object(instance)
    rows = ReferenceIndex.get_references_for_object(instance).select_related("to_content_type")
    return {(base_label(row.to_content_type.model_class()), row.to_object_id) for row in rows}


def base_label(model: type[models.Model]) -> str:
    """The label of a model; the one of pages for every page type."""
    return (Page if issubclass(model, Page) else model)._meta.label


def take_away(one: Loaded) -> None:
    """Delete what the demo made; give a fixed page or setting back what it held before."""
    if isinstance(one.instance, SiteSettings):
        for field in SiteSettings._meta.fields:
            if not field.primary_key and field.name != "site":
                setattr(one.instance, field.attname, field.get_default())
        one.instance.save()
        one.entry.delete()
    elif isinstance(one.instance, Page) and words_before(one):
        restore(one.instance, words_before(one))
        one.entry.delete()
    else:
        one.instance.delete()


def restore(page: Page, before: dict) -> None:
    """Give a fixed page the words it had, in what is stored as in its newest draft."""
    if before["was_live"]:
        page.with_content_json(before["content"]).save_revision().publish()
        return
    page.unpublish()
    page.refresh_from_db()
    former = page.with_content_json(before["content"])
    former.save()
    former.save_revision()
