"""What an editor asks for at once is carried out by a real process beside the web server, and cut off there."""

import os
from datetime import timedelta

import pytest
from django.utils.timezone import now

from editorial.scheduling import at_once, runner
from editorial.scheduling.models import Attempt
from tests.edit_form import said
from tests.editorial.scheduling.mornings import break_revision, hold_all, is_live, item_of, move, planned
from tests.faults.conftest import wait_until
from tests.fixtures import signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def apart(workers, settings, monkeypatch):
    """Processes of their own on the test database, in which an item may take five seconds."""
    settings.SCHEDULE_RUNS_APART = True
    for name, value in (workers.environment | {"ITEM_SECONDS": "5"}).items():
        monkeypatch.setitem(os.environ, name, value)


@pytest.fixture
def patient(monkeypatch):
    """Whoever asks waits as long as a hopelessly slow machine needs."""
    monkeypatch.setattr(at_once, "PATIENCE_SECONDS", 240)


def due_page(**values):
    """A post whose moment has passed a minute ago."""
    page = planned(now() + timedelta(hours=1), **values)
    move(page.revisions.get(approved_go_live_at__isnull=False), now() - timedelta(minutes=1))
    return page


def try_now(client, page):
    """Press “Try now”; what is said."""
    item = item_of(page)
    return said(client.post(f"/admin/schedule/try/{item.kind}/{item.target_id}/", follow=True))


class TryNowTests:
    def test_a_page_goes_live_in_a_process_of_its_own(self, site_tree, editor, apart, patient, workers):
        page = due_page(title="Calm skin")
        words = try_now(signed_in(editor), page)
        assert "“Calm skin” is live now." in words
        assert "Undo" in words
        assert workers.published() == [page.pk]

    def test_what_fails_there_says_why(self, site_tree, editor, apart, patient):
        page = break_revision(due_page(title="Calm skin"), contributions=[])
        words = try_now(signed_in(editor), page)
        assert "“Calm skin” still does not get through. Name at least one author" in words

    def test_what_hangs_there_is_cut_off_there_and_keeps_nobody(self, site_tree, editor, apart, monkeypatch):
        monkeypatch.setattr(at_once, "PATIENCE_SECONDS", 1)
        page, other = due_page(title="Hangs"), due_page()
        assert "“Hangs” is being tried this moment. Look again in a minute." in try_now(signed_in(editor), page)
        wait_until(lambda: Attempt.objects.exclude(error="").exists())
        assert Attempt.objects.get().error == "It took longer than 5 seconds and was cut off."
        assert runner.run() == {"done": 1}
        assert (is_live(page), is_live(other)) == (False, True)


class ResumeTests:
    def test_what_is_to_go_live_now_does_so_in_a_process_of_its_own(self, site_tree, editor, apart, patient, workers):
        page = due_page(title="Calm skin")
        hold_all(now() + timedelta(hours=1))
        choice = {f"choice_{item_of(page).target_id}": "now"}
        response = signed_in(editor).post("/admin/schedule/resume/", choice, follow=True)
        assert "“Calm skin” is live now." in said(response)
        assert workers.published() == [page.pk]
