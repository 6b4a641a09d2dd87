"""The pages around a hold."""

from datetime import UTC, datetime, timedelta

import pytest
from wagtail.users.models import UserProfile

from blog.models import BlogPostPage
from editorial.scheduling import at_once, hold_views
from editorial.scheduling.hold import open_hold
from editorial.scheduling.hold_views import usual_end
from editorial.scheduling.models import Hold
from tests.edit_form import parsed, said
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, hold_all, is_live, item_of, planned
from tests.publication import draft

pytestmark = pytest.mark.django_db

HOLD, RESUME = "/admin/schedule/hold/", "/admin/schedule/resume/"
ELEVEN = TEN + timedelta(hours=1)
TOMORROW = NINE + timedelta(days=1)


class HoldViewTests:
    def test_two_clicks_and_a_reason_hold_everything(self, site_tree, clock, editor, editor_client):
        assert f'href="{HOLD}"' in editor_client.get("/admin/").content.decode()
        assert 'value="2026-03-03 09:00"' in editor_client.get(HOLD).content.decode()
        response = editor_client.post(HOLD, {"reason": "A dose is wrong", "until": "2026-03-03 09:00"}, follow=True)
        assert "Everything is held until Tue 3 Mar 09:00 (London). Nothing goes live by the schedule." in said(response)
        hold = open_hold()
        assert (hold.reason, hold.until, hold.placed_by) == ("A dose is wrong", TOMORROW, editor)

    def test_an_hour_the_clock_skips_or_tells_twice_is_asked_about(self, site_tree, clock, editor_client):
        asked = editor_client.post(HOLD, {"reason": "A dose is wrong", "until": "2026-03-29 01:30"})
        assert "01:30 does not exist on Sun 29 Mar 2026" in said(asked)
        asked = editor_client.post(HOLD, {"reason": "A dose is wrong", "until": "2026-10-25 01:30"})
        assert "01:30 happens twice on Sun 25 Oct 2026" in said(asked)
        chosen = {"reason": "A dose is wrong", "until": "2026-10-25 01:30", "until-reading": "later"}
        editor_client.post(HOLD, chosen)
        assert open_hold().until == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)

    def test_its_end_is_by_the_sites_clock_wherever_the_editor_is(self, site_tree, clock, editor, editor_client):
        UserProfile.objects.update_or_create(user=editor, defaults={"current_time_zone": "Asia/Tokyo"})
        box = parsed(editor_client.get(HOLD)).select_one("#id_until")
        assert box["value"] == "2026-03-03 09:00"
        assert "data-moment" in box.attrs
        editor_client.post(HOLD, {"reason": "A dose is wrong", "until": "2026-03-03 09:00"})
        assert open_hold().until == TOMORROW

    def test_the_boxes_bring_the_script_of_the_browsers_own_time(self, site_tree, clock, editor_client):
        assert "js/admin/browser_time.js" in editor_client.get(HOLD).content.decode()
        planned(NINE)
        hold_all(TEN)
        clock(NINE)
        assert "js/admin/browser_time.js" in editor_client.get(RESUME).content.decode()

    def test_it_says_that_pages_still_expire(self, site_tree, clock, editor_client):
        assert "pages still go offline" in said(editor_client.get(HOLD))

    def test_a_reason_is_needed(self, site_tree, clock, editor_client):
        assert "This field is required" in said(editor_client.post(HOLD, {"until": "2026-03-03 09:00"}))
        assert not Hold.objects.exists()

    def test_a_hold_in_force_can_be_changed(self, site_tree, clock, editor_client):
        hold_all(TEN)
        html = editor_client.get(HOLD).content.decode()
        assert 'value="A dose is wrong"' in html
        assert 'value="2026-03-02 10:00"' in html
        editor_client.post(HOLD, {"reason": "Still checking", "until": "2026-03-04 09:00"})
        assert Hold.objects.get(ended_at=None).reason == "Still checking"

    def test_who_may_not_publish_everywhere_may_not_hold(self, site_tree, clock, writer_client, commerce_client):
        for client in (writer_client, commerce_client):
            response = client.post(HOLD, {"reason": "No", "until": "2026-03-03 09:00"}, follow=True)
            assert "do not have permission" in said(response)
        assert not Hold.objects.exists()


