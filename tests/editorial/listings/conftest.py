"""The listings as an editor opens them."""

import pytest


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
