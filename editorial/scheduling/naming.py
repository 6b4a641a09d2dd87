"""Problems that have to do with another page: it is named only to those who may know of it."""

from dataclasses import dataclass

from wagtail.models import Page

from core.publishing import Problem
from core.readable import is_readable
from editorial.scheduling.failure_mail import may_know
from users.models import User

#: How the other page is called unless somebody may know which it is.
ANOTHER_PAGE = "another page"


@dataclass(frozen=True)
class ProblemWithPage(Problem):
    """A problem whose words speak of another page without naming it; ``about`` is its key."""

    about: int | None = None


def may_name(user: User, page: Page | None) -> bool:
    """Whether a user may be told which page it is: everybody sees what readers see."""
    return page is not None and (is_readable(page) or may_know(user, page))


def named(words: str, page: Page) -> str:
    """Words that say which page they speak of."""
    return words.replace(ANOTHER_PAGE, f"“{page.get_admin_display_title()}”", 1)


def words_for(user: User, problems: list[Problem]) -> list[str]:
    """The words of some problems as a user may read them, each once."""
    pages = Page.objects.in_bulk({problem.about for problem in problems if getattr(problem, "about", None)})
    words = []
    for problem in problems:
        page = pages.get(getattr(problem, "about", None))
        words.append(named(problem.words, page) if may_name(user, page) else problem.words)
    return list(dict.fromkeys(words))
