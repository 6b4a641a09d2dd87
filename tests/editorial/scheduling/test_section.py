"""What the schedule section offers."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from blog.models import BlogPostPage
from editorial.scheduling.closed_days import close
from editorial.scheduling.section import offer_slot, tell_week
from editorial.scheduling.slots import AHEAD
from tests.edit_form import create_url, edit_url, parsed, said
from tests.editorial.scheduling.mornings import NINE, planned
from tests.publication import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_of(rf: RequestFactory):
    """A request by somebody."""

    def make(user):
        request = rf.get("/")
        request.user = user
        return request

    return make


class OfferSlotTests:
    def test_the_next_free_slot_fills_the_box_with_one_press(self, site_tree, clock, editor, editor_client):
        planned(NINE)
        page = draft(BlogPostPage)
        button = parsed(editor_client.get(edit_url(page))).select_one("[data-fill-moment]")
        assert " ".join(button.text.split()) == "Next free slot: Tue 3 Mar 09:00 (London)"
        assert button["data-moment-text"] == "2026-03-03 09:00"
        assert parsed(editor_client.get(edit_url(page))).select_one(button["data-fill-moment"])["name"] == "go_live_at"

    def test_a_closed_day_is_not_offered(self, site_tree, clock, request_of, editor):
        close({NINE.date(): "Stocktaking"})
        assert offer_slot(draft(BlogPostPage), request_of(editor)).slot == NINE + timedelta(days=1)

    def test_when_none_is_free_it_says_so(self, site_tree, clock, editor_client):
        close({NINE.date() + timedelta(days=number): "Closed" for number in range(AHEAD.days + 1)})
        response = editor_client.get(edit_url(draft(BlogPostPage)))
        assert "No slot is free in the next two years." in said(response)
        assert parsed(response).select_one("[data-fill-moment]") is None
        assert parsed(response).select_one("[data-week-of]")["data-day"] == "2026-03-02"

    def test_a_page_is_not_in_its_own_way(self, site_tree, clock, request_of, editor):
        assert offer_slot(planned(NINE), request_of(editor)).slot == NINE


class TellWeekTests:
    def test_it_tells_of_the_planned_week_or_else_of_the_slots(self, site_tree, clock, request_of, editor):
        page = draft(BlogPostPage)
        assert tell_week(page, request_of(editor)).day == NINE.date()
        page.go_live_at = NINE + timedelta(days=14)
        assert tell_week(page, request_of(editor)).day == page.go_live_at.date()

    def test_a_new_page_has_the_section_too(self, site_tree, clock, editor_client):
        planned(NINE, title="Calm skin")
        form = parsed(editor_client.get(create_url(BlogPostPage, site_tree.blog)))
        note = form.select_one("[data-week-of]")
        assert note.text == "Also going live that week, by the clock in London: “Calm skin” (Mon 09:00)."
        assert note["data-week-url"] == "/admin/schedule/week/"

    def test_a_page_planned_for_a_closed_day_is_warned(self, site_tree, clock, editor_client):
        close({NINE.date(): "Stocktaking"})
        note = parsed(editor_client.get(edit_url(planned(NINE)))).select_one("[data-week-of]")
        assert note.select_one(".help-warning").text == "Mon 2 Mar is closed: Stocktaking."

    def test_nothing_else_is_said_too(self, site_tree, clock, editor_client):
        note = parsed(editor_client.get(edit_url(draft(BlogPostPage)))).select_one("[data-week-of]")
        assert note.text == "Nothing else goes live that week."
