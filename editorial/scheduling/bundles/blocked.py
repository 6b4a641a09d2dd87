"""The bundles that will not go live as they are, for the dashboard of those who may edit all their pages."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from core.site_time import with_zone
from editorial.scheduling.bundles.access import visible
from editorial.scheduling.bundles.blocked_mail import words_about
from editorial.scheduling.bundles.membership import missing_from
from editorial.scheduling.models import Bundle
from users.models import User


@dataclass(frozen=True)
class BlockedBundle:
    """A scheduled bundle that somebody has blocked, and by what."""

    bundle: Bundle
    words: list[str]

    is_blocked = True

    @property
    def title(self) -> str:
        """What the team calls it."""
        return f"{self.bundle} (bundle)"

    @property
    def address(self) -> str:
        """Where it is mended."""
        return reverse("bundle", args=[self.bundle.pk])

    @property
    def moment(self) -> datetime:
        """When it was to go live."""
        return self.bundle.moment

    @property
    def when(self) -> str:
        """Its moment by the site's clock, which is named."""
        return with_zone(self.moment)


def blocked_bundles(user: User) -> list[BlockedBundle]:
    """The blocked bundles a user may see, the soonest first; those that are due say so themselves."""
    waiting = Bundle.objects.filter(live_at=None, moment__gt=timezone.now()).order_by("moment", "pk")
    waiting = list(waiting.prefetch_related("members"))
    if not waiting:
        return []
    missing = missing_from(waiting)
    blocked = [one for one in waiting if one.pk in missing or not one.members.all()]
    return [BlockedBundle(one, words_about(one)) for one in visible(user, blocked)] if blocked else []
