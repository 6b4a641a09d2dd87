"""The page on which slots and closed days are set."""

from datetime import UTC, date, datetime, time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from editorial.scheduling.ics import ClosedDaysFile
from editorial.scheduling.models import ClosedDay, Slot
from editorial.scheduling.slot_forms import Closing
from editorial.scheduling.slot_views import told
from editorial.scheduling.slots import next_free_slot
from tests.edit_form import parsed, said
from tests.editorial.scheduling.calendar_files import CHRISTMAS, file_of

pytestmark = pytest.mark.django_db

SLOTS = "/admin/schedule/slots/"


class SlotsViewTests:
    def test_it_says_what_counts_as_long_as_nothing_is_set(self, site_tree, clock, editor_client):
        words = said(editor_client.get(SLOTS))
        assert "No slot is set, so weekdays at 09:00 are the slots." in words
        assert "No day to come is closed." in words

    def test_an_editor_sets_slots_once_a_year(self, site_tree, clock, editor_client):
        response = editor_client.post(SLOTS, {"times_0": "14:30, 9:30", "times_5": "10:00"}, follow=True)
        assert "Slots and closed days are saved." in said(response)
        assert "No slot is set" not in said(response)
        assert parsed(response).select_one("[name=times_0]")["value"] == "09:30, 14:30"
        assert next_free_slot(timezone.now()) == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

    def test_what_is_wrong_stays_in_its_box_and_nothing_is_saved(self, site_tree, clock, editor_client):
        Slot.objects.create(weekday=0, time=time(9))
        response = editor_client.post(SLOTS, {"times_0": "9:00, 25:00", "day": "2026-12-25", "name": "Christmas Day"})
        assert "25:00 is no time: write it as 09:00." in said(response)
        assert parsed(response).select_one("[name=times_0]")["value"] == "9:00, 25:00"
        assert parsed(response).select_one("[name=day]")["value"] == "2026-12-25"
        assert (Slot.objects.count(), ClosedDay.objects.count()) == (1, 0)

    def test_a_closed_day_is_listed_and_removed(self, site_tree, clock, editor_client):
        ClosedDay.objects.create(date=date(2026, 3, 1), name="Yesterday")
        response = editor_client.post(SLOTS, {"day": "2026-12-25", "name": "Christmas Day"}, follow=True)
        rows = parsed(response).select("tbody tr")
        assert [" ".join(row.text.split()) for row in rows] == ["Fri 25 Dec 2026 Christmas Day"]
        editor_client.post(SLOTS, {"remove": rows[0].select_one("input")["value"]})
        assert [day.name for day in ClosedDay.objects.all()] == ["Yesterday"]

    def test_a_file_closes_its_days_and_says_how_many(self, site_tree, clock, editor_client):
        file = SimpleUploadedFile("holidays.ics", file_of(CHRISTMAS, "DTSTART:20260401T090000Z"), "text/calendar")
        response = editor_client.post(SLOTS, {"file": file}, follow=True)
        assert "From the file: 1 closed day added, 0 known already." in said(response)
        assert "Left out, as they do not last all day: 1 event." in said(response)
        assert "Christmas Day" in said(response)

    @pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\0", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:?"])
    def test_what_is_no_calendar_is_no_fault(self, site_tree, clock, editor_client, content):
        response = editor_client.post(SLOTS, {"file": SimpleUploadedFile("holidays.ics", content)})
        assert response.status_code == 200
        assert "This is no calendar file: choose one that ends in .ics." in said(response)

    def test_an_administrator_may_and_others_may_not(
        self, site_tree, clock, administrator_client, writer_client, commerce_client, client
    ):
        assert administrator_client.get(SLOTS).status_code == 200
        for other in (writer_client, commerce_client):
            response = other.post(SLOTS, {"times_0": "10:00"}, follow=True)
            assert "do not have permission" in said(response)
        assert client.get(SLOTS).status_code == 302
        assert not Slot.objects.exists()


class ToldTests:
    def test_it_tells_what_was_left_out_and_why(self):
        file = ClosedDaysFile({}, timed=2, unreadable=1, is_cut=True)
        assert told(file, Closing(400, 0)) == (
            "From the file: 400 closed days added, 0 known already. It closes more than 400 days: the first 400 were"
            " taken. Left out, as they do not last all day: 2 events. Left out, as nobody can read them: 1 event."
        )
