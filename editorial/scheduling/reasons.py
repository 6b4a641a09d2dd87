"""Why something did not go through, in words for the people who can mend it."""

from django.core.exceptions import ValidationError
from django.db import OperationalError

from core.publishing import PublishRefused

#: What is said of an item whose process has not lived to say anything.
CUT_OFF = (
    "The process that carried it out ended in the middle of it. Should that happen again, ask whoever runs the site to "
    "look into the log of the worker."
)


class CannotGoLiveError(Exception):
    """A due item that can never get through as it stands; its message is meant for editors."""


def in_words(error: BaseException) -> str:
    """One or two sentences about an error."""
    match error:
        case PublishRefused():
            return " ".join(problem.words for problem in error.problems)
        case ValidationError():
            return " ".join(error.messages)
        case CannotGoLiveError():
            return str(error)
        case OperationalError():
            return f"The database did not carry it out ({error})."
        case _:
            return f"Something unexpected went wrong ({type(error).__name__}: {error})."
