"""A page on its way through review, by the views people use."""

import pytest
from wagtail.models import Page

from tests.edit_form import edit_url, opened


@pytest.fixture
def act():
    """Open a page in somebody's browser and press a button: ``act(client, page, SUBMIT, title="…")``."""

    def press(client, page, button, **changes):
        url = edit_url(page)
        return client.post(url, opened(client, url) | button | changes)

    return press


@pytest.fixture
def approve(act):
    """Approve a page from its edit form, changing what is named."""

    def press(client, page, **changes):
        button = {"action-workflow-action": "true", "workflow-action-name": "approve"}
        return act(client, page, button, **changes)

    return press


@pytest.fixture
def send_back(act):
    """Ask for changes to a page from its edit form, with a comment."""

    def press(client, page, comment="Please name the sources."):
        button = {
            "action-workflow-action": "true",
            "workflow-action-name": "reject",
            "workflow-action-extra-data": f'{{"comment": "{comment}"}}',
        }
        return act(client, page, button)

    return press


@pytest.fixture
def fresh():
    """A page as it is in the database now."""
    return lambda page: Page.objects.get(pk=page.pk).specific


@pytest.fixture
def waits_for(fresh):
    """The name of the approval a page waits for, or None."""

    def task(page):
        current = fresh(page).current_workflow_task
        return current.name if current else None

    return task
