"""Somebody holds everything, or resumes, while the database is busy: it is said, and nothing is lost."""

import sqlite3
import threading
from contextlib import closing, contextmanager

import pytest
from django.conf import settings
from django.db import connection
from wagtail.signals import page_published

from editorial.scheduling import hold, resuming, runner
from editorial.scheduling.hold import open_hold
from editorial.scheduling.models import Hold
from tests.edit_form import parsed, said
from tests.editorial.scheduling.mornings import NINE, TEN, hold_all, is_live, item_of, planned
from tests.faults.meanwhile import holding

pytestmark = pytest.mark.django_db(transaction=True)

HOLD, RESUME = "/admin/schedule/hold/", "/admin/schedule/resume/"


@pytest.fixture
def impatient(monkeypatch):
    """Whoever waits for the database waits a second."""
    for module in (hold, resuming):
        monkeypatch.setattr(module, "PATIENCE_SECONDS", 1)
    if settings.IS_SQLITE:
        monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 1)
        connection.close()
    yield
    connection.close()


@contextmanager
def busy():
    """Somebody writes, on PostgreSQL to the hold that is open."""
    if settings.IS_SQLITE:
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
    else:
        with holding(open_hold()):
            yield


@contextmanager
def going_live(item):
    """Another worker is at an item, and comes to no end before this does."""
    is_at_it, over = threading.Event(), threading.Event()

    def receiver(instance, **kwargs):
        is_at_it.set()
        over.wait(60)

    def work():
        runner.attempt(item)
        connection.close()

    page_published.connect(receiver)
    worker = threading.Thread(target=work)
    worker.start()
    assert is_at_it.wait(60)
    try:
        yield
    finally:
        over.set()
        worker.join()
        page_published.disconnect(receiver)


class HoldTests:
    def test_what_was_typed_is_still_there(self, site_tree, clock, editor_client, impatient):
        earlier = hold_all(TEN)
        with busy():
            response = editor_client.post(HOLD, {"reason": "A dose is wrong", "until": "2026-03-03 09:00"})
        assert response.status_code == 200
        assert "Nothing is held yet: the database is busy this moment." in said(response)
        assert parsed(response).select_one("#id_reason")["value"] == "A dose is wrong"
        assert "2026-03-03" in parsed(response).select_one("#id_until")["value"]
        assert open_hold() == earlier
        response = editor_client.post(HOLD, {"reason": "A dose is wrong", "until": "2026-03-03 09:00"}, follow=True)
        assert "Everything is held until" in said(response)

    def test_what_hangs_is_not_waited_for(self, site_tree, clock, editor_client, impatient):
        page, other = planned(NINE), planned(NINE)
        item = item_of(page)
        clock(NINE)
        with going_live(item):
            response = editor_client.post(HOLD, {"reason": "A dose is wrong", "until": "2026-03-03 09:00"}, follow=True)
        if settings.IS_SQLITE:
            assert "Nothing is held yet" in said(response)
            assert not Hold.objects.exists()
            return
        assert "Everything is held until" in said(response)
        assert "Something was just going live when you pressed, and may still do so" in said(response)
        assert runner.run() == {}
        assert (is_live(page), is_live(other)) == (True, False)


class ResumeTests:
    def test_what_was_chosen_is_still_there(self, site_tree, clock, editor_client, impatient):
        page = planned(NINE)
        hold_all(TEN)
        clock(NINE)
        choice = {f"choice_{item_of(page).target_id}": "now"}
        with busy():
            response = editor_client.post(RESUME, choice)
        assert response.status_code == 200
        assert "Everything is still held: the database is busy this moment." in said(response)
        assert parsed(response).select_one("input[value=now][checked]")
        assert open_hold()
        assert "is live now" in said(editor_client.post(RESUME, choice, follow=True))
