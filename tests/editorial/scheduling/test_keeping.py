"""What a worker does all day."""

import threading
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import InterfaceError, OperationalError
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from blog.models import BlogPostPage
from editorial.scheduling import beat, keeping
from editorial.scheduling.away.models import MailRound
from editorial.scheduling.models import Beat, Look
from tests.editorial.scheduling.mornings import EIGHT, NINE, is_live, planned
from tests.publication import published

pytestmark = pytest.mark.django_db


class StopAfter(threading.Event):
    """Time that passes only when somebody waits for it; ``waits`` later it is time to stop."""

    def __init__(self, waits: int) -> None:
        super().__init__()
        self.left, self.slept = waits, []

    def wait(self, timeout=None):
        self.slept.append(timeout)
        self.left -= 1
        if self.left == 0:
            self.set()
        return self.is_set()


class KeepScheduleTests:
    def test_it_beats_publishes_and_sleeps(self, site_tree, clock, monkeypatch):
        monkeypatch.setattr(keeping, "close_old_connections", lambda: None)
        page = planned(NINE)
        clock(NINE)
        stop = StopAfter(2)
        keeping.keep_schedule(stop, keeping.Heart("one"))
        assert type(page).objects.get(pk=page.pk).live
        assert Beat.objects.get().worker == "one"
        assert stop.slept == [keeping.LOOKS_UP_AFTER] * 2

    @pytest.mark.parametrize("error", [OperationalError, InterfaceError, KeyError])
    def test_whatever_goes_wrong_is_tried_again(self, clock, monkeypatch, error):
        def run(**words):
            raise error("gone away")

        monkeypatch.setattr(keeping, "close_old_connections", lambda: None)
        monkeypatch.setattr(keeping.runner, "run", run)
        stop = StopAfter(2)
        keeping.keep_schedule(stop, keeping.Heart("one"))
        assert stop.slept == [keeping.PAUSE_SECONDS] * 2

    @pytest.mark.parametrize("order", ["beat.beat", "take_back", "order_due_looks", "order_due_mails"])
    def test_what_else_goes_wrong_does_not_hold_it_up(self, site_tree, clock, monkeypatch, order):
        def fail(*words):
            raise InterfaceError("gone away")

        monkeypatch.setattr(keeping, "close_old_connections", lambda: None)
        monkeypatch.setattr(f"{keeping.__name__}.{order}", fail)
        page = planned(NINE)
        clock(NINE)
        keeping.keep_schedule(StopAfter(1), keeping.Heart("one"))
        assert is_live(page)


class SecondsToSleepTests:
    def test_to_the_due_second_and_no_longer_than_it_looks_up(self, site_tree, clock):
        assert keeping.seconds_to_sleep(EIGHT) == keeping.LOOKS_UP_AFTER
        planned(NINE)
        assert keeping.seconds_to_sleep(EIGHT) == keeping.LOOKS_UP_AFTER
        assert keeping.seconds_to_sleep(NINE - timedelta(seconds=0.5)) == 0.5


class SpareTheDiskTests:
    def test_a_connection_to_sqlite_outlives_a_task(self, monkeypatch):
        settings = {"CONN_MAX_AGE": 0, "OPTIONS": {}}
        monkeypatch.setattr(keeping, "connection", SimpleNamespace(vendor="sqlite", settings_dict=settings))
        keeping.spare_the_disk()
        assert settings == {"CONN_MAX_AGE": keeping.CONNECTION_SECONDS, "OPTIONS": {}}

    @pytest.mark.parametrize("known", ["", "-c statement_timeout=9s "])
    def test_a_commit_on_postgresql_does_not_wait_for_the_disk(self, monkeypatch, known):
        settings = {"CONN_MAX_AGE": 0, "OPTIONS": {"pool": {}, "options": known}}
        monkeypatch.setattr(keeping, "connection", SimpleNamespace(vendor="postgresql", settings_dict=settings))
        keeping.spare_the_disk()
        assert settings["OPTIONS"]["options"].split("-c ")[-1] == "synchronous_commit=off"
        assert settings["OPTIONS"]["options"].startswith(known)
        assert (settings["CONN_MAX_AGE"], settings["OPTIONS"]["pool"]) == (0, {})


class TaskQueueTests:
    def test_it_does_what_waits_until_nothing_is_left(self, site_tree, settings, monkeypatch):
        monkeypatch.setattr(f"{Worker.__module__}.close_old_connections", lambda: None)
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        published(BlogPostPage)
        assert DBTaskResult.objects.ready().exists()
        keeping.task_queue("one", until_empty=True).run()
        assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}


class HeartTests:
    def test_it_beats_no_more_often_than_needed(self, clock):
        heart = keeping.Heart("one")
        heart.beat_when_due()
        clock(EIGHT + timedelta(seconds=9))
        heart.beat_when_due()
        assert beat.last_beat() == EIGHT
        clock(EIGHT + timedelta(seconds=10))
        heart.beat_when_due()
        assert beat.last_beat() == timezone.now()

    def test_it_orders_looks_at_pages_that_go_live_soon(self, site_tree, clock):
        planned(EIGHT + timedelta(hours=25))
        clock(EIGHT + timedelta(hours=1))
        keeping.Heart("one").beat_when_due()
        assert Look.objects.get().looked_at == EIGHT + timedelta(hours=1)

    def test_it_orders_the_mails_of_the_week_and_the_day(self, clock, writer):
        keeping.Heart("one").beat_when_due()
        assert MailRound.objects.get().user == writer

    def test_an_order_that_fails_keeps_the_others_from_nothing(self, clock, writer, monkeypatch):
        def fail(*words):
            raise KeyError("a mistake")

        for order in ("take_back", "order_due_looks"):
            monkeypatch.setattr(keeping, order, fail)
        keeping.Heart("one").beat_when_due()
        assert Beat.objects.get().worker == "one"
        assert MailRound.objects.get().user == writer

    def test_it_goes_on_when_the_clock_is_set_back(self, clock):
        heart = keeping.Heart("one")
        heart.beat_when_due()
        clock(EIGHT - timedelta(hours=1))
        heart.beat_when_due()
        assert beat.last_beat() == EIGHT - timedelta(hours=1)
