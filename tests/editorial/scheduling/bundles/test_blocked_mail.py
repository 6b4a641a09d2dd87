"""Mail about a bundle that somebody has blocked before its moment."""

import pytest
from django.core import mail
from django_tasks_db.models import DBTaskResult

from blog.models import BlogPostPage
from editorial.scheduling.away.models import MailKind, Notice, Pace
from editorial.scheduling.away.paces import choose
from editorial.scheduling.bundles.blocked_mail import letter_to, tell_of_block
from editorial.scheduling.bundles.joining import leave
from editorial.scheduling.bundles.planning import unschedule
from tests.editorial.scheduling.bundles.launches import (
    changed_condition,
    member_of,
    new_post,
    planned_revision,
    scheduled,
)
from tests.editorial.scheduling.mornings import NINE

pytestmark = pytest.mark.django_db


def take_out_of_schedule(page):
    """What the page's own “Unschedule” does."""
    revision = planned_revision(page)
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])


@pytest.fixture
def launched(site_tree, clock, administrator):
    """A bundle an administrator has scheduled, and its two pages."""
    pages = [new_post(), changed_condition()]
    bundle = scheduled(*pages, user=administrator)
    mail.outbox.clear()
    return bundle, pages


class TellOfBlockTests:
    def test_unscheduling_a_page_is_told_to_who_planned_the_bundle(self, launched, administrator):
        bundle, pages = launched
        take_out_of_schedule(pages[0])
        (message,) = mail.outbox
        assert message.to == [administrator.email]
        assert message.subject == "“Spring launch” will not go live as it is"
        assert "“New balm” is not scheduled any more." in message.body
        assert f"/admin/bundles/{bundle.pk}/" in message.body

    def test_deleting_one_or_taking_it_offline_orders_a_look(self, launched, settings):
        _, pages = launched
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        BlogPostPage.objects.get(pk=pages[0].pk).delete()
        pages[1].unpublish()
        orders = DBTaskResult.objects.filter(task_path__endswith="tell_of_block")
        assert orders.count() == 2

    def test_what_is_done_to_the_bundle_itself_is_no_news(self, launched, administrator):
        bundle, pages = launched
        leave(member_of(pages[0]), administrator)
        unschedule(bundle, administrator)
        assert mail.outbox == []

    def test_what_is_mended_or_due_is_none_either(self, launched, clock):
        bundle, pages = launched
        assert tell_of_block.call(bundle.pk) == 0
        clock(NINE)
        pages[0].revisions.update(approved_go_live_at=None)
        assert tell_of_block.call(bundle.pk) == 0
        assert mail.outbox == []


class PaceTests:
    def test_who_hears_once_a_day_or_not_at_all_gets_no_mail_of_it_now(self, launched, administrator):
        bundle, pages = launched
        choose(administrator, MailKind.BLOCKED, Pace.DAILY)
        for page in pages:
            take_out_of_schedule(page)
        assert mail.outbox == []
        assert list(Notice.objects.values_list("user", "kind", "about")) == [
            (administrator.pk, MailKind.BLOCKED, f"{bundle.pk}")
        ]
        Notice.objects.all().delete()
        choose(administrator, MailKind.BLOCKED, Pace.OFF)
        assert tell_of_block.call(bundle.pk) == 0
        assert (mail.outbox, Notice.objects.count()) == ([], 0)


class LetterToTests:
    def test_it_tells_what_is_so_by_then(self, launched, administrator, clock):
        bundle, pages = launched
        assert letter_to(administrator, bundle.pk) is None
        take_out_of_schedule(pages[0])
        letter = letter_to(administrator, bundle.pk)
        assert letter.subject == "“Spring launch” will not go live as it is"
        assert "“New balm” is not scheduled any more." in letter.text
        assert "Milia" not in letter.text
        clock(NINE)
        assert letter_to(administrator, bundle.pk) is None
        assert letter_to(administrator, 0) is None

    def test_who_may_not_edit_all_of_it_any_more_is_told_nothing(self, launched, commerce):
        bundle, pages = launched
        take_out_of_schedule(pages[0])
        assert letter_to(commerce, bundle.pk) is None
