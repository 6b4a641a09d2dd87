"""The mail of the day."""

from datetime import timedelta

import pytest
from django.core import mail

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.away.day_mail import LETTERS, day_letter, send_day
from editorial.scheduling.away.letters import Letter
from editorial.scheduling.away.models import MailKind, Notice, Pace
from editorial.scheduling.away.paces import PACES, choose
from editorial.scheduling.concern_mail import tell_of
from editorial.scheduling.failure_mail import tell_authors
from editorial.scheduling.models import Attempt, Concern
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.looks import linking
from tests.editorial.scheduling.mornings import NINE, TEN, item_of, planned
from tests.publication import draft

pytestmark = pytest.mark.django_db
TODAY = "2026-03-02"


@pytest.fixture
def kept(site_tree, clock, writer):
    """A failure, a concern and a draft that stayed behind, each kept for Wanda's mail of the day."""
    for kind in LETTERS:
        choose(writer, kind, Pace.DAILY)
    page = planned(NINE, owner=writer, title="Red cheeks")
    page.title = "Redder cheeks"
    page.save_revision()
    clock(NINE)
    runner.run()
    item = item_of(planned(TEN, owner=writer, title="Dry hands"))
    attempt = Attempt.objects.create(
        kind=item.kind, target_id=item.target_id, started_at=NINE, next_try_at=TEN, error="Name an “author”."
    )
    tell_authors.call(attempt.pk)
    linking(draft(BlogPostPage, title="Sore skin"), moment=TEN, owner=writer, title="Calm skin")
    tell_of.call(Concern.objects.get().pk)
    assert mail.outbox == []
    return page


class SendDayTests:
    def test_it_tells_what_came_and_forgets_it(self, kept, writer):
        assert send_day.call(writer.pk, TODAY) == 3
        (message,) = mail.outbox
        assert message.to == [writer.email]
        assert message.subject == "3 things about the schedule"
        for words in (
            "Dry hands” was due and did not go live",
            "“Calm skin” is scheduled for",
            "“Red cheeks” went live",
        ):
            assert words in message.body
        assert "/admin/account/#tab-notifications" in message.body
        assert send_day.call(writer.pk, TODAY) == 0
        assert len(mail.outbox) == 1

    def test_what_is_settled_by_then_is_no_news(self, kept, writer):
        Attempt.objects.all().delete()
        Concern.objects.all().delete()
        BlogPostPage.objects.get(pk=kept.pk).get_latest_revision().publish()
        assert send_day.call(writer.pk, TODAY) == 0
        assert mail.outbox == []
        assert not Notice.objects.exists()

    def test_what_somebody_may_no_longer_see_is_not_told(self, kept, writer, editor):
        BlogPostPage.objects.update(owner=editor)
        assert send_day.call(writer.pk, TODAY) == 0

    def test_what_was_switched_off_meanwhile_is_not_told(self, kept, writer):
        choose(writer, MailKind.FAILURE, Pace.OFF)
        assert send_day.call(writer.pk, TODAY) == 2

    def test_blocked_bundles_and_missed_times_are_told_with_the_rest(self, kept, writer, editor, clock):
        bundle = scheduled(new_post(owner=writer), moment=TEN)
        bundle.members.get().page.revisions.update(approved_go_live_at=None)
        late = draft(BlogPostPage, owner=writer, title="Sore elbows", go_live_at=NINE - timedelta(minutes=5))
        late.get_workflow().start(late, writer)
        late.current_workflow_task_state.approve(user=editor)
        Notice.objects.create(user=writer, kind=MailKind.BLOCKED, about=f"{bundle.pk}", kept_at=NINE)
        mail.outbox.clear()
        assert send_day.call(writer.pk, TODAY) == 5
        body = mail.outbox[0].body
        assert "The bundle “Spring launch” is to go live Mon 2 Mar 10:00 (London)." in body
        assert "“Sore elbows” was to go live Mon 2 Mar 08:55 (London)." in body

    def test_who_left_is_told_nothing(self, kept, writer):
        type(writer).objects.update(is_active=False)
        assert send_day.call(writer.pk, TODAY) == 0


class LettersTests:
    def test_every_kind_that_may_come_once_a_day_has_its_letter(self):
        assert set(LETTERS) == {kind for kind, paces in PACES.items() if Pace.DAILY in paces}


class DayLetterTests:
    def test_a_single_thing_is_told_as_it_is(self):
        letter = day_letter([Letter("“Calm skin” did not go live", "Name an author.")])
        assert letter.subject == "“Calm skin” did not go live"
        assert letter.text.startswith("Name an author.")
