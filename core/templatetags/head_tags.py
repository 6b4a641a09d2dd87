"""Words for the head of every page."""

import html

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from core import head

register = template.Library()


@register.simple_tag(takes_context=True)
def head_of(context: template.Context, page, site) -> head.Head:
    """What the head says about a page, if it is one."""
    items = context.get("items")
    return head.head_of(page or None, site or None, context.get("request"), getattr(items, "number", 1))


@register.filter
def with_site_name(words: SafeString, site) -> SafeString:
    """The title of a page, escaped already, with the name of the site where there is room for it."""
    name = getattr(site, "name", "")
    return format_html("{} · {}", words, name) if head.has_room_for(name, html.unescape(words)) else words
