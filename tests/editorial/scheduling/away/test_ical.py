"""The calendar as others read it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPostPage
from core.status import SCHEDULED
from editorial.scheduling.away import ical
from editorial.scheduling.away.ical import calendar_of
from editorial.scheduling.bundles.moving_end import move_end
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.moving import move
from tests.editorial.scheduling.away.strict import event_about, strictly_read
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, planned
from tests.faults.secret_pages import marks_in, scheduled_change, scheduled_page
from tests.publication import draft, published

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def calendar(user, now=EIGHT):
    """Somebody's calendar, read strictly."""
    return strictly_read(calendar_of(user, now))


def unsaved(number) -> BlogPostPage:
    """A page as the calendar finds it."""
    page = BlogPostPage(pk=number, title="Calm skin", draft_title="Calm skin")
    page.is_own, page.logged_at = True, EIGHT
    return page


def summaries(user) -> list[str]:
    """What the events of a calendar say."""
    return [str(event["SUMMARY"]) for event in calendar(user).events]


class CalendarOfTests:
    def test_each_entry_is_an_event_and_an_idea_without_a_date_is_none(self, clock, editor, empty_calendar):
        expiring(published(BlogPostPage, title="Calm skin", published_at=EIGHT - DAY), EIGHT + DAY)
        planned(NINE, title="Dry hands")
        draft(BlogPostPage, title="Red cheeks", go_live_at=TEN)
        draft(BlogPostPage, title="An idea")
        assert summaries(editor) == [
            "Calm skin (Live)",
            "Dry hands (Scheduled)",
            "Red cheeks (Draft, not scheduled)",
            "Calm skin (Expiring)",
        ]

    def test_the_end_of_a_bundle_is_an_event_that_follows_its_moves(self, clock, editor, empty_calendar):
        bundle = scheduled(new_post(), ends_at=TEN)
        before = event_about(calendar(editor), "Spring launch")
        assert before["SUMMARY"] == "Spring launch (Bundle, 1 page, Expiring)"
        assert before["UID"].startswith(f"bundle-{bundle.pk}-end@")
        assert before["URL"].endswith(f"/admin/bundles/{bundle.pk}/")
        clock(EIGHT + timedelta(minutes=5))
        move_end(bundle.pk, TEN, TEN + DAY, editor)
        after = event_about(calendar(editor), "Spring launch")
        assert (after["UID"], after["DTSTART"].dt) == (before["UID"], TEN + DAY)
        assert after["SEQUENCE"] > before["SEQUENCE"]

    def test_it_says_whose_it_is_and_how_often_to_ask(self, clock, editor, empty_calendar):
        lines = calendar_of(editor, EIGHT).decode().split("\r\n")
        assert {"NAME:Skincare CMS: schedule", "X-WR-TIMEZONE:Europe/London"} <= set(lines)
        assert {"REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"} <= set(lines)

    def test_an_event_says_when_what_and_where(self, clock, editor, empty_calendar):
        page = planned(NINE, title="Dry hands, calm; skin")
        event = event_about(calendar(editor), "Dry hands, calm; skin (Scheduled)")
        assert event.start == NINE
        assert event["DTSTART"].params["TZID"] == "Europe/London"
        assert event.duration == timedelta(minutes=15)
        assert event["DESCRIPTION"] == "Post, by the clock in London."
        assert event["URL"] == f"http://127.0.0.1:8000/admin/pages/{page.pk}/edit/"
        assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == EIGHT

    def test_a_flag_is_said(self, clock, editor, empty_calendar):
        planned(NINE, title="Dry hands")
        clock(TEN)
        assert event_about(calendar(editor, TEN), "Dry hands")["SUMMARY"] == "Dry hands (Scheduled, Overdue)"

    def test_it_reaches_two_months_back_and_a_year_ahead(self, clock, editor, empty_calendar):
        for days in (-61, -59):
            published(BlogPostPage, title=f"{days} days", published_at=EIGHT + days * DAY)
        for days in (399, 401):
            planned(EIGHT + days * DAY, title=f"{days} days")
        assert summaries(editor) == ["-59 days (Live)", "399 days (Scheduled)"]

    def test_an_event_keeps_its_name_while_it_moves_and_goes_live(self, clock, editor, empty_calendar):
        page = planned(NINE, title="Dry hands")
        before = event_about(calendar(editor), "Dry hands")
        clock(EIGHT + timedelta(minutes=10))
        move(page.revisions.get(approved_go_live_at=NINE), TEN, editor)
        moved = event_about(calendar(editor, EIGHT + timedelta(minutes=10)), "Dry hands")
        clock(TEN)
        page.revisions.get(approved_go_live_at=TEN).publish()
        live = event_about(calendar(editor, TEN), "Dry hands (Live)")
        assert before["UID"] == moved["UID"] == live["UID"]
        assert before["SEQUENCE"] < moved["SEQUENCE"] < live["SEQUENCE"]
        assert moved.start == TEN

    def test_a_change_of_a_live_page_and_its_end_are_events_of_their_own(self, clock, editor, empty_calendar):
        page = expiring(published(BlogPostPage, published_at=EIGHT - DAY), EIGHT + 9 * DAY)
        page.title, page.go_live_at = "Calmer skin", NINE
        page.save_revision().publish()
        assert len({event["UID"] for event in calendar(editor).events}) == 3

    def test_it_costs_the_same_for_many(self, clock, editor, empty_calendar):
        counts = []
        for number in (1, 3):
            for _ in range(number):
                planned(NINE)
                published(BlogPostPage, published_at=EIGHT)
            with CaptureQueriesContext(connection) as queries:
                calendar_of(editor, EIGHT)
            counts.append(len(queries))
        assert counts[0] >= counts[1]

    def test_a_title_cannot_break_out_of_its_line(self, clock, editor, empty_calendar):
        planned(NINE, title="Dry\r\nEND:VEVENT\x07 hands")
        assert summaries(editor) == ["Dry END:VEVENT hands (Scheduled)"]


