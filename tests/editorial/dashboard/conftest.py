"""The dashboard as somebody opens it."""

import pytest
from django.urls import reverse


@pytest.fixture
def dashboard(client):
    """Opens a user's dashboard: its panels' contexts by name, and its HTML."""

    def opened_by(user) -> dict:
        client.force_login(user)
        response = client.get(reverse("wagtailadmin_home"))
        context = {"request": response.wsgi_request, "csrf_token": "token"}
        panels = {panel.name: panel.get_context_data(context) for panel in response.context["panels"]}
        return panels | {"html": response.content.decode()}

    return opened_by


@pytest.fixture
def desk(client, writer):
    """The admin as Wanda uses it."""
    client.force_login(writer)
    return client
