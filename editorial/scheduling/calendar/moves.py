"""Giving planned pages, and the ends of bundles, other moments: one or many together, and back again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core import signing
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from core.site_time import moment_in, with_zone
from core.status import planned_for
from editorial.scheduling.bundles.membership import waiting_bundle_of
from editorial.scheduling.bundles.moving_end import move_end
from editorial.scheduling.bundles.planning import RefusedError
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.moving import NotScheduledError, move
from editorial.scheduling.plans.wish import wish
from users.models import User

#: For how long a move can be taken back by its button.
UNDO_SECONDS = 10 * 60
#: With what is signed, it changes whenever the shape of that does: an old button says that it comes too late.
SALT = "editorial.scheduling.calendar.moves.2"


class CannotMoveError(Exception):
    """Why a page stays where it is, in words for whoever wants to move it."""


@dataclass(frozen=True)
class Move:
    """A page, the moment it was planned for and the one it is planned for now; no moment is the tray."""

    page_id: int
    before: datetime | None
    after: datetime | None

    @property
    def back(self) -> "Move":
        """The way back."""
        return Move(self.page_id, self.after, self.before)

    @property
    def anchor(self) -> str:
        """Where its card stands on the calendar."""
        return f"page-{self.page_id}"


@dataclass(frozen=True)
class EndMove:
    """A bundle, the moment it was to end and the one it ends now; no moment is no end."""

    bundle_id: int
    before: datetime | None
    after: datetime | None

    @property
    def back(self) -> "EndMove":
        """The way back."""
        return EndMove(self.bundle_id, self.after, self.before)

    @property
    def anchor(self) -> str:
        """Where its card stands on the calendar."""
        return f"bundle-{self.bundle_id}"


def carry_out(moves: Iterable[Move | EndMove], user: User) -> None:
    """Make all moves or none; CannotMoveError says which cannot be made, and why."""
    moves = list(moves)
    with transaction.atomic():
        # In one order, so that two people who move the same pages wait for each other in turn; a bundle, whose lock a
        # moved page asks for as well, comes after the plans of pages.
        for one in sorted((one for one in moves if isinstance(one, Move)), key=lambda one: one.page_id):
            _carry_out(one, user)
        for one in sorted((one for one in moves if isinstance(one, EndMove)), key=lambda one: one.bundle_id):
            _carry_out_end(one, user)


def _carry_out_end(one: EndMove, user: User) -> None:
    try:
        move_end(one.bundle_id, one.before, one.after, user)
    except RefusedError as refusal:
        raise CannotMoveError(" ".join(refusal.reasons)) from None


def _carry_out(one: Move, user: User) -> None:
    # Whoever moves the same page meanwhile waits here, and finds it moved.
    plan = PlannedPage.objects.select_for_update(no_key=True).filter(page=one.page_id).first()
    page = Page.objects.filter(pk=one.page_id).first()
    if page is None:
        raise CannotMoveError("The page has been deleted.")
    page = page.specific
    title = f"“{page.get_admin_display_title()}”"
    if why_not := reason_to_stay(page, user):
        raise CannotMoveError(f"{title} stays where it is: {why_not}")
    moment = plan and plan.moment
    if moment is not None and moment == one.after:
        # It came along with another page of its bundle.
        return
    if moment != one.before:
        raise CannotMoveError(f"{title} has been moved by somebody else meanwhile. Nothing was changed.")
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False).first()
    if one.after and one.after <= timezone.now():
        raise CannotMoveError(f"{title} stays where it is: {with_zone(one.after)} has passed.")
    if scheduled is None:
        wish(page, one.after, user)
        return
    if one.after is None:
        raise CannotMoveError(f"{title} is scheduled. Take it out of the schedule first: “Unschedule” in its form.")
    if (bundle := waiting_bundle_of(page.pk)) and bundle.ends_at and bundle.ends_at <= one.after:
        raise CannotMoveError(
            f"{title} stays where it is: its bundle “{bundle}” ends {with_zone(bundle.ends_at)}. Move the end first."
        )
    try:
        move(scheduled, one.after, user)
    except NotScheduledError:
        raise CannotMoveError(f"{title} is not scheduled any more. Nothing was changed.") from None


def reason_to_stay(page: Page, user: User) -> str:
    """Why a user may not move a page, in words; empty when they may."""
    allowed = page.permissions_for_user(user)
    if planned_for(page) and not allowed.can_publish():
        return "it is scheduled, and only those who may publish it move it."
    if not allowed.can_edit():
        return "you may not edit it."
    if allowed.page_locked():
        return "it is being reviewed." if page.workflow_in_progress else "somebody has locked it."
    return "nothing of it waits to go live." if page.live and not page.has_unpublished_changes else ""


#: What a signed move may be of.
KINDS = {"page": Move, "end": EndMove}


def signed(moves: Iterable[Move | EndMove]) -> str:
    """Moves as text that cannot be changed on its way through a browser."""
    plain = [(*key_of(one), written(one.before), written(one.after)) for one in moves]
    return signing.dumps(plain, salt=SALT, compress=True)


def read(text: str) -> list[Move | EndMove]:
    """Moves that were signed; signing.BadSignature when they were not, or too long ago."""
    plain = signing.loads(text, salt=SALT, max_age=UNDO_SECONDS)
    return [KINDS[kind](key, moment_in(before), moment_in(after)) for kind, key, before, after in plain]


def key_of(one: Move | EndMove) -> tuple[str, int]:
    """What is moved, as a signed move names it."""
    return ("end", one.bundle_id) if isinstance(one, EndMove) else ("page", one.page_id)


def written(moment: datetime | None) -> str:
    """A moment as text; none is empty."""
    return moment.isoformat() if moment else ""
