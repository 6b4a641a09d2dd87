"""The page form as a browser sends it: what it opened with, changed where a test says so."""

import json
from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page

PUBLISH = {"action-publish": "action-publish"}
SUBMIT = {"action-submit": "action-submit"}


def edit_url(page: Page) -> str:
    """Where a page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def create_url(page_type: type[Page], parent: Page) -> str:
    """Where a page of a type is created."""
    return reverse("wagtailadmin_pages:add", args=[page_type._meta.app_label, page_type._meta.model_name, parent.pk])


def opened(client: Client, url: str) -> dict[str, Any]:
    """Everything the form at an address would send if nobody touched it."""
    response = client.get(url)
    assert response.status_code == 200, response.headers
    return sent_by(response)


def sent_by(response: HttpResponse) -> dict[str, Any]:
    """Everything the form in a response would send if nobody touched it."""
    form = parsed(response).select_one("form[data-edit-form]")
    data: dict[str, Any] = {}
    for field in form.select("input[name], select[name], textarea[name]"):
        add_field(data, field)
    for widget in form.select("[data-block]"):
        bound = response.context["form"][widget["id"]]
        data |= stream_data(widget["id"], bound.field.block.to_python(bound.value()))
    return data


def add_field(data: dict[str, Any], field: Any) -> None:
    """Add what one box of a form would send."""
    name = field["name"]
    if field.name == "select":
        chosen = [option.get("value", option.text) for option in field.select("option[selected]")]
        if chosen:
            data[name] = chosen if field.has_attr("multiple") else chosen[0]
    elif field.name == "textarea":
        data[name] = field.text.removeprefix("\n")
    elif field.get("type") in {"checkbox", "radio"}:
        if field.has_attr("checked"):
            data[name] = [*data.get(name, []), field.get("value", "on")]
    elif field.get("type") not in {"file", "submit"}:
        data[name] = field.get("value", "")


def stream_data(prefix: str, value: StreamValue) -> dict[str, Any]:
    """What the boxes of a stream send."""
    return dict(block_data(prefix, value.stream_block, value))


def block_data(prefix: str, block: blocks.Block, value: Any):
    """What the boxes of a block send, inner blocks included."""
    if isinstance(block, blocks.StreamBlock):
        yield f"{prefix}-count", len(value)
        for place, child in enumerate(value):
            yield f"{prefix}-{place}-deleted", ""
            yield f"{prefix}-{place}-order", place
            yield f"{prefix}-{place}-type", child.block_type
            yield f"{prefix}-{place}-id", child.id or ""
            yield from block_data(f"{prefix}-{place}-value", child.block, child.value)
    elif isinstance(block, blocks.ListBlock):
        yield f"{prefix}-count", len(value)
        for place, child in enumerate(value.bound_blocks):
            yield f"{prefix}-{place}-deleted", ""
            yield f"{prefix}-{place}-order", place
            yield f"{prefix}-{place}-id", child.id or ""
            yield from block_data(f"{prefix}-{place}-value", block.child_block, child.value)
    elif isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from block_data(f"{prefix}-{name}", child, value.get(name))
    else:
        state = block.get_form_state(value)
        if isinstance(state, dict):
            state = state["id"]
        if isinstance(state, list):
            state = state[0] if state else ""
        if state is True or (state not in (None, False) and state != ""):
            yield prefix, "on" if state is True else state
        elif state is not False:
            yield prefix, ""


def stream(page: Page, *children: tuple[str, Any]) -> dict[str, Any]:
    """What the body sends when it holds these blocks."""
    return stream_data("body", page._meta.get_field("body").stream_block.to_python(list(children)))


def errors_of(response: HttpResponse, name: str = "body") -> dict[str, Any]:
    """The block errors the form shows for a stream, nested as its boxes are."""
    widget = parsed(response).select_one(f"[data-block]#{name}")
    return json.loads(widget["data-w-block-arguments-value"])[1] or {}


def said(response: HttpResponse) -> str:
    """All the words of a response."""
    return " ".join(parsed(response).get_text(" ").split())


def parsed(response: HttpResponse) -> BeautifulSoup:
    """A response as a tree of the elements somebody meets: what waits in a template is no part of the page yet."""
    tree = BeautifulSoup(response.content, "html.parser")
    for template in tree.find_all("template"):
        template.decompose()
    return tree
