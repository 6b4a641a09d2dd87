"""The page form with its links at its side."""

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from home.models import HomePage
from people.models import PersonPage
from products.models import ProductPage
from tests.edit_form import create_url, edit_url, opened, parsed
from tests.publication import draft
from topics.models import TopicPage

pytestmark = pytest.mark.django_db
AUTOSAVE = {"Accept": "application/json"}


def address_in(response) -> str | None:
    """Where the links panel of a form asks."""
    panel = parsed(response).select_one("[data-links-panel]")
    return panel and panel["data-address"]


class LinkingEditViewTests:
    @pytest.mark.parametrize(
        "page_type", [BlogPostPage, ConditionPage, ProductPage, PersonPage, TopicPage], ids=lambda one: one.__name__
    )
    def test_every_form_has_the_panel(self, page_type, site_tree, editor_client):
        page = draft(page_type)
        assert address_in(editor_client.get(edit_url(page))) == reverse("links", args=[page.pk])

    def test_so_has_that_of_a_page_without_a_listing(self, site_tree, editor_client):
        home = HomePage.objects.get()
        assert address_in(editor_client.get(edit_url(home))) == reverse("links", args=[home.pk])

    def test_it_has_a_button_and_its_script(self, site_tree, editor_client):
        html = editor_client.get(edit_url(draft(BlogPostPage))).content.decode()
        assert 'data-side-panel-toggle="links"' in html
        assert "js/admin/links_panel" in html

    def test_an_autosave_answers_without_it(self, site_tree, editor_client):
        page = draft(BlogPostPage)
        data = opened(editor_client, edit_url(page)) | {"standfirst": "Saved by itself."}
        response = editor_client.post(edit_url(page), data, headers=AUTOSAVE)
        assert response.status_code == 200
        assert response.json()["success"]
        assert "data-links-panel" not in response.content.decode()
        assert page.get_latest_revision_as_object().standfirst != BlogPostPage().standfirst


class LinkingCreateViewTests:
    def test_the_form_of_a_new_page_has_the_panel_for_later(self, site_tree, editor_client):
        response = editor_client.get(create_url(BlogPostPage, site_tree.blog))
        assert address_in(response) == reverse("links", args=[0])

    def test_a_first_autosave_answers_without_it(self, site_tree, editor_client):
        url = create_url(BlogPostPage, site_tree.blog)
        data = opened(editor_client, url) | {"title": "Calm", "slug": "calm"}
        response = editor_client.post(url, data, headers=AUTOSAVE)
        assert response.json()["success"]
        assert "data-links-panel" not in response.content.decode()
        assert BlogPostPage.objects.filter(slug="calm").exists()
