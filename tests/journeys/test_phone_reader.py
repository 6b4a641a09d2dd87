"""A phone is narrow and its connection slow: words stay whole, lines begin with words, cards keep their form."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from tests.core import bodies
from tests.images.factories import SiteImageFactory
from tests.journeys.reader import PHONE
from tests.publication import published

LONG_WORD = "hyperpigmentation"
#: 110 characters.
LONG_TITLE = (
    "What a winter of heated rooms, hot showers and wool against the neck does to skin that was never dry before now"
)
#: On how many lines a word stands.
LINES_OF = """(element, word) => {
  const text = element.firstChild;
  const range = document.createRange();
  range.setStart(text, text.data.indexOf(word));
  range.setEnd(text, text.data.indexOf(word) + word.length);
  return range.getClientRects().length;
}"""
LINES = "(text) => Math.round(text.offsetHeight / parseFloat(getComputedStyle(text).lineHeight))"
#: How far from the edge of the text each line of facts begins with its words.
INDENTS = """(element) => {
  const left = document.querySelector("h1").getBoundingClientRect().left;
  const lines = new Map();
  for (const fact of element.children) {
    const range = document.createRange();
    range.selectNodeContents(fact);
    const box = range.getBoundingClientRect();
    if (!lines.has(Math.round(box.top))) lines.set(Math.round(box.top), Math.round(box.left - left));
  }
  return [...lines.values()];
}"""
HEIGHTS = """(cards) => cards.map((card) => {
  const picture = card.querySelector(".page-card__picture");
  return picture && getComputedStyle(picture).backgroundImage !== "none" ? picture.getBoundingClientRect().height : 0;
})"""


@pytest.fixture
def pages(site_tree, uploads):
    """A condition with a long word in its name, and a post with a long title and much to say about its dates."""
    text = bodies.text("".join(f"<h2>Part {number}</h2><p>Skin sheds.</p>" for number in (1, 2, 3)))
    post = {"published_at": "2026-09-23T09:30:00Z", "first_published_by_name": "The Slow Tap", "body": [text]}
    return SimpleNamespace(
        condition=published(ConditionPage, title=f"Post-inflammatory {LONG_WORD}", image=SiteImageFactory()),
        post=published(BlogPostPage, title=LONG_TITLE, image=SiteImageFactory(), **post),
    )


@pytest.fixture
def reader(reader_with, pages):
    """A reader with a phone."""
    return reader_with(**PHONE)


@pytest.mark.django_db(transaction=True)
class PhoneReaderTests:
    def test_a_long_word_stays_whole_beside_the_picture_of_its_card(self, reader, pages):
        page = reader.opens("/")
        title = page.locator(".grid--dense").get_by_role("link", name=LONG_WORD)
        assert title.evaluate(LINES_OF, LONG_WORD) == 1

    def test_a_long_title_takes_five_lines_and_each_line_of_dates_begins_with_words(self, reader, pages):
        page = reader.opens(pages.post.get_url())
        heading = page.get_by_role("heading", level=1)
        lines = heading.evaluate(
            "it => it.getBoundingClientRect().height / parseFloat(getComputedStyle(it).lineHeight)"
        )
        assert round(lines) <= 5
        indents = page.locator(".dates").evaluate(INDENTS)
        assert len(indents) > 1
        assert set(indents) == {0}

    def test_the_contents_wait_folded_and_open_at_a_touch(self, reader, pages):
        page = reader.opens(pages.post.get_url())
        link = page.get_by_role("link", name="Part 2")
        expect(link).to_be_hidden()
        page.locator(".contents--fold > summary").click()
        link.click()
        expect(page.get_by_role("heading", name="Part 2")).to_be_in_viewport()

    def test_cards_keep_their_form_while_their_pictures_are_on_the_way(self, reader, pages):
        reader.page.route("**/media/**", lambda route: route.abort())
        page = reader.opens("/")
        heights = page.locator(".page-card:not(.page-card--plain)").evaluate_all(HEIGHTS)
        assert len(heights) >= 2
        assert min(heights) >= 100
