"""Loads what has no address: sources, medicines, brands, merchants, places on the body, words explained."""

from django.apps import apps
from django.db import models
from wagtail.models import Locale

from home.demo import ledger
from home.demo.content import CONTENT, read
from home.demo.fields import fill
from home.demo.finder import Finder

#: Each content file with its model and the field that tells one item from another.
SHELVES = {
    "sources": ("sources.Source", "title"),
    "medicines": ("ingredients.Medicine", "substance"),
    "brands": ("products.Brand", "name"),
    "merchants": ("products.Merchant", "name"),
    "body_sites": ("topics.BodySite", "name"),
    "glossary": ("topics.GlossaryTerm", "term"),
}


def load_library(finder: Finder, known: dict) -> None:
    """Make every item of the library that is not there yet; an editor's own item of the same name is used as it is."""
    for file, (label, identity) in SHELVES.items():
        model = apps.get_model(label)
        for name, values in read(CONTENT / "library" / f"{file}.toml").items():
            item = known.get((model, name)) or model.objects.filter(**{identity: values[identity]}).first()
            finder.shelf(model)[name] = item or make(model, name, values, finder)


def make(model: type[models.Model], name: str, values: dict, finder: Finder) -> models.Model:
    """One new item of the library."""
    item = model(locale=Locale.get_default())
    fill(item, values, finder)
    item.full_clean()
    item.save()
    ledger.remember(item, name)
    return item
