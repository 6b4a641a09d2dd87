"""The schedule in the page form: who presses “Schedule” never publishes at once, and nothing is typed twice."""

from datetime import timedelta

import pytest
from wagtail.models import get_page_models

from blog.models import BlogPostPage
from core.forms import NOTHING_TO_SCHEDULE, PUBLISH_BUTTON, SCHEDULE
from core.plan import plan_of
from tests.edit_form import PUBLISH, edit_url, opened, parsed, said
from tests.editorial.scheduling.mornings import NINE, TEN
from tests.publication import draft

pytestmark = pytest.mark.django_db
PRESS_SCHEDULE = {PUBLISH_BUTTON: SCHEDULE}


@pytest.fixture
def send(editor_client):
    """Send the form of a page with a button pressed: ``send(page, button, go_live_at="…")``."""

    def press(page, button, **changes):
        url = edit_url(page)
        return editor_client.post(url, opened(editor_client, url) | button | changes)

    return press


def fresh(page):
    return BlogPostPage.objects.get(pk=page.pk)


class ScheduleButtonTests:
    def test_it_schedules_for_the_date_in_the_box(self, site_tree, clock, send):
        page = draft(BlogPostPage)
        assert send(page, PRESS_SCHEDULE, go_live_at="2026-03-02 10:00").status_code == 302
        assert plan_of(fresh(page)).scheduled == TEN

    def test_a_date_that_is_over_publishes_nothing_and_says_so_at_the_box(self, site_tree, clock, send):
        page = draft(BlogPostPage)
        clock(TEN)
        response = send(page, PRESS_SCHEDULE, go_live_at="2026-03-02 09:00")
        words = "Nothing was scheduled, as Mon 2 Mar 09:00 (London) is over."
        assert words in response.context["form"].errors["go_live_at"][0]
        assert not fresh(page).live

    def test_an_empty_box_publishes_nothing(self, site_tree, clock, send):
        page = draft(BlogPostPage, go_live_at=NINE)
        response = send(page, PRESS_SCHEDULE, go_live_at="")
        assert response.context["form"].errors["go_live_at"] == [NOTHING_TO_SCHEDULE]
        assert not fresh(page).live

    @pytest.mark.parametrize("value", ["publish", "action-publish", "9 o'clock", "2026-13-99"])
    def test_any_other_value_publishes_as_the_box_says(self, site_tree, clock, send, value):
        page = draft(BlogPostPage)
        clock(TEN)
        send(page, {PUBLISH_BUTTON: value}, go_live_at="2026-03-02 09:00")
        assert fresh(page).live

    def test_an_offered_moment_takes_the_place_of_what_was_typed(self, site_tree, clock, send):
        page = draft(BlogPostPage)
        send(page, {PUBLISH_BUTTON: NINE.isoformat()}, go_live_at="2026-03-02 10:00")
        assert plan_of(fresh(page)).scheduled == NINE

    def test_an_expiry_before_it_is_refused_as_ever(self, site_tree, clock, send):
        page = draft(BlogPostPage)
        response = send(page, PRESS_SCHEDULE, go_live_at="2026-03-02 10:00", expire_at="2026-03-02 09:00")
        assert "expire_at" in response.context["form"].errors
        assert plan_of(fresh(page)).scheduled is None


class BadlyToldTimeTests:
    """A time the clock skips or tells twice is asked about at the box, without any script."""

    def test_a_skipped_time_is_asked_about_and_scheduled_as_answered(self, site_tree, clock, send):
        page = draft(BlogPostPage)
        response = send(page, PRESS_SCHEDULE, go_live_at="2026-03-29 01:30")
        assert "01:30 does not exist on Sun 29 Mar 2026" in said(response)
        answers = parsed(response).select("[name=go_live_at-reading]")
        assert [answer["value"] for answer in answers] == ["earlier", "later"]
        send(page, PRESS_SCHEDULE, **{"go_live_at": "2026-03-29 01:30", "go_live_at-reading": "later"})
        assert plan_of(fresh(page)).scheduled == NINE.replace(day=29, hour=1, minute=30)

    def test_a_time_told_twice_keeps_its_answer_when_the_form_is_sent_again(self, site_tree, clock, send):
        page = draft(BlogPostPage)
        send(page, {}, **{"go_live_at": "2026-10-25 01:30", "go_live_at-reading": "later"})
        send(page, PRESS_SCHEDULE)
        assert plan_of(fresh(page)).scheduled == NINE.replace(month=10, day=25, hour=1, minute=30)

    def test_a_draft_is_not_lost_over_it(self, site_tree, clock, send):
        page = draft(BlogPostPage)
        response = send(page, {}, title="Typed with care", expire_at="2026-10-25 01:30")
        assert parsed(response).select_one("#id_title")["value"] == "Typed with care"
        assert parsed(response).select_one("#id_expire_at")["value"] == "2026-10-25 01:30"


class OneHomeTests:
    @pytest.mark.parametrize("page_type", get_page_models(), ids=lambda model: model.__name__)
    def test_dates_are_typed_in_the_section_and_in_no_dialog(self, page_type, rf, administrator, site_tree):
        if page_type._meta.app_label == "wagtailcore":
            return
        request = rf.get("/")
        request.user = administrator
        page = page_type(go_live_at=NINE + timedelta(days=400))
        handler = page_type.get_edit_handler()
        form = handler.get_form_class()(instance=page, for_user=administrator, parent_page=site_tree.home)
        html = str(handler.get_bound_panel(instance=page, request=request, form=form).render_form_content())
        assert html.count('name="go_live_at"') == 1
        assert "schedule-publishing-dialog" not in html
        assert not form.show_schedule_publishing_toggle

    def test_the_status_panel_offers_no_second_way(self, site_tree, clock, editor_client):
        for page in (draft(BlogPostPage), draft(BlogPostPage, go_live_at=NINE)):
            words = said(editor_client.get(edit_url(page)))
            assert "Set schedule" not in words
            assert "Edit schedule" not in words

    def test_comments_have_stayed(self, site_tree, editor_client):
        assert "comments" in editor_client.get(edit_url(draft(BlogPostPage))).context["form"].formsets


def test_publishing_past_a_date_to_come_is_scheduling(site_tree, clock, send):
    page = draft(BlogPostPage)
    send(page, PUBLISH, go_live_at="2026-03-02 09:00")
    assert plan_of(fresh(page)).scheduled == NINE
