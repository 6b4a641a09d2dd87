"""Lists of pages."""

from wagtail.models import Page, Site

from blog.models import BlogPostPage
from core.listing import cards_by_id, chosen_pages, newest_first, specific_of, still_offered
from home.models import HomePage
from tests.core.privacy import keep_private
from tests.publication import draft, published


class CardsByIdTests:
    def test_readable_pages_come_in_the_order_asked_for(self, db):
        first, second = published(BlogPostPage), published(BlogPostPage)
        hidden = published(BlogPostPage)
        keep_private(hidden)
        assert cards_by_id([second.pk, hidden.pk, 987, first.pk]) == [second, first]

    def test_nothing_is_found_for_nothing(self, db, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert cards_by_id([]) == []


class SpecificOfTests:
    def test_pages_keep_their_order_across_types(self, db):
        post = published(BlogPostPage)
        targets = [post.page_ptr, HomePage.objects.get().page_ptr]
        assert specific_of(targets) == [post, HomePage.objects.get()]


class ChosenPagesTests:
    def test_only_pages_readers_may_see_are_left(self, db):
        post = published(BlogPostPage)
        rows = [Site(root_page=post), Site(root_page=draft(BlogPostPage)), Site()]
        assert chosen_pages(rows, "root_page") == [post]


class StillOfferedTests:
    def test_a_page_kept_only_for_its_address_is_left_out(self, db):
        post, kept = published(BlogPostPage), published(BlogPostPage)
        kept.is_retired = True
        assert still_offered([post, kept, post.page_ptr]) == [post, post.page_ptr]


class NewestFirstTests:
    def test_pages_of_the_same_moment_keep_an_order(self, db):
        moment = published(BlogPostPage).published_at
        published(BlogPostPage, published_at=moment)
        keys = list(newest_first(Page.objects.filter(depth=4)).values_list("pk", flat=True))
        assert keys == sorted(keys, reverse=True)
