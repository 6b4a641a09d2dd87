"""Templates and styles."""

import pytest
from wagtail.models import get_page_models

from tests.architecture.markup import (
    default_template_names,
    inline_markup,
    orphan_styles,
    orphan_templates,
    suppressions,
)
from tests.architecture.project import ROOT, write


def page_templates() -> set[str]:
    """The default template of every page type of the project."""
    return default_template_names([(model._meta.app_label, model.__name__) for model in get_page_models()])


class InlineMarkupTests:
    def test_reader_pages_have_nothing_inline_and_nothing_marked_safe(self):
        assert inline_markup(ROOT) == []

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ('<p style="color: red">', "an inline style"),
            ("<style>p {}</style>", "an inline style"),
            ("<script>alert(1)</script>", "an inline script"),
            ('<a href="/" onclick="go()">', "an inline event handler"),
            ("{{ page.title|safe }}", "text marked safe"),
        ],
    )
    def test_a_planted_fault_is_found(self, tmp_path, text, words):
        write(tmp_path, "templates/blog/blog_post_page.html", text)

        assert inline_markup(tmp_path) == [f"templates/blog/blog_post_page.html: {words}"]

    def test_a_planted_mark_safe_is_found(self, tmp_path):
        write(tmp_path, "core/words.py", "from django.utils.safestring import mark_safe\n")

        assert inline_markup(tmp_path) == ["core/words.py: text marked safe"]

    def test_a_script_file_and_structured_data_pass(self, tmp_path):
        text = '<script src="/x.js"></script><script type="application/ld+json">{}</script>'
        write(tmp_path, "templates/base.html", text)

        assert inline_markup(tmp_path) == []


class SuppressionTests:
    def test_no_checker_is_silenced(self):
        assert suppressions(ROOT) == []

    def test_a_planted_suppression_is_found(self, tmp_path):
        write(tmp_path, "core/rule.py", "import os  # no" + "qa\n")

        assert suppressions(tmp_path) == ["core/rule.py"]


class OrphanTests:
    def test_every_template_is_used(self):
        assert orphan_templates(ROOT, page_templates()) == []

    def test_every_stylesheet_is_used(self):
        assert orphan_styles(ROOT) == []

    def test_a_planted_orphan_template_is_found(self, tmp_path):
        write(tmp_path, "templates/base.html", '{% include "components/byline.html" %}')
        write(tmp_path, "templates/components/byline.html", "")
        write(tmp_path, "templates/blog/blog_post_page.html", '{% extends "base.html" %}')
        write(tmp_path, "templates/components/lost.html", "")

        assert orphan_templates(tmp_path, {"blog/blog_post_page.html"}) == ["templates/components/lost.html"]

    def test_a_planted_orphan_stylesheet_is_found(self, tmp_path):
        write(tmp_path, "templates/base.html", "{% static 'css/site.css' %}")
        write(tmp_path, "static/css/site.css", "@import url('tokens.css');")
        write(tmp_path, "static/css/tokens.css", "")
        write(tmp_path, "static/css/lost.css", "")

        assert orphan_styles(tmp_path) == ["static/css/lost.css"]
