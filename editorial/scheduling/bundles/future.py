"""The site as it will be: within, the pages of a bundle are live as planned; afterwards nothing has happened.

Everything that publishing does is rows, and rows are rolled back: logs, redirects, queued tasks. What would run once a
transaction is committed never does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision, Site

from core.publishing import last_refusal
from core.references import references_indexed_once
from editorial.scheduling.bundles.company import going
from editorial.scheduling.bundles.going_live import naming
from editorial.scheduling.bundles.membership import members_of, planned_versions
from editorial.scheduling.models import Bundle, BundleMember


@contextmanager
def as_it_will_be(bundle: Bundle) -> Iterator[None]:
    """Publish a bundle for as long as this lasts; CannotGoLiveError when one of its pages cannot be shown."""
    try:
        with transaction.atomic():
            try:
                show_all(bundle)
                yield
            finally:
                transaction.set_rollback(True)
    finally:
        last_refusal.set(None)
        # Kept in the cache for an hour, and possibly read within.
        Site.clear_site_root_paths_cache()


def show_all(bundle: Bundle) -> None:
    """Put the version of each member before readers that would go live today."""
    members = [member for member in members_of(bundle) if member.page]
    planned = planned_versions(members)
    moment = bundle.moment or timezone.now()
    with going(bundle), references_indexed_once():
        for member in members:
            version = planned.get(member.page_id) or member.page.get_latest_revision()
            if version:
                show(member, version, moment)


def show(member: BundleMember, version: Revision, moment: datetime) -> None:
    """Put one version before readers, dated as it will be."""
    page: Page = member.page.specific
    dated = version.content.get("published_at") or (None if page.first_published_at else moment.isoformat())
    version.content = version.content | {"go_live_at": None, "published_at": dated}
    version.content_object = page
    with naming(member):
        version.publish(log_action=False)
