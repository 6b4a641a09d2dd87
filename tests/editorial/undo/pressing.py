"""Publishing and taking back as a browser does it."""

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.edit_form import PUBLISH, edit_url, opened, parsed


def publish_in_form(client: Client, page, **boxes) -> HttpResponse:
    """Press “Publish” in the form of a page; what is said afterwards."""
    data = opened(client, edit_url(page)) | boxes | PUBLISH
    return client.post(edit_url(page), data, follow=True)


def unpublish(client: Client, page, **boxes) -> HttpResponse:
    """Take a page offline; what is said afterwards."""
    return client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), boxes, follow=True)


def undo_button(response: HttpResponse) -> BeautifulSoup | None:
    """The button in the messages of a response."""
    return parsed(response).select_one(".messages form.undo")


def press_undo(client: Client, response: HttpResponse) -> HttpResponse:
    """Press it; what is said afterwards."""
    form = undo_button(response)
    assert form, "No “Undo” is offered."
    data = {box["name"]: box["value"] for box in form.select("input")}
    return client.post(form["action"], data, follow=True)
