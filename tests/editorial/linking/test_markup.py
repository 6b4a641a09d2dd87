"""Rich text read as plain text."""

import pytest

from editorial.linking.markup import BREAK, is_balanced, read


def linked(html: str, words: str, key: int = 7) -> str | None:
    """The markup with the first such words linked."""
    markup = read(html)
    start = markup.text.index(words)
    return markup.with_link(start, start + len(words), key)


def around(words: str, key: int = 7) -> str:
    """A link as it is stored."""
    return f'<a linktype="page" id="{key}">{words}</a>'


class TextTests:
    def test_tags_leave_no_trace_inside_a_paragraph(self):
        assert read("<p>Back <b>ac</b>ne</p>").text == f"{BREAK}Back acne{BREAK}"

    def test_entities_are_letters(self):
        assert read("Dry &amp; sore&nbsp;&#39;skin&#x27; &lt;b&gt;").text == "Dry & sore\u00a0'skin' <b>"

    def test_a_sign_that_is_no_entity_stands_for_itself(self):
        assert read("Q & A, R&D, &nosuchname; 1 < 2").text == "Q & A, R&D, &nosuchname; 1 < 2"

    @pytest.mark.parametrize(
        "html",
        [
            "<p>Back</p><p>acne</p>",
            "<P>Back</P><P>acne</P>",
            "<ul><li>Back</li><li>acne</li></ul>",
            "<h2>Back</h2>acne",
            "Back<br/>acne",
            "Back<hr/>acne",
            '<p>Back</p><embed embedtype="image" id="1"/><p>acne</p>',
        ],
    )
    def test_the_end_of_a_paragraph_stands_between_two_words(self, html):
        assert [word for word in read(html).text.split(BREAK) if word] == ["Back", "acne"]

    def test_nothing_is_read_as_nothing(self):
        markup = read("")
        assert (markup.text, markup.pieces, markup.headings, markup.links) == ("", [], [], [])


class HeadingTests:
    def test_each_heading_is_the_place_its_words_begin(self):
        markup = read("<p>One.</p><h2>Two</h2><p>Three.</p><h3><b>Four</b></h3>")
        assert [markup.text[place:].split(BREAK)[0] for place in markup.headings] == ["Two", "Four"]


class LinkTests:
    def test_links_to_pages_are_known_with_their_places(self):
        markup = read('<p>See <a linktype="page" id="12">this</a> and <a id="3" linktype="page">that</a>.</p>')
        assert [(markup.text[place : place + 4], key) for place, key in markup.links] == [("this", 12), ("that", 3)]

    @pytest.mark.parametrize(
        "attributes",
        [
            "",
            'href="https://example.org/12"',
            'linktype="source" id="12"',
            'linktype="document" id="12"',
            'linktype="page"',
            'linktype="page" id="nonsense"',
            f'linktype="page" id="{"9" * 40}"',
        ],
    )
    def test_links_to_anything_else_are_not(self, attributes):
        assert read(f"<p><a {attributes}>this</a></p>").links == []


class WithLinkTests:
    def test_the_words_alone_are_wrapped(self):
        html = '<p data-block-key="x1">Mild acne, they say.</p>'
        assert linked(html, "acne") == html.replace("acne", around("acne"))

    @pytest.mark.parametrize("words", ["Acne", "they say."])
    def test_words_at_either_end_of_a_paragraph(self, words):
        html = "<p>Acne, they say.</p>"
        assert linked(html, words) == html.replace(words, around(words))

    def test_a_text_without_any_tag(self):
        assert linked("acne", "acne") == around("acne")

    @pytest.mark.parametrize(
        ("stored", "words"),
        [
            ("salicylic&nbsp;acid", "salicylic\u00a0acid"),
            ("Gardener&#39;s balm", "Gardener's balm"),
            ("R&amp;D", "R&D"),
            ("&Eacute;clat", "Éclat"),
            ("caf&eacute;", "café"),
            ("A&NotEqualTilde;", "A≂̸"),
        ],
    )
    def test_letters_written_as_entities_stay_as_they_are(self, stored, words):
        assert linked(f"<p>&lt; {stored}, &gt;</p>", words) == f"<p>&lt; {around(stored)}, &gt;</p>"

    def test_tags_that_are_opened_and_closed_between_the_words_go_inside(self):
        assert linked("<p>A <b>back</b> acne tale</p>", "A back acne") == f"<p>{around('A <b>back</b> acne')} tale</p>"

    def test_words_that_fill_a_tag_are_linked_inside_it(self):
        assert linked("<p>So <b><i>acne</i></b> it is</p>", "acne") == f"<p>So <b><i>{around('acne')}</i></b> it is</p>"

    @pytest.mark.parametrize(
        "html",
        [
            "<p>back <b>acne</b></p>",
            "<p><b>back</b> acne</p>",
            "<p><b>back a</b>cne</p>",
            "<p>b<b>ack acne it</b> is</p>",
            "<p><b>back</b> <i>acne</i></p>",
            "<p><b>back <i>acne it</i> is</b></p>",
        ],
    )
    def test_no_link_is_set_across_a_tag_that_is_half_open(self, html):
        assert linked(html, "back acne") is None

    @pytest.mark.parametrize("tag", ["h1", "h2", "h3", "h4", "h5", "h6", "blockquote", 'a href="/x/"', "a", "H2"])
    def test_no_link_is_set_in_headings_quotations_and_links(self, tag):
        closing = tag.split()[0]
        assert linked(f"<{tag}>some <b>acne</b></{closing}>", "acne") is None
        assert (
            linked(f"<{tag}>some</{closing}><p>acne</p>", "acne") == f"<{tag}>some</{closing}><p>{around('acne')}</p>"
        )

    def test_no_link_is_set_across_another(self):
        assert linked('<p><a href="/x/">back</a> acne</p>', "back acne") is None
        assert linked('<p>back <a href="/x/">acne</a></p>', "back acne") is None
        assert (
            linked('<p>back <a href="/x/"></a>acne</p>', "back ") == f'<p>{around("back ")}<a href="/x/"></a>acne</p>'
        )

    def test_no_link_is_set_across_paragraphs(self):
        assert linked("<p>back</p><p>acne</p>", f"back{BREAK}{BREAK}acne") is None
        assert linked("back<br/>acne", f"back{BREAK}acne") is None


class IsBalancedTests:
    @pytest.mark.parametrize("html", ["", "acne", "<b>acne</b>", "a<br/>b<hr/>", "<b><i>x</i></b><i></i>", "<B>x</b>"])
    def test_what_is_opened_is_closed(self, html):
        assert is_balanced(html)

    @pytest.mark.parametrize("html", ["<b>", "</b>", "</b><b>", "<b><i></b></i>", "<b>x</i>", "x<b>y</b></b>"])
    def test_and_what_is_not_is_told(self, html):
        assert not is_balanced(html)
