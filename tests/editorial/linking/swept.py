"""Pages in which a page is replaced, and what they say."""

from datetime import timedelta

from wagtail.models import Page

from editorial.linking.models import Sweep, SweptPage
from editorial.linking.sweeping import sweep_now

SOON = timedelta(days=3)


def link_to(page: Page, words="here") -> str:
    """Prose with a link to a page."""
    return f'<p>More <a id="{page.pk}" linktype="page">{words}</a>.</p>'


def replace(old: Page, new: Page, user, *pages: Page) -> Sweep:
    """Put one page in the place of another in some pages."""
    sweep = Sweep.objects.create(old=old, new=new, old_title=old.title, new_title=new.title, user=user)
    SweptPage.objects.bulk_create([SweptPage(sweep=sweep, page=page) for page in pages])
    sweep_now(sweep)
    return sweep


def text_of(page: Page) -> str:
    """The first text of a page in memory."""
    return page.body.raw_data[0]["value"]


def shown(page: Page) -> str:
    """The first text readers see."""
    return text_of(type(page).objects.get(pk=page.pk))


def newest(page: Page) -> str:
    """The first text of the newest version."""
    return text_of(Page.objects.get(pk=page.pk).specific.get_latest_revision_as_object())


def everything(page: Page) -> dict:
    """What readers see of a page, what its newest version says and what is planned for it: keys of versions aside."""
    row = Page.objects.get(pk=page.pk).specific
    versions = {"newest": row.get_latest_revision_as_object(), "row": row}
    if row.scheduled_revision:
        versions["planned"] = row.scheduled_revision.as_object()
    ours = {"latest_revision", "latest_revision_created_at", "live_revision"}
    said = {
        name: {key: value for key, value in one.serializable_data().items() if key not in ours}
        for name, one in versions.items()
    }
    planned = list(
        row.revisions.filter(approved_go_live_at__isnull=False).values_list("approved_go_live_at", flat=True)
    )
    return said | {"when": planned, "changes": list(row.changes.values_list("pk", flat=True))}
