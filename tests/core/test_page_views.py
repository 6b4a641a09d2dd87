"""Views for one page that a room puts in place of Wagtail's."""

import pytest
from django.urls import reverse
from django.views import View
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView

from blog.models import BlogPostPage
from core import page_views
from tests.publication import draft


class LoudView(View):
    """A view of some room."""


@pytest.fixture
def empty(monkeypatch):
    """No room has put anything in place."""
    monkeypatch.setattr(page_views, "_registered", {})


class RegisterTests:
    def test_a_registered_view_is_known_by_its_place(self, empty):
        page_views.register_page_view("edit_view_class", LoudView)
        assert page_views.page_views() == {"edit_view_class": LoudView}

    def test_without_any_there_are_none(self, empty):
        assert page_views.page_views() == {}

    def test_the_last_one_stands_in_a_place(self, empty):
        page_views.register_page_view("edit_view_class", EditView)
        page_views.register_page_view("edit_view_class", LoudView)
        assert page_views.page_views() == {"edit_view_class": LoudView}

    def test_whoever_asks_cannot_change_what_is_registered(self, empty):
        page_views.page_views()["edit_view_class"] = LoudView
        assert page_views.page_views() == {}


class PlaceTests:
    def test_what_rooms_register_is_what_the_forms_of_pages_are_made_by(self, site_tree, editor_client):
        places = page_views.page_views()
        assert issubclass(places["edit_view_class"], EditView)
        assert issubclass(places["add_view_class"], CreateView)
        edit = editor_client.get(reverse("wagtailadmin_pages:edit", args=[draft(BlogPostPage).pk]))
        add = editor_client.get(reverse("wagtailadmin_pages:add", args=["blog", "blogpostpage", site_tree.blog.pk]))
        assert isinstance(edit.context["view"], places["edit_view_class"])
        assert isinstance(add.context["view"], places["add_view_class"])
