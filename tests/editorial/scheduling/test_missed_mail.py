"""Mail about a page that was approved after its time."""

import pytest
from django.core import mail

from blog.models import BlogPostPage
from editorial.scheduling.away.models import MailKind, Notice, Pace
from editorial.scheduling.away.paces import choose
from editorial.scheduling.missed_mail import letter_to, tell_of_missed_time
from tests.editorial.scheduling.mornings import NINE, TEN
from tests.publication import draft

pytestmark = pytest.mark.django_db
SUBJECT = "“Calm skin” is approved, and its time has passed"


@pytest.fixture
def approved(site_tree, clock, writer, editor):
    """Have a post of Wanda's approved at ten; the page, read again."""

    def make(**values):
        page = draft(BlogPostPage, owner=writer, title="Calm skin", **values)
        page.get_workflow().start(page, writer)
        clock(TEN)
        mail.outbox.clear()
        page.current_workflow_task_state.approve(user=editor)
        return BlogPostPage.objects.get(pk=page.pk)

    return make


def sent():
    """The mails about a time that has passed."""
    return [message for message in mail.outbox if message.subject == SUBJECT]


class TellOfMissedTimeTests:
    def test_the_author_hears_once_and_is_offered_the_next_free_slot(self, approved, writer):
        page = approved(go_live_at=NINE)
        (message,) = sent()
        assert message.to == [writer.email]
        assert "was to go live Mon 2 Mar 09:00 (London). The last approval came later than that" in message.body
        assert "The next free slot is Tue 3 Mar 09:00 (London). Open the page to choose that time" in message.body
        assert f"/admin/pages/{page.pk}/edit/" in message.body

    def test_without_a_free_slot_it_offers_none(self, approved, monkeypatch):
        monkeypatch.setattr("editorial.scheduling.missed_mail.next_free_slot", lambda *args: None)
        approved(go_live_at=NINE)
        (message,) = sent()
        assert "free slot" not in message.body
        assert "Open the page to choose a time; whoever may publish it" in message.body

    def test_a_page_without_a_time_is_no_news(self, approved):
        approved()
        assert sent() == []

    def test_one_that_is_scheduled_neither(self, approved):
        approved(go_live_at=TEN.replace(hour=12))
        assert sent() == []

    def test_an_author_who_may_publish_is_told_that_one_press_does_it(self, approved, editor):
        page = approved(go_live_at=NINE)
        BlogPostPage.objects.filter(pk=page.pk).update(owner=editor)
        mail.outbox.clear()
        assert tell_of_missed_time.call(page.latest_revision_id) == 1
        assert "schedule it for then, choose another time or publish it now" in sent()[0].body

    def test_what_was_changed_or_is_gone_meanwhile_is_no_news(self, approved):
        page = approved(go_live_at=NINE)
        revision = page.latest_revision_id
        page.standfirst = "Other words."
        page.save_revision()
        assert tell_of_missed_time.call(revision) == 0
        assert tell_of_missed_time.call(0) == 0

    def test_an_author_who_has_left_is_not_told(self, approved, writer):
        page = approved(go_live_at=NINE)
        type(writer).objects.filter(pk=writer.pk).update(is_active=False)
        assert tell_of_missed_time.call(page.latest_revision_id) == 0


class PaceTests:
    def test_who_hears_once_a_day_or_not_at_all_gets_no_mail_of_it_now(self, approved, writer):
        choose(writer, MailKind.MISSED, Pace.DAILY)
        page = approved(go_live_at=NINE)
        assert sent() == []
        (notice,) = Notice.objects.all()
        assert (notice.user, notice.kind, notice.about) == (writer, MailKind.MISSED, f"{page.latest_revision_id}")
        Notice.objects.all().delete()
        choose(writer, MailKind.MISSED, Pace.OFF)
        assert tell_of_missed_time.call(page.latest_revision_id) == 0
        assert (sent(), Notice.objects.count()) == ([], 0)


class LetterToTests:
    def test_it_tells_what_is_so_by_then(self, approved, writer, editor):
        page = approved(go_live_at=NINE)
        letter = letter_to(writer, page.latest_revision_id)
        assert letter.subject == SUBJECT
        assert "was to go live Mon 2 Mar 09:00 (London)" in letter.text
        BlogPostPage.objects.get(pk=page.pk).get_latest_revision().publish()
        assert letter_to(writer, page.latest_revision_id) is None
        assert letter_to(writer, 0) is None

    def test_who_may_not_edit_it_is_told_nothing(self, approved, commerce):
        assert letter_to(commerce, approved(go_live_at=NINE).latest_revision_id) is None
