"""Finds what content files name: pages by address, the rest by key."""

from django.core.exceptions import ImproperlyConfigured
from django.db import models
from wagtail.models import Page

from images.models import SiteImage
from users.models import User


class Finder:
    """Everything the demo has loaded so far, under the names content files use."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.pictures: dict[str, SiteImage] = {}
        self.logins: dict[str, User] = {}
        self.library: dict[type[models.Model], dict[str, models.Model]] = {}

    def find(self, model: type[models.Model], name: str) -> models.Model | None:
        """The object of a model with this name; logins alone may be missing, since a site can go without them."""
        if issubclass(model, User):
            return self.logins.get(name)
        shelf = self.shelf(model)
        if name not in shelf:
            raise ImproperlyConfigured(f"The demo has no {model._meta.verbose_name} called “{name}”.")
        return shelf[name]

    def shelf(self, model: type[models.Model]) -> dict:
        """Where objects of a model are kept."""
        if issubclass(model, Page):
            return self.pages
        if issubclass(model, SiteImage):
            return self.pictures
        return self.library.setdefault(model, {})

    def key_of(self, kind: str, name: str) -> int:
        """The database key of a page or source a passage of prose refers to."""
        models_by_kind = {model._meta.model_name: model for model in self.library}
        return self.find(Page if kind == "page" else models_by_kind[kind], name).pk
