"""HTML written by code."""

import pytest

from core.sanitise import clean_html


class CleanHtmlTests:
    def test_prose_stays_as_it_is(self):
        html = "<h2>Why</h2><p>It <b>may</b> <i>sting</i>.</p><ul><li>One</li></ul><ol><li>Two</li></ol>"
        assert clean_html(html) == html

    @pytest.mark.parametrize("kind", ["page", "document", "source"])
    def test_links_to_what_is_stored_here_stay(self, kind):
        html = f'<p><a linktype="{kind}" id="12">words</a></p>'
        assert clean_html(html).replace(' id="12" linktype="' + kind + '"', f' linktype="{kind}" id="12"') == html

    def test_a_script_goes_with_its_contents(self):
        assert clean_html("<p>a<script>alert(1)</script>b</p>") == "<p>ab</p>"

    def test_handlers_and_styles_go(self):
        assert clean_html('<p onclick="x()" style="color:red" class="a">a</p>') == "<p>a</p>"

    @pytest.mark.parametrize("address", ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "data:text/html,x"])
    def test_an_address_that_runs_code_goes(self, address):
        assert clean_html(f'<a href="{address}">a</a>') == "<a>a</a>"

    @pytest.mark.parametrize("address", ["https://example.org/", "mailto:a@example.org", "tel:111", "#part"])
    def test_an_ordinary_address_stays(self, address):
        assert clean_html(f'<a href="{address}">a</a>') == f'<a href="{address}">a</a>'

    @pytest.mark.parametrize("attributes", ['linktype="user" id="1"', 'linktype="page" id="1 or 1"'])
    def test_an_unknown_kind_of_link_or_key_goes(self, attributes):
        cleaned = clean_html(f"<a {attributes}>a</a>")
        assert "user" not in cleaned
        assert " or " not in cleaned

    def test_other_words_for_the_same_are_translated(self):
        assert clean_html("<h1>A</h1><p><strong>b</strong> <em>c</em></p>") == "<h2>A</h2><p><b>b</b> <i>c</i></p>"

    def test_pictures_and_embeds_go(self):
        assert clean_html('<p>a<img src=x onerror=y><embed embedtype="media" url="u"/></p>') == "<p>a</p>"
