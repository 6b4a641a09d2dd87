"""Feeds in RSS 2.0, and the pages that have one of their own."""

import re
from datetime import datetime

from django.db.models import QuerySet
from django.utils.feedgenerator import Rss201rev2Feed, rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

#: Characters XML cannot hold.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def printable(text: str) -> str:
    """Text that fits into XML."""
    return CONTROLS.sub("", text)


class FullTextFeed(Rss201rev2Feed):
    """A feed whose items bring their whole text, their authors and a picture."""

    def rss_attributes(self) -> dict[str, str]:
        """The vocabularies that RSS itself lacks words for."""
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def latest_post_date(self) -> datetime:
        """When anything in the feed last changed; the clock would make an unchanged feed look new."""
        return self.feed["changed_at"]

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict) -> None:
        """What stock RSS says of an item, and what it has no words for."""
        super().add_item_elements(handler, item)
        for name in item["creators"]:
            handler.addQuickElement("dc:creator", name)
        if item["updateddate"]:
            handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        if item["picture"]:
            handler.addQuickElement("media:content", None, item["picture"])
        handler.addQuickElement("content:encoded", item["content"])


class FeedPage:
    """A page with a feed of its own below it, at `feed/`."""

    has_feed = True

    def feed_pages(self) -> QuerySet:
        """What the feed brings, newest first."""
        raise NotImplementedError
