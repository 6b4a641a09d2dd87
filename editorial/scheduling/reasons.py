"""Why something did not go through, in words for the people who can mend it."""

from traceback import walk_tb

from django.core.exceptions import ValidationError
from django.db import DatabaseError, OperationalError
from wagtail.models import Page, Revision

from core.publication_window import planned_moment
from core.publishing import PublishRefused

#: What is said of an item whose process has not lived to say anything.
CUT_OFF = (
    "The process that carried it out ended in the middle of it. Should that happen again, ask whoever runs the site to "
    "look into the log of the worker."
)
#: What nobody can mend in a form, as it cannot be opened there either.
UNREADABLE = (
    "The scheduled version cannot be read any more, nor can its form be opened. Ask whoever runs the site to look into "
    "the log of the worker."
)
NO_PAGE_ABOVE = "The page it stands below no longer exists. Ask whoever runs the site to run “manage.py fixtree”."
UNEXPECTED = "Something unexpected went wrong ({error}). Ask whoever runs the site to look into the log of the worker."

#: Where what is stored of a version is read.
READING = {Revision.as_object.__code__, planned_moment.__code__}


class CannotGoLiveError(Exception):
    """A due item that can never get through as it stands; its message is meant for editors."""


def in_words(error: BaseException) -> str:
    """One or two sentences about an error."""
    match error:
        case Page.DoesNotExist():
            return NO_PAGE_ABOVE
        case _ if came_up_while_reading(error):
            return UNREADABLE
        case PublishRefused():
            return " ".join(problem.words for problem in error.problems)
        case ValidationError():
            return " ".join(error.messages)
        case CannotGoLiveError():
            return str(error)
        case OperationalError():
            return f"The database did not carry it out ({error})."
        case _:
            return UNEXPECTED.format(error=f"{type(error).__name__}: {error}")


def came_up_while_reading(error: BaseException) -> bool:
    """Whether an error came up while a stored version was made into a page, and the database is not to blame."""
    codes = {frame.f_code for frame, _ in walk_tb(error.__traceback__)}
    return bool(codes & READING) and not isinstance(error, DatabaseError)
