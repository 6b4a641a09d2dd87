"""Remembers the addresses of deleted pages."""

from wagtail.contrib.redirects.models import Redirect

from editorial.linking.models import GoneAddress


def is_gone(path: str) -> bool:
    """Whether a page that readers could open stood at this address and has been deleted."""
    # PostgreSQL refuses to look for what it cannot store.
    if "\x00" in path:
        return False
    return GoneAddress.objects.filter(path=Redirect.normalise_path(path)).exists()
