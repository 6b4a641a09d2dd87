"""Remembers what the demo put there, in the log every page and snippet has, so that it can be taken away again."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from django.core import serializers
from django.db import models
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry

ACTION = "home.load_demo"


@dataclass(frozen=True)
class Loaded:
    """One thing the demo put there: what it is now, and the log entry that says how it was."""

    name: str
    instance: models.Model
    entry: models.Model

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has changed it since."""
        later = type(self.entry).objects.filter(timestamp__gt=self.entry.timestamp, user__isnull=False)
        if isinstance(self.instance, Page):
            if later.filter(page_id=self.instance.pk).exists():
                return False
            return self.instance.latest_revision_id == self.entry.data["revision"]
        return self.entry.data["fingerprint"] == fingerprint(self.instance)


def remember(instance: models.Model, name: str, **more) -> None:
    """Note that the demo put this there, exactly as it is now."""
    if isinstance(instance, Page):
        kept = {"revision": instance.latest_revision_id}
    else:
        kept = {"fingerprint": fingerprint(instance)}
    log(instance=instance, action=ACTION, data={"name": name, **kept, **more})


def fingerprint(instance: models.Model) -> str:
    """A short form of all stored values, different as soon as one of them is."""
    return sha256(
        serializers.serialize("json", [type(instance)._base_manager.get(pk=instance.pk)]).encode()
    ).hexdigest()


def loaded() -> Iterator[Loaded]:
    """Everything the demo put there that still exists, the oldest first."""
    for entry in PageLogEntry.objects.filter(action=ACTION).order_by("timestamp", "pk"):
        page = Page.objects.filter(pk=entry.page_id).first()
        if page is not None:
            yield Loaded(entry.data["name"], page.specific, entry)
    for entry in ModelLogEntry.objects.filter(action=ACTION).order_by("timestamp", "pk"):
        instance = entry.content_type.model_class()._base_manager.filter(pk=entry.object_id).first()
        if instance is not None:
            yield Loaded(entry.data["name"], instance, entry)


def known() -> dict[tuple[type[models.Model], str], models.Model]:
    """What the demo put there before, by model and name, also where it has been renamed or moved since."""
    return {(type(one.instance), one.name): one.instance for one in loaded()}
