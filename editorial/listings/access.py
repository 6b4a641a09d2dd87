"""Who sees which listing in the menu."""

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Page
from wagtail.permissions import policy_registry

from core.models import BasePage


def may_list(request: HttpRequest, model: type[BasePage]) -> bool:
    """Whether this user can explore a page under which pages of this type are added.

    Asked once for each menu entry: the answer for all types is one query, kept on the request.
    """
    if not hasattr(request, "_explorable_types"):
        pages = policy_registry.get_by_type(Page).explorable_instances(request.user)
        request._explorable_types = set(pages.order_by().values_list("content_type", flat=True).distinct())
    parents = ContentType.objects.get_for_models(*model.allowed_parent_page_models())
    return any(content_type.pk in request._explorable_types for content_type in parents.values())
