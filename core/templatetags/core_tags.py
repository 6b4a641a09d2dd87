"""Small words for every template.

Rich text is printed with ``{% prose value %}``: it numbers citations across the whole page and links only to pages
readers may see. Stock ``|richtext`` knows nothing of the page.
"""

from django import template
from django.utils.safestring import SafeString
from wagtail.blocks import StreamValue, StructValue
from wagtail.blocks.list_block import ListValue
from wagtail.models import Page
from wagtail.rich_text import RichText

from core import menu as site_menu
from core.blocks import emptiness
from core.head import plain_text
from core.prose import anchor as heading_anchor
from core.prose import finish, prose_of, source_of
from core.readable import is_readable

register = template.Library()
register.filter("anchor", heading_anchor)

#: Where a page may say what it is about in a sentence, the first that says anything first.
GIST_FIELDS = ("standfirst", "short_answer", "definition", "function", "role", "introduction")


@register.filter
def gist(page: Page) -> str:
    """What a list says about a page besides its title, without markup."""
    said = (plain_text(getattr(page, name, None)) for name in GIST_FIELDS)
    return next(filter(None, said), "")


@register.filter
def lines(value: str | None) -> list[str]:
    """The items of a one-per-line box, blanks dropped."""
    return [line.strip() for line in (value or "").splitlines() if line.strip()]


@register.filter
def filled(value: StreamValue | ListValue) -> list:
    """The blocks of a stream or list that somebody has put something into."""
    return emptiness.filled(value.bound_blocks if isinstance(value, ListValue) else value)


@register.filter
def chosen(value: StructValue, name: str) -> str:
    """The words of the option chosen in one box of a block; nothing while none is."""
    return dict(value.block.child_blocks[name].field.choices).get(value.get(name) or None, "")


@register.filter
def readable(page: Page | None) -> Page | None:
    """The page when readers may see it, otherwise nothing: ask before linking."""
    return page if is_readable(page) else None


@register.simple_tag(takes_context=True)
def prose(context: template.Context, value: RichText | str | None) -> SafeString:
    """Rich text with citations numbered across the page and links only to what readers may see."""
    page = context.get("page")
    if isinstance(page, Page):
        return prose_of(page).render(value, context.get("request"))
    return finish(source_of(value))


@register.simple_tag(takes_context=True)
def menu(context: template.Context, place: str) -> list[site_menu.Link]:
    """The links at the "header" or "footer" of every page."""
    request = context.get("request")
    return site_menu.links(place, request) if request else []
