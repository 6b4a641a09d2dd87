"""How an attempt at a due item ended when nothing went wrong."""

from enum import Enum


class Outcome(Enum):
    """In the words of the log."""

    DONE = "done"
    NOT_DUE = "no longer due"
    BUSY = "somebody else has it"
    HELD = "held"


#: What was not even begun: its attempt is none.
NOT_BEGUN = {Outcome.BUSY, Outcome.HELD}
