"""The way to a page."""

import pytest

from blog.models import BlogPostPage
from core.trail import types_below
from home.models import HomePage, StandardPage
from tests.core.privacy import keep_private
from tests.publication import draft, published


@pytest.fixture
def post(site_tree):
    return published(BlogPostPage, slug="calm-evenings")


class DirectRouteTests:
    def test_a_page_is_found_by_its_address(self, site_tree, post, rf):
        assert site_tree.home.route(rf.get("/"), ["blog", "calm-evenings"]).page == post

    def test_home_is_found_at_its_own_address(self, site_tree, rf):
        assert site_tree.home.route(rf.get("/"), []).page == site_tree.home

    def test_the_way_there_costs_one_query(self, site_tree, post, rf, django_assert_num_queries):
        home = HomePage.objects.get()
        with django_assert_num_queries(1):
            page = home.route(rf.get("/"), ["blog", "calm-evenings"]).page
            assert page.standfirst == post.standfirst
            assert [above.slug for above in page.trail] == ["home", "blog"]

    def test_pages_below_standing_pages_are_found(self, site_tree, rf):
        about = published(StandardPage, slug="our-house")
        below = published(StandardPage, slug="our-people", parent=about)
        assert site_tree.home.route(rf.get("/"), ["our-house", "our-people"]).page == below

    @pytest.mark.parametrize("path", ["/nowhere/", "/blog/nowhere/", "/blog/calm-evenings/nowhere/", "/calm-evenings/"])
    def test_an_address_nothing_has_is_not_found(self, client, post, path):
        assert client.get(path).status_code == 404

    def test_a_draft_is_not_found(self, client, site_tree):
        draft(BlogPostPage, slug="not-yet")
        assert client.get("/blog/not-yet/").status_code == 404


class TypesBelowTests:
    def test_types_are_found_at_any_depth_and_not_the_page_itself(self):
        found = types_below(HomePage)

        assert {BlogPostPage, StandardPage} <= found
        assert HomePage not in found

    def test_nothing_stands_below_a_post(self):
        assert types_below(BlogPostPage) == set()


class TrailPageTests:
    def test_a_page_met_otherwise_knows_the_pages_above_it(self, post):
        assert [above.slug for above in post.trail if above.depth > 1] == ["home", "blog"]

    def test_a_private_page_still_asks_to_sign_in(self, client, post):
        keep_private(post.get_parent())
        assert client.get("/blog/calm-evenings/").status_code == 302

    def test_without_restrictions_none_apply(self, post):
        assert list(post.get_view_restrictions()) == []
