"""An editor sets slots and closed days once a year, and the calendar says what is closed."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format
from django.utils.timezone import now
from playwright.sync_api import expect

from core.site_time import by_the_clock
from editorial.scheduling.models import Slot
from tests.journeys.accessibility import faults, fits

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.mark.django_db(transaction=True)
class SlotsTests:
    @pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
    def test_slots_a_day_by_hand_and_days_from_a_file(self, desk_of, site_tree, editor, tmp_path, screen):
        tomorrow, later = (by_the_clock(now() + timedelta(days=days)).date() for days in (1, 2))
        file = tmp_path / "holidays.ics"
        file.write_text(
            f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:{later:%Y%m%d}\n"
            "SUMMARY:Founders’ Day\nEND:VEVENT\nEND:VCALENDAR\n"
        )
        desk = desk_of(editor, **screen)
        page = desk.page
        page.goto(f"{desk.address}/admin/calendar/?view=agenda")
        page.get_by_role("link", name="Slots and closed days").click()
        page.get_by_label("Monday", exact=True).fill("9:00, 25:00")
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("25:00 is no time: write it as 09:00.")).to_be_visible()
        assert faults(page) == []
        assert fits(page)
        page.get_by_label("Monday", exact=True).fill("14:30, 9:00")
        page.get_by_label("Date", exact=True).fill(f"{tomorrow:%Y-%m-%d}")
        page.get_by_label("Name", exact=True).fill("Stocktaking")
        page.get_by_label("Calendar file").set_input_files(file)
        page.get_by_role("button", name="Save").click()
        desk.says("From the file: 1 closed day added, 0 known already.")
        expect(page.get_by_label("Monday", exact=True)).to_have_value("09:00, 14:30")
        expect(page.get_by_role("row", name=f"{date_format(tomorrow, 'D j M Y')} Stocktaking")).to_be_visible()
        assert faults(page) == []
        assert fits(page)
        assert Slot.objects.count() == 2
        page.goto(f"{desk.address}/admin/calendar/?view=agenda")
        for words in ("Closed: Stocktaking", "Closed: Founders’ Day"):
            expect(page.get_by_text(words)).to_be_visible()
        assert faults(page) == []
        assert fits(page)
