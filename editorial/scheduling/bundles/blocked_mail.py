"""Tells those who planned a bundle that somebody has taken one of its pages out of the schedule, or deleted it."""

from django.db.models.signals import post_save, pre_delete
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page, Revision
from wagtail.signals import page_unpublished

from core.site_time import with_zone
from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind
from editorial.scheduling.away.paces import told_at_once
from editorial.scheduling.away.words import in_full
from editorial.scheduling.bundles.going_live import incomplete
from editorial.scheduling.bundles.membership import (
    is_of_page,
    members_of,
    pages_of,
    planned_versions,
    waiting_bundle_of,
)
from editorial.scheduling.failure_mail import may_know_all
from editorial.scheduling.models import Bundle, Kind
from editorial.scheduling.targets import authors_of
from users.models import User


@task()
def tell_of_block(bundle_id: int) -> int:
    """Mail whoever put a bundle together or wrote a version of it; how many were told at once.

    What is mended meanwhile is no news, and what is due fails and says so itself.
    """
    bundle = known(bundle_id)
    words = words_about(bundle) if bundle else []
    if not words:
        return 0
    people = User.objects.filter(pk__in=authors_of(Together(bundle)), is_active=True).exclude(email="").order_by("pk")
    pages = pages_of(members_of(bundle))
    told = [user for user in people if may_know_all(user, pages)]
    return letter_about(bundle, words).send_to(told_at_once(told, MailKind.BLOCKED, bundle.pk))


def letter_to(user: User, bundle_id: int) -> Letter | None:
    """What there is to tell somebody of a blocked bundle by now."""
    bundle = known(bundle_id)
    words = words_about(bundle) if bundle else []
    return letter_about(bundle, words) if words and may_know_all(user, pages_of(members_of(bundle))) else None


def known(bundle_id: int) -> Bundle | None:
    """A bundle that is scheduled and not due yet."""
    return Bundle.objects.filter(pk=bundle_id, live_at=None, moment__gt=timezone.now()).first()


def words_about(bundle: Bundle) -> list[str]:
    """A sentence for each page that keeps a bundle from going live; none when nothing does."""
    members = members_of(bundle)
    return list(incomplete(bundle, members, planned_versions(members)))


def letter_about(bundle: Bundle, words: list[str]) -> Letter:
    """What there is to tell of a blocked bundle."""
    context = {
        "bundle": bundle,
        "when": with_zone(bundle.moment),
        "words": words,
        "address": in_full(reverse("bundle", args=[bundle.pk])),
    }
    text = render_to_string("editorial/scheduling/bundles/blocked_mail.txt", context)
    return Letter(f"“{bundle}” will not go live as it is", text)


class Together:
    """A bundle as the item it will be once it is due."""

    kind = Kind.BUNDLE

    def __init__(self, bundle: Bundle) -> None:
        self.target_id = bundle.pk


def note_unscheduled(sender: type[Revision], instance: Revision, update_fields=None, **kwargs) -> None:
    """A version was taken out of the schedule; connected to ``post_save``."""
    if "approved_go_live_at" in (update_fields or ()) and instance.approved_go_live_at is None and is_of_page(instance):
        look_at_bundle_of(int(instance.object_id))


def note_page(sender: type[Page], instance: Page, **kwargs) -> None:
    """A page is being deleted, or was taken offline and its schedule with it."""
    look_at_bundle_of(instance.pk)


def look_at_bundle_of(page_id: int) -> None:
    """Order a look at the scheduled bundle of a page, if it is in one."""
    bundle = waiting_bundle_of(page_id)
    if bundle and bundle.moment:
        tell_of_block.enqueue(bundle.pk)


def connect() -> None:
    """Hear of whatever may keep a bundle offline."""
    post_save.connect(note_unscheduled, sender=Revision, dispatch_uid="bundles.note_unscheduled")
    pre_delete.connect(note_page, sender=Page, dispatch_uid="bundles.note_deleted")
    page_unpublished.connect(note_page, dispatch_uid="bundles.note_offline")
