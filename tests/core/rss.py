"""Reading feeds."""

from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}


def channel(client, address: str) -> Element:
    """A feed, read as XML."""
    response = client.get(address)
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    return fromstring(response.content).find("channel")


def items(client, address: str) -> list[Element]:
    """The items of a feed, in order."""
    return channel(client, address).findall("item")


def titles(client, address: str) -> list[str]:
    """The titles of a feed, in order."""
    return [item.findtext("title") for item in items(client, address)]


def said(element: Element, name: str) -> list[str]:
    """What an element says under a name, such as `dc:creator`."""
    return [each.text for each in element.findall(name, NAMES)]


def text_of(client, address: str) -> str:
    """The whole text of a feed's only item."""
    (item,) = items(client, address)
    return item.findtext("content:encoded", namespaces=NAMES)
