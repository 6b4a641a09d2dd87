"""The question about a change, as the form shows it."""

import json

from articles.change_panel import only_for
from blog.models import BlogPostPage
from tests.edit_form import edit_url, parsed
from tests.publication import draft, published

HEADING = "What are readers told about this change?"


def question(client, page):
    """The part of the form that asks, if it is there."""
    for section in parsed(client.get(edit_url(page))).select("section[data-panel]"):
        heading = section.select_one("[data-panel-heading-text]")
        if heading and heading.text == HEADING:
            return section
    return None


class ChangePanelTests:
    """One question with three answers; each box belongs to one of them."""

    def test_a_draft_is_not_asked_about(self, administrator_client, site_tree):
        assert question(administrator_client, draft(BlogPostPage)) is None

    def test_a_live_page_offers_three_answers_and_shows_boxes_by_the_admins_own_rules(
        self, administrator_client, site_tree
    ):
        section = question(administrator_client, published(BlogPostPage))
        assert [radio["value"] for radio in section.select("input[type=radio]")] == [
            "small_fix",
            "update",
            "correction",
        ]
        assert section["data-controller"] == "w-rules"
        assert section["data-action"] == "change->w-rules#resolve"
        shown_for = {
            target.select_one("input")["name"]: json.loads(target["data-w-rules"])
            for target in section.select("[data-w-rules-target=show]")
        }
        assert shown_for == {
            "change_note": {"change_kind": "update"},
            "correction_wrong": {"change_kind": "correction"},
            "correction_right": {"change_kind": "correction"},
        }

    def test_attributes_name_the_kind(self):
        assert only_for("update")["data-w-rules"] == '{"change_kind": "update"}'
