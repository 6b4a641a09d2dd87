"""Addresses the site keeps for itself, and how its addresses are known elsewhere."""

from urllib.parse import urljoin

from wagtail.models import Site

RESERVED_SLUGS = frozenset(
    {"admin", "search", "go", "feed", "api", "health", "media", "static", "documents", "styleguide", "calendar"}
)


def reserved_slug_message(slug: str) -> str:
    """What an editor is told who asks for a reserved address."""
    return f"The address “{slug}” belongs to the site itself. Choose another, such as “about-{slug}”."


def fixed_slug_message(slug: str) -> str:
    """What an editor is told who changes an address the site promises."""
    return f"The address “{slug}” is fixed: menus and links from elsewhere count on it. The title can be changed."


def known_as(site: Site, address: str) -> str:
    """An address of the site with the site's own name, by whatever name it was asked for; others stay as they are."""
    return urljoin(f"{site.root_url}/", address)