class ResumeViewTests:
    @pytest.fixture
    def pages(self, site_tree, clock):
        """Two posts that missed nine, now that it is ten and all is held until eleven."""
        pages = [planned(NINE, title="Calm skin"), planned(NINE, title="Sore skin")]
        hold_all(TEN + timedelta(hours=1))
        clock(TEN)
        return pages

    def press(self, client, choices):
        """Press “Resume” with these choices."""
        return client.post(RESUME, {f"choice_{item_of(page).target_id}": how for page, how in choices}, follow=True)

    def test_it_lists_each_page_with_its_choices(self, pages, editor_client):
        words = said(editor_client.get(RESUME))
        assert "2 pages have missed their moment so far" in words
        assert "Post, was to go live Mon 2 Mar 09:00 (London)" in words
        assert "Next free slot: Tue 3 Mar 09:00 (London)" in words
        assert "Next free slot: Wed 4 Mar 09:00 (London)" in words

    def test_now_is_now_and_the_slot_is_kept(self, pages, editor_client):
        now, later = pages
        response = self.press(editor_client, [(now, "now"), (later, "slot")])
        assert "“Calm skin” is live now." in said(response)
        assert "“Sore skin” goes live Wed 4 Mar 09:00 (London)." in said(response)
        assert (is_live(now), is_live(later)) == (True, False)
        assert open_hold() is None

    def test_what_speaks_against_the_chosen_moment_is_said(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Calm skin", expire_at=ELEVEN)
        page.go_live_at = NINE
        page.save_revision().publish()
        hold_all(ELEVEN)
        clock(TEN)
        response = self.press(editor_client, [(page, "slot")])
        assert "“Calm skin” goes live Tue 3 Mar 09:00 (London)." in said(response)
        assert "Before “Calm skin” goes live: It was to go offline" in said(response)

    def test_nothing_is_done_before_every_page_has_its_choice(self, pages, editor_client):
        response = self.press(editor_client, [(pages[0], "now")])
        assert "Its moment has passed meanwhile" in said(response)
        assert open_hold()
        assert not is_live(pages[0])

    def test_what_does_not_get_through_is_said(self, pages, editor_client):
        break_revision(pages[0], contributions=[])
        response = self.press(editor_client, [(pages[0], "now"), (pages[1], "now")])
        assert "“Calm skin” is not live yet. “Due today” says why as soon as that is known." in said(response)
        assert "“Sore skin” is live now." in said(response)

    def test_what_takes_too_long_goes_on_by_itself(self, pages, editor_client, settings, monkeypatch):
        settings.SCHEDULE_RUNS_APART = True
        monkeypatch.setattr(at_once, "start_run", lambda: None)
        response = self.press(editor_client, [(pages[0], "now"), (pages[1], "now")])
        assert "“Calm skin” is not live yet." in said(response)
        assert item_of(pages[0]).moment == TEN

    def test_where_nothing_goes_live_now_no_run_is_started(self, pages, editor_client, monkeypatch):
        monkeypatch.setattr(hold_views, "run_at_once", lambda: pytest.fail("A run was started"))
        assert "goes live Wed" in said(self.press(editor_client, [(page, "slot") for page in pages]))

    def test_without_anything_missed_it_resumes_at_once(self, site_tree, clock, editor_client):
        hold_all(TEN)
        assert "No page has missed its moment." in said(editor_client.get(RESUME))
        assert "The schedule runs again." in said(editor_client.post(RESUME, follow=True))

    def test_when_somebody_was_faster_it_says_so(self, site_tree, clock, editor_client, monkeypatch):
        assert "Nothing is held: somebody else has resumed." in said(editor_client.get(RESUME, follow=True))
        hold_all(TEN)
        monkeypatch.setattr(hold_views, "resume", lambda chosen, user: False)
        assert "somebody else has just resumed" in said(editor_client.post(RESUME, follow=True))

    def test_a_writer_may_not(self, pages, writer_client):
        assert "do not have permission" in said(writer_client.get(RESUME, follow=True))
        self.press(writer_client, [(page, "now") for page in pages])
        assert open_hold()


class UsualEndTests:
    def test_it_is_the_next_morning_by_the_sites_clock(self):
        assert usual_end(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == datetime(2026, 7, 3, 8, tzinfo=UTC)
        assert usual_end(EIGHT) == TOMORROW
