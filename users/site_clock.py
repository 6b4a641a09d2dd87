"""One clock for all: what somebody types as nine is nine at the site, wherever they are."""

from django.conf import settings
from wagtail.users.models import UserProfile


def forget_other_zones(instance: UserProfile, **kwargs) -> None:
    """Put away a time zone of somebody's own that is no longer offered; connected to ``post_init``.

    Nobody can choose one, but a profile may hold one from before the site moved to another zone, or from an import.
    """
    own = instance.__dict__.get("current_time_zone")
    # None in a profile that was read in part.
    if own and own not in settings.WAGTAIL_USER_TIME_ZONES:
        instance.current_time_zone = ""
