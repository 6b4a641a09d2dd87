"""The banner that tells everybody in the admin that everything is held."""

from django import template
from django.utils import timezone

from core.site_time import with_zone
from editorial.scheduling.due import held
from editorial.scheduling.hold import may_hold, open_hold
from people.profiles import name_of

register = template.Library()


@register.inclusion_tag("editorial/scheduling/hold_banner.html", takes_context=True)
def hold_banner(context) -> dict:
    """That everything is held, why, by whom and until when; afterwards, how many pages wait for a decision."""
    hold, now = open_hold(), timezone.now()
    if hold is None:
        return {"hold": None}
    is_in_force = now < hold.until
    return {
        "hold": hold,
        "is_in_force": is_in_force,
        "waiting": 0 if is_in_force else len(held(now)),
        "by": name_of(hold.placed_by) if hold.placed_by else "",
        "until": with_zone(hold.until),
        "may_resume": may_hold(context["request"].user),
    }
