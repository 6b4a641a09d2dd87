"""Whatever a test commits is gone afterwards, and the fixed site is there as it was."""

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from blog.models import BlogPostPage
from home.models import HomePage
from tests.flushing.kept import is_kept
from tests.publication import published


@pytest.mark.django_db(transaction=True)
class FlushTests:
    def test_every_test_database_is_kept(self):
        assert is_kept(connection)

    def test_what_was_committed_goes_and_the_site_stays(self, site_tree):
        before = set(Page.objects.values_list("pk", flat=True))
        published(BlogPostPage)
        HomePage.objects.update(title="Changed")
        site_tree.conditions.delete()
        call_command("flush", interactive=False, verbosity=0)
        assert set(Page.objects.values_list("pk", flat=True)) == before
        assert HomePage.objects.get().title == "Home"

    def test_keys_begin_where_they_did(self, site_tree):
        first = published(BlogPostPage).pk
        call_command("flush", interactive=False, verbosity=0)
        assert published(BlogPostPage).pk == first

    def test_the_search_index_is_as_it_was(self, site_tree):
        found = titles("Skin")
        published(BlogPostPage, title="Calm skin")
        assert titles("Skin") == {*found, "Calm skin"}
        call_command("flush", interactive=False, verbosity=0)
        assert titles("Skin") == found


def titles(words):
    """What a search finds, by title."""
    return {page.title for page in Page.objects.search(words)}
