"""Who may see which page."""

from datetime import timedelta

import pytest
from django.db.models import DateTimeField, Value
from django.utils import timezone
from wagtail.models import Page

from blog.models import BlogPostPage
from core import coming_changes
from core.readable import RestrictionsMiddleware, coming_change, is_readable, readable_in, restricted_paths
from tests.core.privacy import keep_private
from tests.publication import draft, published


@pytest.fixture
def post(db):
    return published(BlogPostPage)


class IsReadableTests:
    def test_a_published_page_is_readable(self, post):
        assert is_readable(post)

    def test_nothing_is_not_readable(self, db):
        assert not is_readable(None)

    def test_a_draft_is_not_readable(self, db):
        assert not is_readable(draft(BlogPostPage))

    def test_a_page_not_saved_yet_is_not_readable(self, db):
        assert not is_readable(BlogPostPage(title="New"))

    def test_a_private_page_is_not_readable(self, post):
        keep_private(post)
        assert not is_readable(post)

    def test_a_page_below_a_private_one_is_not_readable(self, post):
        keep_private(post.get_parent())
        assert not is_readable(post)


class ReadableInTests:
    def test_only_live_and_public_pages_are_left(self, post):
        draft(BlogPostPage)
        keep_private(published(BlogPostPage))
        assert list(readable_in(BlogPostPage.objects.all())) == [post]

    def test_without_restrictions_every_live_page_is_left(self, post):
        assert post.page_ptr in readable_in(Page.objects.all())


class RestrictionsMiddlewareTests:
    def test_restrictions_are_read_once_per_request(self, post, django_assert_num_queries):
        def respond(request):
            return [is_readable(post) for _ in range(5)]

        with django_assert_num_queries(1):
            assert RestrictionsMiddleware(respond)(None) == [True] * 5

    def test_the_next_request_sees_a_new_restriction(self, post):
        ask = RestrictionsMiddleware(lambda request: is_readable(post))
        assert ask(None)
        keep_private(post)
        assert not ask(None)

    def test_nothing_is_remembered_after_a_failing_request(self, post):
        def fail(request):
            restricted_paths()
            raise ValueError("broken")

        with pytest.raises(ValueError, match="broken"):
            RestrictionsMiddleware(fail)(None)
        keep_private(post)
        assert restricted_paths() == (post.path,)


class ComingChangeTests:
    @pytest.fixture
    def moments(self, post, monkeypatch):
        """The post changes at two moments that its row does not know."""
        moments = [timezone.now() + timedelta(seconds=seconds) for seconds in (50, 20)]
        finders = [
            lambda start, end, moment=moment: Page.objects.filter(pk=post.pk).values_list(
                "path", Value(moment, output_field=DateTimeField())
            )
            for moment in moments
        ]
        monkeypatch.setattr(coming_changes, "_finders", finders)
        return moments

    def test_the_earliest_counts_and_is_read_with_the_restrictions(
        self, post, moments, site_tree, django_assert_num_queries
    ):
        keep_private(site_tree.people)

        def respond(request):
            return coming_change(post), coming_change(site_tree.blog), restricted_paths()

        with django_assert_num_queries(1):
            assert RestrictionsMiddleware(respond)(None) == (moments[1], None, (site_tree.people.path,))
