"""What somebody just did to a page, from one state to another; carried by the “Undo” button itself."""

from dataclasses import asdict, dataclass, field
from enum import StrEnum

from django.core import signing

from core.shown import State, row_in
from core.taken_along import Along

#: For how long a step can be taken back: long enough for a slip, too short for readers to count on what they saw.
MINUTES = 10
SALT = "editorial.undo"


class Kind(StrEnum):
    """What can be taken back, in the words of the button."""

    PUBLISH = "publishing"
    CHANGES = "publishing the changes to"
    UNPUBLISH = "taking offline"
    SCHEDULE = "scheduling"


@dataclass(frozen=True)
class Step:
    """One thing one person did to one page, or the schedule, which is nobody."""

    page_id: int
    user_id: int | None
    before: State
    after: State
    #: What the same request did in other places.
    along: Along = field(default_factory=dict)

    @property
    def kind(self) -> Kind | None:
        """What was done; None when there is nothing to take back."""
        before, after = self.row_before, self.after["rows"][str(self.page_id)]
        match before["live"], after["live"]:
            case False, True:
                return Kind.PUBLISH
            case True, False if before["live_revision_id"]:
                return Kind.UNPUBLISH
            case True, True if before["live_revision_id"] and before["live_revision_id"] != after["live_revision_id"]:
                return Kind.CHANGES
        is_planned_anew = self.after["planned"] and self.after["planned"] != self.before.get("planned", {})
        return Kind.SCHEDULE if is_planned_anew and before["live"] == after["live"] else None

    @property
    def row_before(self) -> State:
        """The row of the page before; of a page that did not exist, that of one nobody has seen."""
        return row_in(self.before, self.page_id)

    def signed(self) -> str:
        """The step as text that cannot be changed on its way."""
        return signing.dumps(asdict(self), salt=SALT, compress=True)


def read(text: str) -> Step:
    """A step that was signed; signing.BadSignature, when it was not, or too long ago."""
    return Step(**signing.loads(text, salt=SALT, max_age=MINUTES * 60))
