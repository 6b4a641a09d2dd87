"""The listings as an editor opens them."""

import pytest
from django.urls import reverse


@pytest.fixture
def desk(client, editor):
    """The admin as an editor, who may open every listing, uses it."""
    client.force_login(editor)
    return client


@pytest.fixture
def titles(desk):
    """The titles a listing shows for a query."""

    def shown(address: str, **query) -> list[str]:
        response = desk.get(address, query)
        assert response.status_code == 200
        return [page.title for page in response.context["object_list"]]

    return shown


@pytest.fixture(params=["in the menu", "below their index", "among all pages"])
def where_posts_are(request, site_tree):
    """Each address where posts are listed; among all pages only while they are narrowed or searched."""
    return {
        "in the menu": reverse("posts:index"),
        "below their index": reverse("wagtailadmin_explore", args=[site_tree.blog.pk]),
        "among all pages": reverse("wagtailadmin_explore", args=[site_tree.home.pk]),
    }[request.param]
