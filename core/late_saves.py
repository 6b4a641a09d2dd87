"""Saves that come too late: somebody else published the page after it was opened as a draft."""

from wagtail.models import Page

#: What a row alone knows of its publication.
STATE = ("live", "live_revision_id", "first_published_at", "last_published_at", "expired", "go_live_at", "expire_at")


def gives_way(page: Page) -> bool:
    """Whether a page that its holder knows as a draft has gone live since it was read; from now on it knows.

    The edit form writes a draft's whole row. While the same page is being published, an autosave would take it offline
    and leave its unchecked words in the row (seen in a browser: the autosave that was on its way when Publish was
    pressed). Call inside a transaction: the row is locked until it ends.
    """
    if page.live or not page.pk:
        return False
    row = Page.objects.select_for_update().filter(pk=page.pk, live=True).first()
    if row is None or row.last_published_at == page.last_published_at:
        return False
    for name in STATE:
        setattr(page, name, getattr(row, name))
    return True
