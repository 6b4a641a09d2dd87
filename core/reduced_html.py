"""Pages reduced to what a feed reader can show: words and pictures without the page's style, icons and forms."""

import re
from urllib.parse import urljoin

import nh3

TAGS = {
    *("p", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
    *("blockquote", "figure", "figcaption", "img", "br", "hr"),
    *("a", "b", "i", "strong", "em", "small", "sub", "sup", "cite"),
}
#: Left out with everything in them.
DROPPED = {"audio", "button", "form", "iframe", "object", "script", "select", "style", "svg", "template", "video"}
ATTRIBUTES = {"a": {"href", "rel"}, "img": {"src", "alt", "width", "height"}, "*": {"lang", "dir"}}
SCHEMES = {"http", "https", "mailto", "tel"}
#: Marks for the eye alone, such as the number a list shows in its own way.
UNSPOKEN = re.compile(r'<(span|sup)\b[^>]*\saria-hidden="true"[^>]*>[^<]*</\1>')
#: What has nothing in it, and pictures without an address.
EMPTY = re.compile(r"<(p|li|dd|dt|ul|ol|dl|figure|figcaption|h[2-4])>\s*</\1>|<img(?![^>]* src=)[^>]*>")


def reduced(html: str, address: str) -> str:
    """What is said in the HTML of the page at this address; links and pictures are known by their full addresses."""

    def full(tag: str, attribute: str, value: str) -> str | None:
        return full_address(address, value) if attribute in {"href", "src"} else value

    text = nh3.clean(
        UNSPOKEN.sub("", html),
        tags=TAGS,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        attribute_filter=full,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    while (shorter := EMPTY.sub("", text)) != text:
        text = shorter
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def full_address(page: str, value: str) -> str | None:
    """A link on a page as it works anywhere else; nothing for one that works nowhere."""
    try:
        return urljoin(page, value.strip()) if value.strip() else None
    except ValueError:
        return None
