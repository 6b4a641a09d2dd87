"""Feeds in RSS 2.0."""

from datetime import UTC, datetime

import pytest
from defusedxml.ElementTree import fromstring

from core.feeds import FeedPage, FullTextFeed, printable
from tests.core.rss import NAMES, said

MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)
ITEM = {
    "title": "Milia",
    "link": "https://example.org/milia/",
    "description": "Small & white.",
    "content": "<p>Leave them alone &amp; wait.</p>",
    "creators": ["Ana Ruiz", "Dr Temi Osei"],
    "categories": ["Bumps"],
    "pubdate": MOMENT,
    "updateddate": None,
    "picture": {},
}


def written(**values):
    """A feed of one item, read as XML."""
    feed = FullTextFeed(
        "Skin", "https://example.org/", "Calm.", feed_url="https://example.org/feed/", changed_at=MOMENT
    )
    feed.add_item(**ITEM | values)
    return fromstring(feed.writeString("utf-8")).find("channel")


class FullTextFeedTests:
    def test_an_item_brings_its_text_and_all_its_authors(self):
        item = written().find("item")
        assert said(item, "content:encoded") == ["<p>Leave them alone &amp; wait.</p>"]
        assert said(item, "dc:creator") == ["Ana Ruiz", "Dr Temi Osei"]
        assert said(item, "category") == ["Bumps"]

    def test_an_update_is_told_where_there_was_one(self):
        assert said(written().find("item"), "atom:updated") == []
        assert said(written(updateddate=MOMENT).find("item"), "atom:updated") == ["2026-03-01T09:00:00+00:00"]

    def test_a_picture_is_named_where_there_is_one(self):
        assert written().find("item/media:content", NAMES) is None
        picture = {"url": "https://example.org/a.jpg", "medium": "image"}
        assert written(picture=picture).find("item/media:content", NAMES).attrib == picture

    def test_the_feed_names_itself_and_the_day_it_changed_not_today(self):
        channel = written()
        assert channel.find("atom:link", NAMES).attrib == {"rel": "self", "href": "https://example.org/feed/"}
        assert channel.findtext("lastBuildDate") == "Sun, 01 Mar 2026 09:00:00 +0000"


class PrintableTests:
    def test_what_xml_cannot_hold_is_left_out(self):
        assert printable("a\x00b\x0bc\ufffed\te\n") == "abcd\te\n"


class FeedPageTests:
    def test_a_page_with_a_feed_says_what_is_in_it(self):
        with pytest.raises(NotImplementedError):
            FeedPage().feed_pages()
