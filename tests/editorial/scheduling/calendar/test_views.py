"""The calendar on the screen."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blog.models import BlogPostPage
from core.status import LIVE
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.calendar.free_slots import FreeSlot
from editorial.scheduling.calendar.period import Period, View
from editorial.scheduling.calendar.views import SHOWN, by_day, days_of
from editorial.scheduling.calendar.warnings import Note
from editorial.scheduling.models import ClosedDay, Slot
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, planned
from tests.markup import words
from tests.publication import draft, published
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db

CALENDAR = reverse("calendar")
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def shown(client, address="") -> str:
    """The calendar's words."""
    response = client.get(f"{CALENDAR}?{address}")
    assert response.status_code == 200
    return words(response.content.decode())


class CalendarViewTests:
    @pytest.mark.parametrize("view", View.values)
    def test_a_draft_with_a_date_stands_on_its_day_and_says_that_nothing_waits_for_it(
        self, clock, administrator_client, site_tree, view
    ):
        page = draft(BlogPostPage, title="Rough elbows", go_live_at=NINE)
        address = f"view={view}&on={NINE:%Y-%m-%d}"
        text = shown(administrator_client, address)
        assert "Rough elbows 09:00 Draft, not scheduled Post" in text
        assert "1 entry, by the clock in London." in text
        html = administrator_client.get(f"{CALENDAR}?{address}").content.decode()
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html

    @pytest.mark.parametrize("view", View.values)
    def test_the_end_of_a_bundle_stands_on_its_day_in_the_words_of_expiring_pages(
        self, clock, editor_client, site_tree, view
    ):
        bundle = scheduled(new_post(), ends_at=TEN)
        address = f"view={view}&on={NINE:%Y-%m-%d}"
        assert "Spring launch 10:00 Expiring Bundle, 1 page" in shown(editor_client, address)
        html = editor_client.get(f"{CALENDAR}?{address}").content.decode()
        card = html.split(f'data-bundle="{bundle.pk}"')[1].split("</li>")[0]
        assert "icon-time" in card and "icon-folder-open-inverse" in card
        assert f'href="{reverse("bundle", args=[bundle.pk])}?next=' in card

    def test_the_filter_stays_in_the_addresses_that_lead_on(self, clock, administrator_client, site_tree):
        html = administrator_client.get(f"{CALENDAR}?status=Live&view=week").content.decode()
        assert "?status=Live&amp;view=week&amp;on=" in html
        assert "?status=Live&amp;view=agenda" in html

    def test_empty_weeks_say_what_belongs_there(self, clock, administrator_client, site_tree):
        assert "Drag something from the tray onto a day" in shown(administrator_client, "view=week&on=2030-01-01")
        assert "Nothing here has all you chose." in shown(administrator_client, "on=2030-01-01&status=Failed")

    def test_bad_input_is_no_fault(self, administrator_client, site_tree):
        assert "Calendar" in shown(administrator_client, "view=%00&on=99999-01-01&author=-1&topic=1e9&type=&status=%27")
        assert "Calendar" in shown(administrator_client, "on=0001-01-01")
        assert "Calendar" in shown(administrator_client, "view=agenda&on=9999-12-31")

    def test_it_is_one_click_away(self, administrator_client, site_tree):
        assert f'"{CALENDAR}"' in administrator_client.get(reverse("wagtailadmin_home")).content.decode()

    @pytest.mark.parametrize("view", View.values)
    def test_it_costs_the_same_for_many(self, clock, administrator_client, site_tree, view):
        published(BlogPostPage, published_at=EIGHT)
        shown(administrator_client)
        counts = []
        for number in (1, 10):
            for _ in range(number):
                draft(BlogPostPage, go_live_at=NINE)
                scheduled(draft(BlogPostPage), ends_at=TEN)
            with CaptureQueriesContext(connection) as queries:
                shown(administrator_client, f"view={view}&on={NINE:%Y-%m-%d}")
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 15

    @pytest.mark.parametrize("view", View.values)
    def test_a_closed_day_and_a_slot_taken_twice_are_told(self, clock, administrator_client, site_tree, view):
        ClosedDay.objects.create(date=date(2026, 3, 5), name="Stocktaking")
        planned(NINE)
        planned(NINE)
        text = shown(administrator_client, f"view={view}&on={NINE:%Y-%m-%d}")
        assert "Closed: Stocktaking" in text
        assert "Two in one slot: 09:00" in text

    def test_an_empty_week_is_told_to_who_sees_everything(self, clock, editor_client, commerce_client, site_tree):
        empty = "Nothing goes live this week"
        assert shown(editor_client, "view=week").count(empty) == 1
        assert shown(editor_client, "view=agenda&on=2026-03-02").count(empty) == 4
        assert empty not in shown(commerce_client, "view=week")
        assert empty not in shown(editor_client, "view=week&status=Live")
        planned(NINE)
        assert empty not in shown(editor_client, "view=week")

    def test_the_slots_are_one_click_away_for_who_may_set_them(self, clock, editor_client, writer_client, site_tree):
        address = reverse("schedule_slots")
        assert f'href="{address}"' in editor_client.get(CALENDAR).content.decode()
        assert address not in writer_client.get(CALENDAR).content.decode()


