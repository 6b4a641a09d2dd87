"""Which pages somebody may do something to, inside a query of the calendar: nobody learns of another's embargo here."""

from django.db.models import Case, Value, When
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from users.models import User


def allowed(user: User, action: str) -> PageQuerySet:
    """The pages a user may do something to."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, action)


def yes_if(pages: PageQuerySet) -> Case:
    """Whether a page is one of these."""
    return Case(When(pk__in=pages.values("pk"), then=Value(True)), default=Value(False))
