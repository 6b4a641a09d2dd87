"""Saves that come too late: somebody else published the page after it was opened as a draft."""

from wagtail.models import Page

#: What a row alone knows of its publication.
STATE = ("live", "live_revision_id", "first_published_at", "last_published_at", "expired", "go_live_at", "expire_at")


def gives_way(page: Page, row: Page) -> bool:
    """Whether a page that its holder knows as a draft is live in its locked row; from now on it knows.

    The edit form writes a draft's whole row. While the same page is being published, an autosave would take it offline
    and leave its unchecked words in the row (seen in a browser: the autosave that was on its way when Publish was
    pressed).
    """
    if page.live or not row.live or row.last_published_at == page.last_published_at:
        return False
    for name in STATE:
        setattr(page, name, getattr(row, name))
    return True
