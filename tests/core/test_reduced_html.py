"""Pages reduced to what a feed reader can show."""

import pytest

from core.reduced_html import reduced

ADDRESS = "https://example.org/blog/calm/"


class ReducedTests:
    @pytest.mark.parametrize(
        ("html", "left"),
        [
            ('<section class="block" id="a"><h2 class="t" id="b">Why</h2></section>', "<h2>Why</h2>"),
            ('<p onclick="x()" style="color: red">So</p>', "<p>So</p>"),
            ('<p><svg class="icon"><use href="/i.svg#a"></use><title>Icon</title></svg> Call</p>', "<p> Call</p>"),
            ('<form><label>Name <input name="q"></label><button>Go</button></form><p>So</p>', "<p>So</p>"),
            ("<script>alert(1)</script><style>p {}</style><p>So</p>", "<p>So</p>"),
            ('<ol><li><span class="n" aria-hidden="true">1</span>Plug</li></ol>', "<ol><li>Plug</li></ol>"),
            (
                "<details><summary><h3>When?</h3></summary><div><p>Soon.</p></div></details>",
                "<h3>When?</h3><p>Soon.</p>",
            ),
            ("<div>\n  \n  <p>So</p>\n\n\n  <p>Then</p>\n</div>", "<p>So</p>\n<p>Then</p>"),
            ("<ul><li> </li></ul><p></p><figure><p>\n</p></figure>", ""),
            ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ],
    )
    def test_words_stay_and_the_dress_goes(self, html, left):
        assert reduced(html, ADDRESS) == left

    @pytest.mark.parametrize(
        ("link", "left"),
        [
            ('<a href="/conditions/milia/" class="x">a</a>', '<a href="https://example.org/conditions/milia/">a</a>'),
            ('<a href="#source-1" id="cite-1">1</a>', f'<a href="{ADDRESS}#source-1">1</a>'),
            ('<a href="https://shop.example.com/?a=1&amp;b=2">b</a>',) * 2,
            ('<a href="//shop.example.com/">b</a>', '<a href="https://shop.example.com/">b</a>'),
            ('<a href="tel:999">Call</a>',) * 2,
            (
                '<a href="/go/cream/1/" rel="sponsored nofollow">Shop</a>',
                '<a href="https://example.org/go/cream/1/" rel="sponsored nofollow">Shop</a>',
            ),
            ('<a href="javascript:alert(1)">c</a>', "<a>c</a>"),
            ('<a href="https://[">c</a>', "<a>c</a>"),
            ('<a href=" ">c</a>', "<a>c</a>"),
        ],
    )
    def test_links_work_from_anywhere_and_keep_what_they_say_of_money(self, link, left):
        assert reduced(link, ADDRESS) == left

    def test_a_picture_is_one_file_that_everything_can_show(self):
        html = (
            '<picture><source type="image/avif" srcset="/media/a.avif 480w"><img src="/media/a.jpg" '
            'srcset="/media/b.jpg" width="480" height="300" alt="A forearm" loading="lazy"></picture>'
            '<img src="data:image/gif;base64,R0lGO">'
        )
        assert reduced(html, ADDRESS) == (
            '<img src="https://example.org/media/a.jpg" width="480" height="300" alt="A forearm">'
        )
