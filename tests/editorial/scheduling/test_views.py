"""Trying a failed item at once."""

from datetime import timedelta

import pytest

from editorial.scheduling import at_once, runner
from editorial.scheduling.closed_days import close
from editorial.scheduling.models import Attempt
from tests.edit_form import said
from tests.editorial.scheduling.mornings import NINE, break_revision, hold_all, is_live, item_of, planned

pytestmark = pytest.mark.django_db


@pytest.fixture
def failed(site_tree, clock, writer):
    """A post of Wanda's that was due at nine and did not get through."""
    page = planned(NINE, owner=writer, title="Calm skin")
    page.save_revision()
    break_revision(page, contributions=[])
    clock(NINE)
    runner.run()
    return page


def press(client, page):
    """Press “Try now”; what the dashboard says afterwards."""
    item = item_of(page)
    return client.post(f"/admin/schedule/try/{item.kind}/{item.target_id}/", follow=True)


def mend(page):
    """Name the author again."""
    whole = page.revisions.filter(approved_go_live_at=None).latest("pk")
    assert whole.content["contributions"]
    return break_revision(page, contributions=whole.content["contributions"])


class TryNowTests:
    def test_a_mended_page_is_live_at_once(self, failed, editor_client):
        mend(failed)
        response = press(editor_client, failed)
        assert "“Calm skin” is live now." in said(response)
        assert is_live(failed)
        assert not Attempt.objects.exists()

    def test_what_still_fails_says_why_and_keeps_its_place(self, failed, editor_client):
        response = press(editor_client, failed)
        assert "“Calm skin” still does not get through." in said(response)
        assert Attempt.objects.get().count == 2
        assert item_of(failed)

    def test_what_another_worker_is_at_is_left_to_it(self, failed, editor_client):
        Attempt.objects.update(is_running=True, error="")
        assert "is being tried this moment" in said(press(editor_client, failed))

    def test_nobody_waits_for_what_hangs(self, failed, editor_client, settings, monkeypatch):
        settings.SCHEDULE_RUNS_APART = True
        monkeypatch.setattr(at_once, "PATIENCE_SECONDS", 0)
        monkeypatch.setattr(at_once, "start_run", lambda *arguments: None)
        assert "“Calm skin” is being tried this moment. Look again in a minute." in said(press(editor_client, failed))

    def test_what_is_not_due_any_more_is_said(self, failed, editor_client):
        item = item_of(failed)
        failed.revisions.update(approved_go_live_at=None)
        response = editor_client.post(f"/admin/schedule/try/{item.kind}/{item.target_id}/", follow=True)
        assert "not due any more" in said(response)

    def test_only_who_may_edit_the_page_may_try_it(self, failed, commerce_client):
        mend(failed)
        press(commerce_client, failed)
        assert not is_live(failed)

    def test_while_all_is_held_nothing_is_tried(self, failed, editor_client):
        mend(failed)
        hold_all(NINE + timedelta(hours=2))
        assert "Everything is held: nothing goes live before somebody resumes." in said(press(editor_client, failed))
        assert not is_live(failed)

    def test_a_link_does_nothing(self, failed, editor_client):
        item = item_of(failed)
        assert editor_client.get(f"/admin/schedule/try/{item.kind}/{item.target_id}/").status_code == 405


class WeekTests:
    """The form asks what else goes live in the week of a typed date."""

    def test_it_answers_with_the_note_for_that_week(self, site_tree, clock, editor_client):
        page = planned(NINE, title="Calm skin")
        words = editor_client.get("/admin/schedule/week/", {"day": "2026-03-04"}).content.decode()
        assert "Also going live that week, by the clock in London: “Calm skin” (Mon 09:00)." in words
        words = editor_client.get("/admin/schedule/week/", {"day": "2026-03-04", "page": page.pk}).content.decode()
        assert "Nothing else goes live that week." in words
        assert f'data-week-url="/admin/schedule/week/?page={page.pk}"' in words

    def test_a_closed_day_is_told_and_its_neighbour_is_not(self, site_tree, clock, editor_client):
        close({NINE.date(): "Stocktaking"})
        answers = [editor_client.get("/admin/schedule/week/", {"day": f"2026-03-0{day}"}) for day in (2, 3)]
        assert ["Mon 2 Mar is closed: Stocktaking." in said(answer) for answer in answers] == [True, False]

    def test_nobody_learns_of_what_they_may_not_edit(self, site_tree, clock, commerce_client):
        planned(NINE, title="Calm skin")
        words = commerce_client.get("/admin/schedule/week/", {"day": "2026-03-04"}).content.decode()
        assert "Calm skin" not in words
        assert "Also going live that week: another page." in words

    @pytest.mark.parametrize("day", ["", "soon", "2026-02-31", "9999-12-31"])
    def test_no_day_is_no_question(self, site_tree, editor_client, day):
        assert editor_client.get("/admin/schedule/week/", {"day": day, "page": "x"}).status_code == 400

    def test_readers_are_not_answered(self, site_tree, client):
        assert client.get("/admin/schedule/week/", {"day": "2026-03-04"}).status_code == 302
