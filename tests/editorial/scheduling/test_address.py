"""Addresses that are promised."""

import pytest

from blog.models import BlogPostPage
from core.publishing import PublishRefused
from editorial.scheduling.address import promised_address, siblings_of
from tests.edit_form import PUBLISH, edit_url, opened
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def moving_to(slug, moment=NINE, **values):
    """A live post that gets another address at a moment."""
    page = published(BlogPostPage, **values)
    page.slug, page.go_live_at = slug, moment
    page.save_revision().publish()
    return BlogPostPage.objects.get(pk=page.pk)


def as_planned(page):
    """A page as its planned version has it."""
    return page.scheduled_revision.as_object()


class PromisedAddressTests:
    def test_who_comes_second_is_refused_and_told_when_it_goes_to_the_other(self, site_tree, clock):
        other = moving_to("calm", NINE)
        page = published(BlogPostPage)
        page.slug = "calm"
        (problem,) = promised_address(page, TEN)
        assert problem.words == (
            "The address “calm” goes to another page first, on Mon 2 Mar 09:00: choose another address."
        )
        assert (problem.where, problem.about) == ("slug", other.pk)
        page.go_live_at = TEN
        with pytest.raises(PublishRefused, match="goes to another page first"):
            page.save_revision().publish()

    def test_the_form_says_so_beside_the_address(self, site_tree, clock, editor_client):
        moving_to("calm", NINE)
        url = edit_url(page := published(BlogPostPage))
        form = opened(editor_client, url) | {"slug": "calm", "go_live_at": "2026-03-02 10:00"} | PUBLISH
        response = editor_client.post(url, form)
        assert "goes to another page first" in response.context["form"].errors["slug"][0]
        assert page.scheduled_revision is None

    def test_before_that_or_elsewhere_it_is_free(self, site_tree, clock):
        moving_to("calm", TEN)
        page = published(BlogPostPage)
        page.slug = "calm"
        assert list(promised_address(page, NINE)) == []
        assert list(promised_address(page, EIGHT)) == []
        elsewhere = site_tree.conditions
        elsewhere.slug = "calm"
        assert list(promised_address(elsewhere, TEN)) == []
        assert list(promised_address(as_planned(moving_to("sore", TEN)), TEN)) == []

    def test_publishing_at_once_asks_nothing_of_the_database(self, site_tree, clock, django_assert_num_queries):
        page = published(BlogPostPage)
        with django_assert_num_queries(0):
            assert list(promised_address(page, EIGHT)) == []
            assert list(promised_address(BlogPostPage(slug="calm"), NINE)) == []


class SiblingsOfTests:
    def test_pages_beside_it_and_no_others(self, site_tree):
        one, two = draft(BlogPostPage), draft(BlogPostPage)
        assert [page.pk for page in siblings_of(one)] == [two.pk]
