"""The menu to begin with."""

from wagtail.models import Site

from home.ensure_site.tree import fixed_pages
from home.models import HomePage, MenuLink, MenuSettings

#: Slugs in the order of the links.
LINKS = {
    MenuLink.Place.HEADER: ["conditions", "questions", "blog", "ingredients", "products"],
    MenuLink.Place.FOOTER: ["about", "editorial-policy", "how-we-make-money", "corrections", "people", "privacy"],
}


def ensure_menu(home: HomePage) -> None:
    """Fill the menu when it has no link at all; afterwards it belongs to the editors."""
    menu = MenuSettings.for_site(Site.objects.get(is_default_site=True))
    if menu.links.exists():
        return
    pages = fixed_pages(home)
    places = [(place, slug) for place, slugs in LINKS.items() for slug in slugs if slug in pages]
    menu.links = [
        MenuLink(page=pages[slug], place=place, sort_order=position) for position, (place, slug) in enumerate(places)
    ]
    menu.save()