class EmbargoTests:
    def test_a_writer_reads_nothing_of_what_others_plan(self, clock, writer, editor, empty_calendar):
        planned(NINE, title="My own", owner=writer)
        scheduled_page(BlogPostPage, 1)
        scheduled_change(BlogPostPage, 2)
        draft(BlogPostPage, title="Embargoloose3", go_live_at=NINE)
        assert marks_in(calendar_of(writer, EIGHT).decode()) == set()
        assert "My own (Scheduled)" in summaries(writer)
        assert len(marks_in(calendar_of(editor, EIGHT).decode())) == 3

    def test_what_others_have_live_leads_to_where_it_is_read(self, clock, writer, empty_calendar):
        page = published(BlogPostPage, title="Calm skin", published_at=EIGHT)
        assert event_about(calendar(writer), "Calm skin")["URL"] == page.full_url


class ZoneTests:
    """The weeks in which the clock is changed, in London and in New York."""

    @pytest.mark.parametrize(
        ("zone", "day"),
        [
            ("Europe/London", datetime(2026, 3, 29)),
            ("Europe/London", datetime(2026, 10, 25)),
            ("America/New_York", datetime(2026, 3, 8)),
            ("America/New_York", datetime(2026, 11, 1)),
        ],
    )
    def test_every_hour_of_the_week_is_read_rightly(self, settings, monkeypatch, zone, day):
        settings.TIME_ZONE = zone
        start = day.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) - DAY
        moments = [start + timedelta(hours=hours) for hours in range(72)]
        found = [Entry(unsaved(number), moment, SCHEDULED) for number, moment in enumerate(moments, start=1)]
        monkeypatch.setattr(ical, "entries", lambda *args: found)
        read = calendar(None, start)
        assert [event.start.astimezone(UTC) for event in read.events] == moments
        assert [event["DTSTART"].params["TZID"] for event in read.events if "TZID" in event["DTSTART"].params] == [
            zone for moment in moments if not moment.astimezone(ZoneInfo(zone)).fold
        ]

    def test_nine_is_nine_in_winter_and_in_summer(self, clock, editor, empty_calendar):
        clock(datetime(2026, 3, 20, tzinfo=UTC))
        planned(datetime(2026, 3, 27, 9, tzinfo=UTC), title="Winter")
        planned(datetime(2026, 3, 30, 8, tzinfo=UTC), title="Summer")
        text = calendar_of(editor, datetime(2026, 3, 20, tzinfo=UTC)).decode()
        assert "DTSTART;TZID=Europe/London:20260327T090000" in text
        assert "DTSTART;TZID=Europe/London:20260330T090000" in text

    def test_the_hour_told_twice_is_said_by_the_world_s_clock_the_second_time(self, clock, editor, empty_calendar):
        clock(datetime(2026, 10, 20, tzinfo=UTC))
        planned(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), title="First")
        planned(datetime(2026, 10, 25, 1, 30, tzinfo=UTC), title="Second")
        text = calendar_of(editor, datetime(2026, 10, 20, tzinfo=UTC)).decode()
        assert "DTSTART;TZID=Europe/London:20261025T013000" in text
        assert "DTSTART:20261025T013000Z" in text
