"""Changes links in many pages, each by itself: what readers see, what waits for its time, and drafts with edits."""

import time
from collections.abc import Callable

from django.db import transaction
from django_tasks import task
from wagtail.models import Page, Revision

from core.approval import steps_of
from core.links_alone import links_alone
from core.page_row import locked_row
from core.publishing import PublishRefused
from core.showing_again import restore_plans
from core.shown import State, state_of
from editorial.linking.inserting import Insertion, PassageChangedError, insert
from editorial.linking.models import Sweep, SweptPage
from editorial.linking.retargeting import Retargeting
from editorial.linking.taking_back import take_back_page
from users.models import User

#: As long as somebody may wait for an answer; the queue does what is left.
AT_ONCE = 5.0
LOCKED = "Somebody has locked it."
SAME = "There was nothing left to change."

#: A page in memory with its links changed; None where there is nothing to change.
Change = Callable[[Page], Page | None]


def sweep_now(sweep: Sweep) -> None:
    """Do as much of a sweep as somebody can wait for; the queue does the rest."""
    if carry_on(sweep, until=time.monotonic() + AT_ONCE):
        sweep_later.enqueue(sweep.pk)


@task()
def sweep_later(sweep_id: int) -> None:
    """Do the rest of a sweep, or of taking it back."""
    if sweep := Sweep.objects.filter(pk=sweep_id).first():
        carry_on(sweep)


def carry_on(sweep: Sweep, until: float = float("inf")) -> bool:
    """Do what a sweep has left to do, or to take back, until then; whether something is left."""
    while row := next_row(sweep):
        if time.monotonic() >= until:
            return True
        (take_back_page if sweep.is_taken_back else sweep_page)(row.pk)
    return False


def next_row(sweep: Sweep) -> SweptPage | None:
    """The next page a sweep has to change, or to take back."""
    states = [SweptPage.State.LIVE, SweptPage.State.DRAFT] if sweep.is_taken_back else [SweptPage.State.WAITING]
    return sweep.pages.filter(state__in=states).order_by("pk").first()


def take_back(sweep: Sweep) -> None:
    """Let every page of a sweep say what it said before, except where somebody has changed it since."""
    Sweep.objects.filter(pk=sweep.pk).update(is_taken_back=True)
    sweep.pages.filter(state=SweptPage.State.WAITING).update(state=SweptPage.State.BACK)
    sweep.refresh_from_db()
    sweep_now(sweep)


def change_of(row: SweptPage) -> Change:
    """What a sweep does to one page."""
    sweep = row.sweep

    def retarget(page: Page) -> Page | None:
        retargeting = Retargeting(sweep.old_id, sweep.new)
        changed = retargeting.apply(page)
        return changed if retargeting.changed else None

    def link(page: Page) -> Page | None:
        try:
            return insert(page, *(Insertion(**(one | {"place": tuple(one["place"])})) for one in row.insertions))
        except PassageChangedError:
            return None

    return link if row.insertions else retarget


def may_go_live(user: User, page: Page) -> bool:
    """Whether changed links may reach readers at once: whoever publishes or approves such pages has seen to it.

    No word is changed, so nobody else is asked (decision 0018).
    """
    return page.permissions_for_user(user).can_publish() or bool(user.is_active and steps_of(user))


@transaction.atomic
def sweep_page(row_id: int) -> None:
    """Change one page wholly or not at all, and note how it was."""
    row = SweptPage.objects.select_related("sweep__new", "sweep__user").get(pk=row_id)
    locked_row(row.page_id)
    row = SweptPage.objects.select_for_update(of=("self",)).select_related("sweep__new", "sweep__user").get(pk=row_id)
    if row.state != SweptPage.State.WAITING:
        return
    page, user = row.page.specific, row.sweep.user
    lock = page.get_lock()
    if row.sweep.new is None or user is None or (lock and lock.for_user(user)):
        row.keep(LOCKED if lock else SAME)
        return
    row.before = state_of(page.pk)
    row.planned = planned_changed(row)
    with links_alone():
        is_live = show_changed(row, page, user)
        is_draft = draft_changed(row, page, user, is_live)
    if is_live:
        restore_plans(page, row.before)
    if not (is_live or is_draft or row.planned):
        row.keep(row.words or SAME)
        return
    row.state = SweptPage.State.LIVE if is_live else SweptPage.State.DRAFT
    row.after = state_of(page.pk)
    row.save()


def show_changed(row: SweptPage, page: Page, user: User) -> bool:
    """Let readers see the changed links; whether they do."""
    if not page.live or page.live_revision is None or not may_go_live(user, page):
        return False
    changed = change_of(row)(page.live_revision.as_object())
    if changed is None:
        return False
    try:
        with transaction.atomic():
            revision = changed.save_revision(user=user, clean=False)
            revision.publish(user=user, log_action="links.sweep", skip_permission_checks=True)
    except PublishRefused as refusal:
        row.words = str(refusal)[:255]
        return False
    return True


def draft_changed(row: SweptPage, page: Page, user: User, is_live: bool) -> bool:
    """Change the newest version that readers do not see, with every other edit in it; whether it was changed."""
    newest = row.before["latest"]
    has_draft = not page.live or newest != page.live_revision_id
    if newest is None or (is_live and not has_draft):
        return False
    draft = Revision.objects.get(pk=newest)
    changed = None if draft.approved_go_live_at else change_of(row)(draft.as_object())
    if changed is None and not is_live:
        return False
    # What was the newest version is so again.
    (changed or draft.as_object()).save_revision(user=user, clean=False)
    return changed is not None


def planned_changed(row: SweptPage) -> dict[str, State]:
    """Change what waits for its time where it stands, so that it keeps its time; what it said before, by version."""
    before = {}
    for pk in row.before["planned"]:
        revision = Revision.objects.get(pk=pk)
        changed = change_of(row)(revision.as_object())
        if changed is not None:
            before[pk] = revision.content
            content = revision.content | {
                name: value for name, value in changed.serializable_data().items() if name in revision.content
            }
            Revision.objects.filter(pk=pk).update(content=content)
    return before
