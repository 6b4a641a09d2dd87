"""The site gets a name and a first page only while it has none."""

import pytest
from wagtail.models import Site

from home.demo import site_words
from home.demo.finder import Finder
from home.models import HomePage, SiteSettings


@pytest.fixture
def words(monkeypatch):
    """Words without pictures, so that nothing has to be painted."""
    content = {"settings": {"name": "Demo"}, "home": {"heading": "Hello"}}
    monkeypatch.setattr(site_words, "read", lambda path: content)


@pytest.mark.django_db
@pytest.mark.usefixtures("words")
class SiteWordsTests:
    def test_an_unnamed_site_is_named(self):
        site_words.load_settings(Finder())
        assert SiteSettings.objects.get().name == "Demo"

    def test_a_named_site_keeps_its_name(self):
        settings = SiteSettings.for_site(Site.objects.get())
        settings.name = "Our clinic"
        settings.save()
        site_words.load_settings(Finder())
        assert SiteSettings.objects.get().name == "Our clinic"

    def test_an_empty_first_page_is_filled_and_stays_live(self):
        site_words.load_home(Finder())
        home = HomePage.objects.get()
        assert (home.heading, home.live) == ("Hello", True)

    def test_a_first_page_somebody_wrote_is_left_alone(self, editor):
        home = HomePage.objects.get()
        home.save_revision(user=editor)
        site_words.load_home(Finder())
        assert HomePage.objects.get().heading == ""
