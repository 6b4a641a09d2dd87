"""What the benchmark says is what it measured, and our command needs no more of the database than the stock one."""

import pytest
from django.core.management import call_command
from django.db import connection
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from benchmarks import due_pages, publish_once
from benchmarks.databases import PostgresServer, SqliteFiles
from benchmarks.publishing import CONTESTANTS, STOCK, Turn, table

PAGES = 3


def turn(live=10, publishing=2.0, draining=0.0, queued=0):
    """A turn of so many seconds, by both clocks."""
    taken = [{"seconds": wall, "processor": wall / 2, "statements": 100 * wall} for wall in (publishing, draining)]
    return Turn(live=live, queued=queued, publishing=taken[0], draining=taken[1])


@pytest.fixture
def measured(site_tree, monkeypatch, settings):
    """``measured(command)``: what the benchmark finds out about one command, in this process."""
    monkeypatch.setattr(f"{Worker.__module__}.close_old_connections", lambda: None)
    monkeypatch.setattr("editorial.scheduling.keeping.spare_the_disk", lambda: None)

    def measure(command):
        settings.TASKS = {"default": {"BACKEND": publish_once.BACKENDS["queued"]}}
        due_pages.fill(PAGES)
        return Turn(**publish_once.publish_once(command, "queued"))

    return measure


@pytest.mark.django_db
class PublishOnceTests:
    def test_everything_is_live_and_nothing_left_to_do(self, measured):
        ours = measured("ours")
        assert (ours.live, ours.queued) == (PAGES, 3 * PAGES)
        assert not DBTaskResult.objects.ready().exists()

    def test_ours_asks_the_database_no_more_than_stock_and_leaves_a_third_of_its_tasks(self, measured):
        ours, stock = measured("ours"), measured("stock")
        assert ours.live == stock.live == PAGES
        # A run lists what is due twice, and looks for what nobody ended; of each page it asks again under a lock, and
        # whether it waits for a bundle. To PostgreSQL it says for each how long it may take.
        own = 14 + PAGES * (3 if connection.vendor == "sqlite" else 4)
        assert ours.publishing["statements"] <= stock.publishing["statements"] + own
        assert ours.draining["statements"] * 2 < stock.draining["statements"]
        assert ours.queued * 3 < stock.queued

    def test_nothing_is_due_before(self, site_tree):
        due_pages.fill(1)
        due_pages.let_come(-due_pages.timedelta(days=9))
        call_command("publish_scheduled")
        assert publish_once.publish_once("ours", "queued")["live"] == 0


class TableTests:
    def test_the_best_turns_stand_beside_those_of_stock(self):
        stock, queued, ours = CONTESTANTS
        turns = {
            stock: [turn(publishing=4.0), turn(publishing=5.0)],
            queued: [turn(publishing=3.0, draining=9.0, queued=100)],
            ours: [turn(publishing=9.0), turn(publishing=2.0, draining=1.0, queued=30)],
        }
        _, first, _, last = table(10, turns)
        assert "4.0 s 100% (cpu 100%)" in first
        assert "2.0 s  50% (cpu  50%)     3.0 s  75% (cpu  75%)" in last

    def test_a_contestant_that_left_pages_behind_has_no_time(self):
        lines = table(10, {STOCK: [turn()], CONTESTANTS[2]: [turn(live=9, publishing=1.0)]})
        assert lines[-1].endswith("left pages behind: [9] of 10")


class DatabasesTests:
    def test_a_file_is_copied_and_removed_with_what_stands_beside_it(self, tmp_path):
        files = SqliteFiles(tmp_path)
        (tmp_path / "filled.sqlite3").write_text("x")
        files.copy("filled", "copy")
        assert files.address("copy") == f"sqlite:///{tmp_path}/copy.sqlite3"
        files.drop("copy")
        assert [path.name for path in tmp_path.iterdir()] == ["filled.sqlite3"]

    def test_a_database_on_a_server_has_a_name_of_its_own(self, tmp_path):
        server = PostgresServer("postgresql://somebody@127.0.0.1:5432/site?sslmode=disable", tmp_path)
        address = server.address("copy")
        assert address.startswith("postgresql://somebody@127.0.0.1:5432/measured_")
        assert address.endswith("_copy?sslmode=disable")
