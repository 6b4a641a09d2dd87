"""A page as plain as possible, for tests of what surrounds every page."""

from pathlib import Path

import pytest
from wagtail.models import Page, Site

from home.models import HomePage


@pytest.fixture
def plain_page(db, settings, monkeypatch):
    """A live page at / whose template asks for nothing but its title."""
    engine = settings.TEMPLATES[0]
    settings.TEMPLATES = [engine | {"DIRS": [*engine["DIRS"], Path(__file__).parent / "templates"]}]
    monkeypatch.setattr(HomePage, "template", "plain_page.html")
    page = Page.objects.get(depth=1).add_child(instance=HomePage(title="Milia", slug="plain", live=False))
    page.save_revision().publish()
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": page}
    )
    page.refresh_from_db()
    return page
