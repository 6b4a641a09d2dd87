"""The pages around a hold."""

from datetime import timedelta

import pytest

from editorial.scheduling import hold_views
from editorial.scheduling.hold import open_hold
from editorial.scheduling.models import Hold
from tests.edit_form import said
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision, hold_all, is_live, item_of, planned

pytestmark = pytest.mark.django_db

HOLD, RESUME = "/admin/schedule/hold/", "/admin/schedule/resume/"
TOMORROW = NINE + timedelta(days=1)


class HoldViewTests:
    def test_two_clicks_and_a_reason_hold_everything(self, site_tree, clock, editor, editor_client):
        assert f'href="{HOLD}"' in editor_client.get("/admin/").content.decode()
        assert 'value="2026-03-03T09:00"' in editor_client.get(HOLD).content.decode()
        response = editor_client.post(HOLD, {"reason": "A dose is wrong", "until": "2026-03-03T09:00"}, follow=True)
        assert "Everything is held until Tue 3 Mar, 09:00. Nothing goes live by the schedule." in said(response)
        hold = open_hold()
        assert (hold.reason, hold.until, hold.placed_by) == ("A dose is wrong", TOMORROW, editor)

    def test_it_says_that_pages_still_expire(self, site_tree, clock, editor_client):
        assert "pages still go offline" in said(editor_client.get(HOLD))

    def test_a_reason_is_needed(self, site_tree, clock, editor_client):
        assert "This field is required" in said(editor_client.post(HOLD, {"until": "2026-03-03T09:00"}))
        assert not Hold.objects.exists()

    def test_a_hold_in_force_can_be_changed(self, site_tree, clock, editor_client):
        hold_all(TEN)
        html = editor_client.get(HOLD).content.decode()
        assert 'value="A dose is wrong"' in html
        assert 'value="2026-03-02T10:00"' in html
        editor_client.post(HOLD, {"reason": "Still checking", "until": "2026-03-04T09:00"})
        assert Hold.objects.get(ended_at=None).reason == "Still checking"

    def test_who_may_not_publish_everywhere_may_not_hold(self, site_tree, clock, writer_client, commerce_client):
        for client in (writer_client, commerce_client):
            response = client.post(HOLD, {"reason": "No", "until": "2026-03-03T09:00"}, follow=True)
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
        assert "Post, was to go live Mon 2 Mar, 09:00" in words
        assert "Next free slot: Tue 3 Mar, 09:00" in words
        assert "Next free slot: Wed 4 Mar, 09:00" in words

    def test_now_is_now_and_the_slot_is_kept(self, pages, editor_client):
        now, later = pages
        response = self.press(editor_client, [(now, "now"), (later, "slot")])
        assert "“Calm skin” is live now." in said(response)
        assert "“Sore skin” goes live on Wed 4 Mar, 09:00." in said(response)
        assert (is_live(now), is_live(later)) == (True, False)
        assert open_hold() is None

    def test_nothing_is_done_before_every_page_has_its_choice(self, pages, editor_client):
        response = self.press(editor_client, [(pages[0], "now")])
        assert "Its moment has passed meanwhile" in said(response)
        assert open_hold()
        assert not is_live(pages[0])

    def test_what_does_not_get_through_is_said(self, pages, editor_client):
        break_revision(pages[0], contributions=[])
        response = self.press(editor_client, [(pages[0], "now"), (pages[1], "now")])
        assert "“Calm skin” is not live yet. “Due today” says why." in said(response)
        assert "“Sore skin” is live now." in said(response)

    def test_what_takes_too_long_is_left_to_the_worker(self, pages, editor_client, monkeypatch):
        monkeypatch.setattr(hold_views, "PATIENCE_SECONDS", -1)
        response = self.press(editor_client, [(pages[0], "now"), (pages[1], "now")])
        assert "“Calm skin” is not live yet." in said(response)
        assert item_of(pages[0]).moment == TEN

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
