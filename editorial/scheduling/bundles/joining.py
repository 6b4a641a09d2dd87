"""Who joins a bundle and who leaves it: nothing is carried along that could not go live with it."""

from django.db import IntegrityError, transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from editorial.scheduling.bundles.membership import open_bundle_of, planned_versions, title_of
from editorial.scheduling.bundles.planning import (
    NOT_YOURS,
    RefusedError,
    clear_plans,
    forget_tries,
    is_approved,
    locked_bundle,
    why_not_planned,
)
from editorial.scheduling.models import Bundle, BundleMember
from users.models import User


def join(bundle: Bundle, page: Page, user: User) -> BundleMember:
    """Add a page; once the bundle is scheduled it has to be fit to go live with it. RefusedError with the reason."""
    try:
        with transaction.atomic():
            row = locked_bundle(bundle)
            # Whoever is just publishing the page is waited for.
            planned = page.revisions.filter(approved_go_live_at__isnull=False).order_by("pk")
            list(planned.select_for_update(no_key=True).values_list("pk", flat=True))
            refuse_stranger(page, user)
            member = BundleMember.objects.create(bundle=row, page=page, title=page.get_admin_display_title()[:255])
            if row.moment is None:
                # Its own moment would come without the others.
                clear_plans(page)
            elif words := why_not_planned(member, planned_versions([member]), row, user):
                raise RefusedError([f"It was not added. {words}"])
            log(instance=page.specific_deferred, action="bundles.join", user=user, data={"bundle": row.name})
            forget_tries(row)
    except IntegrityError as error:
        raise RefusedError([taken(page)]) from error
    return member


def refuse_stranger(page: Page, user: User) -> None:
    """RefusedError for a page that is in another bundle, or that a user may not decide about."""
    if open_bundle_of(page.pk):
        raise RefusedError([taken(page)])
    if page.alias_of_id:
        raise RefusedError([f"“{page.get_admin_display_title()}” is an alias and goes live with the page it mirrors."])
    if not may_decide(user, page):
        raise RefusedError([f"“{page.get_admin_display_title()}” was not added: {NOT_YOURS}."])


def may_decide(user: User, page: Page, shown: Revision | None = None) -> bool:
    """Whether a user may say when a page goes live: who may publish it, or edit it once its text is approved.

    ``shown`` is the version that is live with its bundle, when it is to be said how long.
    """
    allowed = page.permissions_for_user(user)
    if allowed.can_publish():
        return True
    return allowed.can_edit() and any(is_approved(one) for one in ([shown] if shown else versions_in_question(page)))


def versions_in_question(page: Page) -> list[Revision]:
    """The version of a page that would go live: the scheduled one, or else the newest."""
    planned = list(page.revisions.filter(approved_go_live_at__isnull=False))
    return planned or [one for one in (page.latest_revision,) if one]


def taken(page: Page) -> str:
    """That a page is in a bundle already, and in which."""
    bundle = open_bundle_of(page.pk)
    where = f"in the bundle “{bundle}”" if bundle else "in another bundle"
    return f"“{page.get_admin_display_title()}” was not added: it is {where} already."


def leave(member: BundleMember, user: User) -> None:
    """Take a page out; it goes live by itself no more, and what was written stays a draft.

    The others go without it, and what they say of it is text: readers are shown no link to a page they cannot see.
    """
    with transaction.atomic():
        row = locked_bundle(member.bundle)
        BundleMember.objects.filter(pk=member.pk, bundle=row).delete()
        if member.page:
            clear_plans(member.page)
            page, data = member.page.specific_deferred, {"bundle": row.name}
            log(instance=page, action="bundles.leave", user=user, data=data)
        forget_tries(row)


def take_newest(member: BundleMember, user: User) -> None:
    """Let the newest version of a page go live with the bundle in place of the scheduled one."""
    with transaction.atomic():
        row = locked_bundle(member.bundle)
        if member.page is None or row.moment is None:
            raise RefusedError([f"“{title_of(member)}” is not scheduled."])
        if words := why_not_planned(member, {}, row, user):
            raise RefusedError([words])
        forget_tries(row)
