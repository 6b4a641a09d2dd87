"""Somebody's week."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from blog.models import BlogPostPage
from editorial.scheduling.away.models import MailKind, Pace
from editorial.scheduling.away.paces import choose
from editorial.scheduling.away.week_mail import closes, opens, send_week, texts_of, week_of
from editorial.scheduling.models import PlannedPage
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, planned
from tests.faults.secret_pages import marks_in, scheduled_page
from tests.publication import draft, published
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 3, 2)
DAY = timedelta(days=1)


def text_for(user) -> str:
    """What somebody is sent."""
    mail.outbox.clear()
    assert send_week.call(user.pk, MONDAY.isoformat()) == 1
    (message,) = mail.outbox
    assert message.to == [user.email]
    return message.body


def assigned(user, due, **values):
    """A page somebody is to write by a day."""
    page = draft(BlogPostPage, **values)
    PlannedPage.objects.update_or_create(page=page, defaults={"assignee": user, "text_due": due})
    return page


class SendWeekTests:
    def test_it_says_what_goes_live_what_went_wrong_and_what_is_waited_for(self, clock, editor, empty_calendar):
        late = planned(NINE, title="Red cheeks")
        planned(TEN + DAY, title="Dry hands")
        planned(NINE + 7 * DAY, title="Next week")
        expiring(published(BlogPostPage, title="Calm skin"), NINE + 6 * DAY)
        scheduled(new_post(), moment=NINE + 4 * DAY, ends_at=TEN + 5 * DAY)
        text = assigned(editor, MONDAY + 2 * DAY, title="Sore elbows")
        clock(NINE + timedelta(minutes=5))
        body = text_for(editor)
        assert mail.outbox[0].subject == "Your week from 2 March"
        assert "* Red cheeks (Overdue), due Mon 2 Mar 09:00" in body
        assert f"/admin/pages/{late.pk}/edit/" in body
        assert "This week, by the clock in London:" in body
        assert "* Tue 3 Mar 10:00  Dry hands (Scheduled)" in body
        assert "* Sat 7 Mar 10:00  Spring launch (Bundle, 1 page, Expiring)" in body
        assert "* Sun 8 Mar 09:00  Calm skin (Expiring)" in body
        assert "* Wed 4 Mar: Sore elbows (Draft)" in body
        assert f"/admin/pages/{text.pk}/edit/" in body
        assert "Still free: Tue 3 Mar 09:00, Wed 4 Mar 09:00" in body
        assert "Next week" not in body
        assert "/admin/calendar/" in body
        assert "\n\n\n" not in body

    def test_a_writer_reads_nothing_of_what_others_plan(self, clock, writer, editor, empty_calendar):
        scheduled_page(BlogPostPage, 1)
        planned(NINE, title="My own", owner=writer)
        body = text_for(writer)
        assert marks_in(body) == set()
        assert "My own (Scheduled)" in body
        assert "Still free" not in body
        assert marks_in(text_for(editor)) == {"embargotitle1"}

    def test_a_week_with_nothing_to_tell_is_not_told(self, clock, writer, empty_calendar):
        assert send_week.call(writer.pk, MONDAY.isoformat()) == 0

    def test_that_nothing_is_planned_is_news_to_whoever_fills_the_slots(self, clock, editor, empty_calendar):
        assert "Nothing goes live or offline this week." in text_for(editor)

    @pytest.mark.parametrize("values", [{"is_active": False}, {"email": ""}])
    def test_who_left_or_has_no_address_is_not_written_to(self, clock, editor, empty_calendar, values):
        type(editor).objects.update(**values)
        assert send_week.call(editor.pk, MONDAY.isoformat()) == 0

    def test_who_chose_so_is_not_written_to(self, clock, editor, empty_calendar):
        choose(editor, MailKind.WEEK, Pace.OFF)
        assert send_week.call(editor.pk, MONDAY.isoformat()) == 0

    def test_who_may_not_enter_is_not_written_to(self, clock, empty_calendar):
        assert send_week.call(UserFactory().pk, MONDAY.isoformat()) == 0

    def test_on_tuesday_at_noon_it_is_too_late(self, clock, editor, empty_calendar):
        clock(datetime(2026, 3, 3, 12, tzinfo=UTC))
        assert send_week.call(editor.pk, MONDAY.isoformat()) == 0
        clock(datetime(2026, 3, 3, 11, 59, tzinfo=UTC))
        assert send_week.call(editor.pk, MONDAY.isoformat()) == 1


class OpensTests:
    def test_seven_is_seven_in_winter_and_in_summer(self):
        assert opens(MONDAY) == datetime(2026, 3, 2, 7, tzinfo=UTC)
        assert opens(date(2026, 3, 30)) == datetime(2026, 3, 30, 6, tzinfo=UTC)
        assert closes(date(2026, 3, 30)) == datetime(2026, 3, 31, 11, tzinfo=UTC)


class WeekOfTests:
    def test_it_ends_on_sunday_at_midnight(self, clock, editor, empty_calendar):
        midnight = datetime(2026, 3, 9, tzinfo=UTC)
        planned(midnight, title="Next week")
        planned(midnight - timedelta(minutes=1), title="This week")
        assert [entry.title for entry in week_of(editor, MONDAY, EIGHT).entries] == ["This week"]


class TextsOfTests:
    def test_the_soonest_first_and_only_what_is_not_written_and_may_be_seen(self, clock, writer, editor, site_tree):
        assigned(writer, MONDAY + 3 * DAY, title="Second", owner=writer)
        assigned(writer, MONDAY - 3 * DAY, title="First", owner=writer)
        assigned(writer, None, title="Some day", owner=writer)
        assigned(editor, MONDAY, title="Edith's", owner=writer)
        assigned(writer, MONDAY, title="Of others", owner=editor)
        done = planned(NINE, title="Written", owner=writer)
        PlannedPage.objects.filter(page=done).update(assignee=writer, text_due=MONDAY)
        assert [text.page.title for text in texts_of(writer)] == ["First", "Second"]
