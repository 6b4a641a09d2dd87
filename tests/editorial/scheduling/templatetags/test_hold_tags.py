"""The banner on every page of the admin."""

import pytest

from tests.edit_form import edit_url, parsed
from tests.editorial.scheduling.mornings import NINE, TEN, hold_all, planned

pytestmark = pytest.mark.django_db


def banner(client, address="/admin/"):
    """The words of the banner; empty without one."""
    found = parsed(client.get(address, follow=True)).select_one(".hold-banner")
    return " ".join(found.get_text(" ").split()) if found else ""


class HoldBannerTests:
    def test_without_a_hold_there_is_none(self, site_tree, clock, editor_client):
        assert banner(editor_client) == ""

    def test_it_tells_everybody_why_by_whom_and_until_when(self, site_tree, clock, editor, writer_client):
        hold_all(TEN, "A dose is wrong", editor)
        assert banner(writer_client) == (
            "Everything is held until Mon 2 Mar 10:00 (London). A dose is wrong – Edith Brand. "
            "Nothing goes live by the schedule; pages still go offline when their time is over."
        )

    def test_it_stands_on_every_page(self, site_tree, clock, editor_client):
        page = planned(NINE)
        hold_all(TEN)
        for address in (edit_url(page), "/admin/pages/", "/admin/images/", "/admin/reports/site-history/"):
            assert "Everything is held" in banner(editor_client, address)

    def test_who_may_resume_is_led_there(self, site_tree, clock, editor_client):
        hold_all(TEN)
        assert banner(editor_client).endswith("Resume")

    def test_after_its_end_it_asks_for_what_waits(self, site_tree, clock, editor_client, writer_client):
        planned(NINE)
        hold_all(TEN)
        clock(TEN)
        assert banner(writer_client).startswith("1 page waits for a slot. The hold ended Mon 2 Mar 10:00 (London).")
        assert banner(editor_client).endswith("Choose")

    def test_after_its_end_with_nothing_waiting_it_is_gone(self, site_tree, clock, editor_client):
        hold_all(TEN)
        clock(TEN)
        assert banner(editor_client) == ""
