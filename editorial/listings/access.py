"""Who sees which listing in the menu."""

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.models import BasePage
from users.models import User

#: Whoever may do one of these to a page can explore it.
EXPLORING = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}


def may_list(request: HttpRequest, model: type[BasePage]) -> bool:
    """Whether this user can explore a page under which pages of this type are added.

    Asked once for each menu entry: the answer for all types is one query, kept on the request.
    """
    if not hasattr(request, "_explorable_types"):
        request._explorable_types = explorable_types(request.user)
    parents = ContentType.objects.get_for_models(*model.allowed_parent_page_models())
    return any(content_type.pk in request._explorable_types for content_type in parents.values())


def explorable_types(user: User) -> set[int]:
    """The types of the pages a user can explore.

    Wagtail's own list asks once more for the page that all of them stand below, which its menu knows already.
    """
    policy = policy_registry.get_by_type(Page)
    root = policy.explorable_root_instance(user)
    if root is None:
        return set()
    pages = policy.instances_user_has_any_permission_for(user, EXPLORING)
    for page in policy.instances_with_direct_explore_permission(user):
        pages |= Page.objects.ancestor_of(page)
    pages = pages.filter(path__startswith=root.path)
    return set(pages.order_by().values_list("content_type", flat=True).distinct())
