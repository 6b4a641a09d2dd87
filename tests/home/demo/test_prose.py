"""Prose in content files becomes stored rich text."""

from home.demo.prose import paragraphs, rich_text


class ParagraphsTests:
    def test_empty_lines_set_paragraphs_apart(self):
        assert paragraphs("\nOne\nline.\n\nTwo.\n") == "<p>One line.</p><p>Two.</p>"

    def test_headings_and_lists_are_left_as_they_are(self):
        assert paragraphs("<h2>Why</h2>\n\n<ul><li>So</li></ul>") == "<h2>Why</h2><ul><li>So</li></ul>"


class RichTextTests:
    def test_links_and_citations_are_stored_by_key(self):
        keys = {("page", "blog/oil"): 7, ("source", "nice"): 3}
        stored = rich_text(
            '<a page="blog/oil">Oil</a> is <a source="nice">fine</a>.', lambda kind, name: keys[kind, name]
        )
        assert 'linktype="page"' in stored and 'id="7"' in stored
        assert 'linktype="source"' in stored and 'id="3"' in stored

    def test_what_an_editor_could_not_type_is_removed(self):
        assert rich_text("Hello<script>alert(1)</script>", lambda kind, name: 0) == "<p>Hello</p>"
