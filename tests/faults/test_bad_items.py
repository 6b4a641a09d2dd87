"""Bad items, all due before the good ones: the good are live after the same run, each bad one says why it is not."""

import os
import signal
from datetime import timedelta

import pytest
from django.conf import settings
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page
from wagtail.signals import page_published

from core.status import FAILED, flag_of
from editorial.scheduling import runner
from editorial.scheduling.due import due, ready
from editorial.scheduling.failure_mail import tell_authors
from editorial.scheduling.models import Attempt
from editorial.scheduling.overview import today
from editorial.scheduling.reasons import CUT_OFF
from editorial.scheduling.time_limit import TookTooLongError
from tests.editorial.scheduling.mornings import NINE, TEN, is_live, item_of, planned
from tests.faults.meanwhile import holding
from tests.faults.spoilers import ODD, SPOILERS
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db

#: No statement is the one to be killed at.
NEVER = 10**9
TRIPS = {"Raises": ValueError("broken"), "Hangs": TookTooLongError(), "Exits": SystemExit(1)}
#: What is said of a page at whose publishing something breaks.
TRIPPED = {
    "Raises": "Something unexpected went wrong (ValueError: broken). Ask whoever runs the site",
    "Hangs": "It took longer than 60 seconds and was cut off.",
    "Exits": "Something unexpected went wrong (SystemExit: 1). Ask whoever runs the site",
    "Breaks": "Something unexpected went wrong (IntegrityError: ",
}


@pytest.fixture
def tripping():
    """Something done at each publish that breaks for pages of some titles."""

    def trip(sender, instance, **kwargs):
        if not instance.live:
            return
        if instance.title in TRIPS:
            raise TRIPS[instance.title]
        if instance.title == "Breaks":
            Attempt.objects.create(kind="expire", target_id=1)
        if instance.title == "Kills":
            os.kill(os.getpid(), signal.SIGKILL)

    page_published.connect(trip)
    yield
    page_published.disconnect(trip)


@pytest.fixture
def survived(site_tree, clock, queue, tripping):
    """``survived(good)``: a run over every kind of bad item, first in line, and so many good ones."""

    def check(good_count):
        bad = {name: planned(NINE, title=name) for name in [*SPOILERS, *TRIPPED]}
        items = {name: item_of(page) for name, page in bad.items()}
        odd = {name: make() for name, make in ODD.items()}
        good = [planned(TEN) for _ in range(good_count)]
        for name, (spoil, _) in SPOILERS.items():
            spoil(bad[name])
        problems = Page.find_problems()
        clock(TEN)
        results = runner.run()
        assert [page.pk for page in good if not is_live(page)] == []
        assert [name for name, page in odd.items() if not is_live(page)] == []
        assert results == {"failed": len(bad), "done": len(odd) + good_count}
        said = {one.target_id: one.error for one in Attempt.objects.all()}
        for name, words in ({name: words for name, (_, words) in SPOILERS.items()} | TRIPPED).items():
            assert said[items[name].target_id].startswith(words), name
        entries = today(UserFactory(is_superuser=True), TEN)
        listed = {entry.item.target_id: (entry.flag, entry.failure) for entry in entries}
        assert listed == {key: (FAILED, words) for key, words in said.items()}
        assert {item.target_id for item in due(TEN)} == {item.target_id for item in items.values()}
        assert [name for name, page in bad.items() if is_live(page)] == []
        assert Page.find_problems() == problems
        return len(bad) + len(odd)

    return check


class BadItemsTests:
    def test_no_bad_item_keeps_a_good_one_and_each_says_why(self, survived):
        assert survived(5) >= 24

    @pytest.mark.faults
    def test_none_keeps_a_hundred(self, survived):
        print(f"{survived(100)} kinds of bad or odd items first in line, 100 good ones live in the same run")


class OddItemsTests:
    def test_an_alias_goes_live_with_its_page_and_not_before(self, site_tree, clock):
        page = planned(NINE)
        alias = page.create_alias(update_slug="elsewhere")
        clock(NINE - timedelta(seconds=1))
        runner.run()
        assert not is_live(alias)
        clock(NINE)
        assert runner.run() == {"done": 1}
        assert is_live(page) and is_live(alias)


@pytest.mark.django_db(transaction=True)
class KillerTests:
    def test_what_kills_its_worker_comes_last_the_next_time(self, site_tree, clock, tripping, killed_at):
        planned(NINE, title="Kills")
        good = [planned(NINE + timedelta(minutes=1)) for _ in range(5)]
        clock(TEN)
        assert killed_at(NEVER, runner.run)
        assert [is_live(page) for page in good] == [False] * 5
        assert runner.run() == {"done": 5}
        assert all(map(is_live, good))

    def test_what_kills_one_worker_after_the_other_has_failed_all_the_while(
        self, site_tree, clock, tripping, killed_at, queue, client
    ):
        killer, administrator = planned(NINE, title="Kills"), UserFactory(is_superuser=True)
        deaths = []
        for seconds in range(0, 420, 15):
            now = NINE + timedelta(seconds=seconds)
            clock(now)
            # Another worker is always at work; only what is ready can take it down.
            if (killed_at(NEVER, runner.run) if ready(now) else runner.run()) is True:
                deaths.append(seconds)
            if seconds >= 75:
                (entry,) = today(administrator, now)
                assert (entry.page.pk, entry.flag, entry.failure) == (killer.pk, FAILED, CUT_OFF), seconds
                assert flag_of(Page.objects.get(pk=killer.pk)) is FAILED, seconds
                assert client.get("/health/scheduler").json()["failed"] == 1, seconds
        # Its time is up after 75 seconds: then at once, then after one minute, then after two.
        assert deaths == [0, 75, 75 + 75 + 60, 75 + 75 + 60 + 75 + 120]
        assert DBTaskResult.objects.filter(task_path=tell_authors.module_path).count() == 1
        assert item_of(killer).moment == NINE


@pytest.mark.django_db(transaction=True)
class LockedElsewhereTests:
    def test_a_row_somebody_holds_keeps_nobody_else_and_goes_live_once_let_go(self, site_tree, clock):
        if settings.IS_SQLITE:
            pytest.skip("one writer at a time: there are no locks of rows")
        held, good = planned(NINE), planned(TEN)
        clock(TEN)
        with holding(held):
            assert runner.run() == {"somebody else has it": 1, "done": 1}
        assert (is_live(held), is_live(good)) == (False, True)
        assert not Attempt.objects.exists()
        assert runner.run() == {"done": 1}
