"""Pages that only some people may see."""

from wagtail.models import Page, PageViewRestriction


def keep_private(page: Page) -> PageViewRestriction:
    """Show a page and all below it to signed-in people alone."""
    return PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
