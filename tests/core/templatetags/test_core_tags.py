"""Small words for every template."""

import re

import pytest
from django.template import Context, Template

from blog.models import BlogPostPage
from core.blocks import CalloutBlock, FaqBlock
from core.templatetags.core_tags import chosen, filled, gist, lines, readable
from tests.core.privacy import keep_private
from tests.publication import draft, published
from topics.models import TopicPage

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class LinesTests:
    @pytest.mark.parametrize(
        ("text", "items"),
        [("A bowl\n\n  A towel \n", ["A bowl", "A towel"]), ("", []), (None, [])],
        ids=["two and a blank", "empty", "nothing"],
    )
    def test_a_box_is_split_into_its_lines(self, text, items):
        assert lines(text) == items


class FilledTests:
    def test_items_left_empty_are_skipped(self):
        block = FaqBlock()
        answered = {"question": "Does it hurt?", "answer": "<p>No.</p>"}
        value = block.to_python({"title": "Questions", "items": [answered, {"question": "", "answer": ""}]})

        assert [item.value["question"] for item in filled(value["items"])] == ["Does it hurt?"]

    def test_blocks_left_empty_are_skipped(self):
        page = BlogPostPage(title="Post", body=[("text", "<p>Calm.</p>"), ("text", "")])

        assert [child.value.source for child in filled(page.body)] == ["<p>Calm.</p>"]


class ChosenTests:
    @pytest.mark.parametrize(("kind", "words"), [("warning", "Take care"), (None, ""), ("", "")])
    def test_a_choice_is_said_in_words(self, kind, words):
        assert chosen(CalloutBlock().to_python({"kind": kind, "text": "<p>Calm.</p>"}), "kind") == words


class GistTests:
    def test_the_sentence_a_page_has_for_lists_is_said_without_markup(self):
        topic = TopicPage(title="Sun", introduction="<p>Light &amp; <b>shade</b> too.</p>")

        assert gist(BlogPostPage(title="Oil", standfirst="When less is more.")) == "When less is more."
        assert gist(topic) == "Light & shade too."
        assert gist(BlogPostPage(title="Oil")) == ""

    def test_a_list_cuts_it_between_letters(self):
        pages = [BlogPostPage(title="Oil", slug="oil", pk=1, standfirst="“Oil's” & ”" * 40)]

        html = Template('{% include "components/row_list.html" %}').render(Context({"pages": pages}))

        assert "…</span>" in html
        assert re.search(r"&(?!\w+;|#\w+;)", html) is None


class ReadableTests:
    def test_only_what_readers_may_see_is_handed_on(self):
        live, hidden = published(BlogPostPage), published(BlogPostPage)
        keep_private(hidden)

        assert readable(live) == live
        assert [readable(hidden), readable(draft(BlogPostPage)), readable(None)] == [None, None, None]


class TagTests:
    def test_prose_outside_a_page_is_printed_as_it_is(self):
        template = Template("{% load core_tags %}{% prose value %}")

        assert template.render(Context({"value": "<p>Calm.</p>"})) == "<p>Calm.</p>"

    def test_there_is_no_menu_without_a_request(self):
        template = Template("{% load core_tags %}{% menu 'header' as links %}{{ links|length }}")

        assert template.render(Context()) == "0"
