"""What the demo put there is remembered, and whether somebody touched it since."""

import pytest
from wagtail.log_actions import log

from blog.models import BlogPostPage
from home.demo import ledger
from sources.models import Source
from tests.blog.factories import BlogPostPageFactory
from tests.sources.factories import SourceFactory


@pytest.mark.django_db
class LedgerTests:
    def test_nothing_was_loaded_to_begin_with(self):
        SourceFactory()
        assert ledger.known() == {}

    def test_a_page_is_known_by_its_name_after_it_moved(self):
        post = BlogPostPageFactory()
        ledger.remember(post, "blog/oil")
        post.slug = "elsewhere"
        post.save()
        assert ledger.known() == {(BlogPostPage, "blog/oil"): post}

    def test_what_was_deleted_is_forgotten(self):
        source = SourceFactory()
        ledger.remember(source, "nice")
        source.delete()
        assert list(ledger.loaded()) == []

    def test_a_source_is_untouched_until_a_value_changes(self):
        source = SourceFactory()
        ledger.remember(source, "nice")
        assert next(ledger.loaded()).is_untouched
        Source.objects.update(published_year=1999)
        assert not next(ledger.loaded()).is_untouched

    def test_a_page_is_touched_by_a_new_revision(self):
        post = BlogPostPageFactory()
        ledger.remember(post, "blog/oil")
        assert next(ledger.loaded()).is_untouched
        post.save_revision()
        assert not next(ledger.loaded()).is_untouched

    def test_a_page_is_touched_by_what_somebody_did_without_a_revision(self, editor):
        post = BlogPostPageFactory()
        ledger.remember(post, "blog/oil")
        log(instance=post, action="wagtail.lock", user=editor)
        assert not next(ledger.loaded()).is_untouched
