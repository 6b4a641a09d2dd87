"""The row of a page as it is by now: what a page in memory, read a while ago, must not write back."""

from wagtail.models import Page

#: Written by the tree and by new versions, never by saving a page.
NOT_ITS_OWN = ("depth", "numchild", "latest_revision_id", "latest_revision_created_at")


def locked_row(pk: int | str | None) -> Page | None:
    """The row of a page, which nobody else writes until the transaction ends; None where there is none.

    Asked for before any version of the page is locked or written: of two who began at either end, each would wait for
    what the other has.
    """
    return Page.objects.select_for_update(no_key=True).filter(pk=pk).first() if pk else None


def keep_place(page: Page, row: Page) -> None:
    """Let a page that is saved whole stay where somebody has moved it, with the pages and versions it has by now."""
    for name in NOT_ITS_OWN:
        setattr(page, name, getattr(row, name))
    if page.path != row.path:
        page.path = row.path
        page.set_url_path(row.get_parent())
