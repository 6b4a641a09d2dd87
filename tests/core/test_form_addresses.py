"""The address of a second page of one title, typed into the form as a browser sends it."""

import pytest

from blog.models import BlogPostPage
from tests.edit_form import edit_url, opened
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(site_tree):
    """A post of a title that is taken, as autosave has made it."""
    published(BlogPostPage, title="Calm skin", slug="calm-skin")
    return draft(BlogPostPage, title="Calm skin", slug="calm-skin-1")


def saved_with(client, page, **boxes):
    """The slug after saving the form with these boxes, or what was said against it."""
    url = edit_url(page)
    response = client.post(url, opened(client, url) | boxes)
    form = response.context and response.context.get("form")
    if form and form.errors:
        return form.errors["slug"]
    return BlogPostPage.objects.get(pk=page.pk).get_latest_revision_as_object().slug


class SecondPageTests:
    def test_the_box_a_browser_filled_from_the_title_is_no_error_once_the_page_exists(self, second, editor_client):
        assert saved_with(editor_client, second, slug="calm-skin") == "calm-skin-1"

    def test_an_address_somebody_chose_is_kept_or_refused(self, second, editor_client):
        assert saved_with(editor_client, second, slug="calmer") == "calmer"
        draft(BlogPostPage, slug="taken")
        assert saved_with(editor_client, second, slug="taken") != "taken"

    def test_the_first_page_keeps_the_address_of_its_title(self, second, editor_client):
        first = BlogPostPage.objects.get(slug="calm-skin")
        assert saved_with(editor_client, first, title="Calm skin", slug="calm-skin") == "calm-skin"