class FreeSlotTests:
    @pytest.fixture
    def twice_a_day(self, clock, site_tree):
        """Slots at nine and at two on Tuesdays, and nowhere else."""
        for at in (time(9), time(14)):
            Slot.objects.create(weekday=1, time=at)

    def test_a_week_shows_them_by_the_hour_and_each_starts_a_page(self, twice_a_day, editor_client):
        draft(BlogPostPage, title="Rough elbows", go_live_at=NOON)
        text = shown(editor_client, "view=week")
        assert "09:00 free : plan a page for Tue 3 Mar 09:00 Rough elbows 12:00 Draft" in text.replace(
            "free:", "free :"
        )
        assert "14:00 free" in text
        html = editor_client.get(f"{CALENDAR}?view=week").content.decode()
        address = html.split('class="calendar-slot__plan"')[1].split('href="')[1].split('"')[0]
        form = editor_client.get(address.replace("&amp;", "&")).content.decode()
        assert 'value="2026-03-03 09:00"' in form

    def test_neither_a_month_nor_an_agenda_does(self, twice_a_day, editor_client):
        for view in (View.MONTH, View.AGENDA):
            assert "calendar-slot" not in editor_client.get(f"{CALENDAR}?view={view}").content.decode()

    def test_what_somebody_else_has_scheduled_is_not_free_even_out_of_sight(self, twice_a_day, commerce_client):
        planned(NOON.replace(hour=9), title="Quietskin launch")
        text = shown(commerce_client, "view=week")
        assert "09:00 free" not in text and "14:00 free" in text
        assert "Quietskin" not in text

    def test_who_may_plan_nothing_is_told_and_not_led_on(self, twice_a_day, client):
        guest = UserFactory()
        guest.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(guest, backend="django.contrib.auth.backends.ModelBackend")
        html = client.get(f"{CALENDAR}?view=week").content.decode()
        assert "calendar-slot" in html and reverse("calendar_new") not in html


class ByDayTests:
    def test_every_day_is_there_and_has_what_is_on_it(self):
        entry = Entry(BlogPostPage(title="Calm"), NINE, LIVE)
        days = by_day(Period(View.WEEK, NINE.date()), [entry])
        assert list(days.values()) == [[entry], [], [], [], [], [], []]


class DaysOfTests:
    @pytest.fixture
    def entry(self):
        return Entry(BlogPostPage(title="Calm"), NINE, LIVE)

    def days(self, view, entries, notes=None):
        return days_of(Period(view, NINE.date()), entries, NINE.date(), notes)

    def test_an_agenda_leaves_out_empty_days(self, entry):
        assert [day.date for day in self.days(View.AGENDA, [entry])] == [NINE.date()]
        assert len(self.days(View.WEEK, [entry])) == 7

    def test_a_day_something_is_said_about_is_not_empty(self):
        notes = {NINE.date() + timedelta(days=1): [Note("Closed: Stocktaking")]}
        (day,) = self.days(View.AGENDA, [], notes)
        assert (day.date, [note.words for note in day.notes]) == (date(2026, 3, 3), ["Closed: Stocktaking"])

    def test_a_full_day_is_folded_unless_one_alone_would_be(self, entry):
        for count, folded in ((SHOWN, 0), (SHOWN + 1, 0), (SHOWN + 2, 2)):
            day = next(day for day in self.days(View.WEEK, [entry] * count) if day.entries)
            assert (len(day.folded), len(day.shown) + len(day.folded)) == (folded, count)

    def test_free_slots_stand_between_the_entries_and_are_never_folded(self, entry):
        slot = FreeSlot(NINE - timedelta(hours=1))
        days = days_of(Period(View.WEEK, NINE.date()), [entry] * (SHOWN + 2), NINE.date(), {}, {NINE.date(): [slot]})
        day = next(day for day in days if day.entries)
        assert (day.shown[0], len(day.shown), len(day.folded)) == (slot, SHOWN + 1, 2)

    def test_today_is_marked(self):
        assert [day.date for day in self.days(View.MONTH, []) if day.is_today] == [NINE.date()]

    def test_days_beside_the_month_are_marked(self):
        outside = {day.date for day in self.days(View.MONTH, []) if day.is_outside}
        assert outside == {day for day in Period(View.MONTH, NINE.date()).days if day.month != NINE.month}
        assert date(NINE.year, NINE.month, 1) + timedelta(days=1) not in outside
