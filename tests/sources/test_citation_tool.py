"""Citing a source in rich text."""

import json

import pytest
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.rich_text import features

from sources.models import Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def source():
    return Source.objects.create(title="Acne: management", publisher="NICE")


def converter() -> ContentstateConverter:
    return ContentstateConverter(features=["bold", "source"])


class CitationToolTests:
    def test_a_citation_survives_the_way_into_the_editor_and_back(self, source):
        stored = f'<p data-block-key="a">Try <b>this</b>, <a linktype="source" id="{source.pk}">NICE says</a>.</p>'
        assert converter().to_database_format(converter().from_database_format(stored)) == stored

    def test_the_editor_shows_what_is_cited(self, source):
        state = json.loads(converter().from_database_format(f'<p><a linktype="source" id="{source.pk}">x</a></p>'))
        entity = state["entityMap"]["0"]
        assert (entity["type"], entity["mutability"]) == ("SOURCE", "MUTABLE")
        assert entity["data"]["label"] == "NICE: Acne: management"
        assert entity["data"]["url"].endswith(f"/edit/{source.pk}/")

    def test_a_source_that_is_gone_keeps_its_mark(self):
        stored = '<p data-block-key="a"><a linktype="source" id="999">NICE says</a></p>'
        assert converter().to_database_format(converter().from_database_format(stored)) == stored

    def test_a_mark_without_a_source_loses_nothing_but_itself(self):
        state = json.loads(converter().from_database_format('<p><a linktype="source">words</a></p>'))
        assert state["blocks"][0]["text"] == "words"
        assert state["entityMap"]["0"]["data"] == {}

    def test_the_button_opens_the_chooser_of_sources(self):
        widget = get_rich_text_editor_widget(features=["source"])
        button = widget.options["entityTypes"][0]
        assert button["description"] == "Cite a source"
        assert str(button["chooserUrls"]["sourceChooser"]).endswith("/choose/sources/source/")
        assert "js/admin/source_entity.js" in str(widget.media)

    def test_ordinary_links_are_left_to_their_own_rule(self):
        rule = features.get_converter_rule("contentstate", "source")
        assert list(rule["from_database_format"]) == ['a[linktype="source"]']
