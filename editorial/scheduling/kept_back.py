"""What a hold does to a page that is planned, in words."""

from datetime import datetime

from core.site_time import with_zone
from editorial.scheduling.hold import open_hold
from editorial.scheduling.models import Kind


def kept_back(moment: datetime | None) -> str:
    """What is said of a page planned for a moment to come that everything is held at; empty where nothing is."""
    hold = open_hold() if moment else None
    if hold is None or not hold.covers(Kind.GO_LIVE, moment):
        return ""
    return f"Everything is held until {with_zone(hold.until)}, so it is kept back until somebody resumes."
