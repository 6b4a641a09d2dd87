"""The calendar outside the admin, at an address nobody can guess."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.caching import PRIVATE
from editorial.scheduling.away.ical import calendar_of
from editorial.scheduling.away.keys import owner_of


@require_safe
def calendar_feed(request: HttpRequest, key: str) -> HttpResponse:
    """What the owner of a key may see; whoever asks is not asked who they are."""
    owner = owner_of(key)
    if owner is None:
        response = HttpResponseNotFound("No calendar is here.\n", content_type="text/plain; charset=utf-8")
    else:
        response = HttpResponse(calendar_of(owner, timezone.now()), content_type="text/calendar; charset=utf-8")
        response.headers["Content-Disposition"] = 'inline; filename="schedule.ics"'
    response.headers["Cache-Control"] = PRIVATE
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
