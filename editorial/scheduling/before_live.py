"""What there is to mend before planned pages go live, for the dashboard."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from core.readable import readable_in
from core.site_time import with_zone
from editorial.scheduling.models import Concern
from editorial.scheduling.naming import named
from editorial.scheduling.overview import editable
from users.models import User


@dataclass(frozen=True)
class Waiting:
    """A planned page with something to mend: when it goes live, what is said, and whether it stays offline with it."""

    page: Page
    moment: datetime
    words: list[str]
    is_blocked: bool

    @property
    def title(self) -> str:
        """What it is called by those who work on it."""
        return self.page.get_admin_display_title()

    @property
    def address(self) -> str:
        """Where it is mended."""
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    @property
    def when(self) -> str:
        """Its moment by the site's clock, which is named."""
        return with_zone(self.moment)


def before_they_go_live(user: User) -> list[Waiting]:
    """The planned pages a user may edit that have something to mend, the soonest first."""
    concerns = list(Concern.objects.filter(look__moment__gt=timezone.now()).select_related("look"))
    keys = {one.look_id for one in concerns} | {one.about_id for one in concerns if one.about_id}
    if not keys:
        return []
    pages, allowed = Page.objects.in_bulk(keys), editable(user, keys)
    nameable = allowed | set(readable_in(Page.objects.filter(pk__in=keys)).values_list("pk", flat=True))
    found = []
    for look in sorted({one.look for one in concerns if one.look_id in allowed}, key=lambda look: look.moment):
        own = sorted((one for one in concerns if one.look_id == look.pk), key=lambda one: (not one.is_blocking, one.pk))
        words = [named(one.words, pages[one.about_id]) if one.about_id in nameable else one.words for one in own]
        is_blocked = any(one.is_blocking for one in own)
        found.append(Waiting(pages[look.pk], look.moment, list(dict.fromkeys(words)), is_blocked))
    return found
