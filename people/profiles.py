"""The profile of somebody who signs in: the page readers see behind their name."""

from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Revision

from people.models import PersonIndexPage, PersonPage
from users.models import User


def profile_of(user: User) -> PersonPage | None:
    """The page linked to a user, live or draft."""
    return PersonPage.objects.filter(user=user).first()


def name_of(user: User) -> str:
    """The name a byline would print for a user."""
    return user.get_full_name() or user.get_username()


def namesakes(user: User) -> QuerySet[PersonPage]:
    """Pages of people of the same name that nobody has linked to a login."""
    return PersonPage.objects.filter(user=None, title__iexact=name_of(user)).order_by("title")


@transaction.atomic
def make_profile(user: User) -> PersonPage:
    """A draft page with the name of a user, linked to them."""
    page = PersonPage(title=name_of(user), user=user, owner=user, live=False)
    PersonIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=user, clean=False, log_action=True)
    return page


@transaction.atomic
def link_profile(page: PersonPage, user: User) -> None:
    """Link an existing page to a user at once.

    The login is no content readers see, so the link needs no publication; it is written into the stored revisions
    too, because publishing one of them would otherwise take it away again.
    """
    PersonPage.objects.filter(pk=page.pk).update(user=user)
    revisions = list(Revision.page_revisions.filter(object_id=str(page.pk)))
    for revision in revisions:
        revision.content["user"] = user.pk
    Revision.objects.bulk_update(revisions, ["content"])
    page.user = user
