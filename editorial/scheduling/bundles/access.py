"""Who may see a bundle, and who may decide about it: it tells what is planned for each of its pages."""

from collections.abc import Iterable

from wagtail.models import Page
from wagtail.permissions import policy_registry

from editorial.scheduling.bundles.joining import may_decide
from editorial.scheduling.bundles.membership import members_of
from editorial.scheduling.models import Bundle, BundleMember
from editorial.scheduling.overview import editable
from users.models import User


def may_make(user: User) -> bool:
    """Whether a user may start a bundle: who may publish anything."""
    return policy_registry.get_by_type(Page).user_has_permission(user, "publish")


def may_see(user: User, bundle: Bundle) -> bool:
    """Whether a user may edit every page of a bundle; an empty one is for whoever may start one."""
    return bundle in visible(user, [bundle])


def visible(user: User, bundles: Iterable[Bundle]) -> list[Bundle]:
    """Those of some bundles a user may see; three queries, however many there are."""
    bundles = list(bundles)
    members = BundleMember.objects.filter(bundle__in=bundles, page__isnull=False)
    pages = dict.fromkeys(members.values_list("page_id", flat=True))
    hidden = pages.keys() - editable(user, pages)
    secret = set(members.filter(page__in=hidden).values_list("bundle_id", flat=True)) if hidden else set()
    return [bundle for bundle in bundles if bundle.pk not in secret] if may_see_any(user) else []


def may_see_any(user: User) -> bool:
    """Whether bundles are any business of a user: who may start one, or edit pages."""
    return policy_registry.get_by_type(Page).user_has_any_permission(user, ["publish", "change"])


def may_act(user: User, bundle: Bundle) -> bool:
    """Whether a user may schedule a bundle, move it or its end, or change who is in it."""
    members = [one for one in members_of(bundle) if one.page]
    if not members:
        return may_make(user)
    return all(may_decide(user, one.page, None if bundle.is_waiting else one.shown) for one in members)
