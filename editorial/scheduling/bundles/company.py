"""A page in a bundle that waits goes live with it alone: the rule the last publish check asks about."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial

from wagtail.models import Page, Revision

from core.company import Company
from core.site_time import in_words
from editorial.scheduling.bundles.membership import waiting_bundle_of
from editorial.scheduling.bundles.planning import plan_version
from editorial.scheduling.models import Bundle
from users.models import User

GOES_WITH = (
    "It goes live with the bundle “{bundle}”{when}, and not by itself. Take it out of the bundle to publish it now."
)

#: The bundle that is going live in this very transaction.
_going: ContextVar[int | None] = ContextVar("going", default=None)


@contextmanager
def going(bundle: Bundle) -> Iterator[None]:
    """What is published within is published as this bundle."""
    token = _going.set(bundle.pk)
    try:
        yield
    finally:
        _going.reset(token)


def bundled(page: Page) -> Company | None:
    """The bundle a page waits for, unless that is just going live."""
    bundle = waiting_bundle_of(page.pk)
    if bundle is None or bundle.pk == _going.get():
        return None
    when = f" on {in_words(bundle.moment)}" if bundle.moment else ""
    return Company(GOES_WITH.format(bundle=bundle, when=when), bundle.moment, partial(take_in, bundle))


def take_in(bundle: Bundle, revision: Revision, user: User | None) -> None:
    """Take an approved version along; while the bundle has no moment it is ready, and scheduled with the others."""
    if bundle.moment:
        plan_version(revision, bundle.moment, user)
