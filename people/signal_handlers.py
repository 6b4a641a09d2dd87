"""What happens when an editor opens the form of a new page."""

from articles.models import ArticlePage
from people.models import Contribution
from people.profiles import profile_of


def preset_author(page, **kwargs) -> None:
    """Name the person who opens the form as the author, wherever they opened it from."""
    if not isinstance(page, ArticlePage) or page.owner is None:
        return
    profile = profile_of(page.owner)
    if profile:
        page.contributions = [Contribution(person=profile, role=Contribution.Role.AUTHOR)]
