"""Bundles under fault: all of it is live at its second, or none with the reason, and the end reverts exactly."""

import threading
from collections import Counter
from contextlib import suppress
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry, Revision

from blog.models import BlogPostPage
from core import publishing
from core.shown import state_of
from editorial.scheduling import runner
from editorial.scheduling.models import Attempt, Bundle, Kind
from editorial.scheduling.moving import move
from tests.editorial.scheduling.bundles.launches import launch, logged, new_post, planned_revision, scheduled, shown
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision
from tests.faults.conftest import wait_until

pytestmark = pytest.mark.django_db(transaction=True)

SOUND = ([], [], [], [], [])
LOG = "wagtail.publish.scheduled"
FIVE_MINUTES = timedelta(minutes=5)


@pytest.fixture
def survives_going_live(killed_at, queue, site_tree, clock):
    """Kill a worker at one statement of a launch and let another one run: whether the first ever came to it."""

    def check(statement):
        clock(EIGHT)
        Bundle.objects.all().delete()
        bundle, pages = launch()
        clock(NINE)
        tasks = DBTaskResult.objects.count()
        was_killed = killed_at(statement, runner.run)
        were_live = shown(pages)
        assert were_live in ([True] * 3, [False] * 3), statement
        assert (DBTaskResult.objects.count() > tasks) == were_live[0]
        planned = Revision.objects.filter(approved_go_live_at__isnull=False).count()
        assert planned == (0 if were_live[0] else 3), statement
        clock(NINE + FIVE_MINUTES)
        runner.run()
        assert shown(pages) == [True] * 3, statement
        assert logged(pages) == [1, 1, logged(pages)[2]], statement
        bundle.refresh_from_db()
        assert bundle.live_at and not bundle.members.filter(is_open=True).exists()
        assert not Attempt.objects.exists()
        assert Page.find_problems() == SOUND
        for page in pages[:2]:
            Page.objects.get(pk=page.pk).delete()
        return was_killed

    return check


@pytest.fixture
def survives_the_end(killed_at, queue, site_tree, clock):
    """Kill a worker at one statement of an end and let another one run: whether the first ever came to it."""

    def check(statement):
        clock(EIGHT)
        Bundle.objects.all().delete()
        _, pages = launch(ends_at=TEN)
        before = [state_of(page.pk)["rows"] for page in pages]
        clock(NINE)
        runner.run()
        assert shown(pages) == [True] * 3
        clock(TEN)
        was_killed = killed_at(statement, runner.run)
        live = [Page.objects.get(pk=page.pk).live for page in pages]
        assert shown(pages) in ([True] * 3, [False] * 3), statement
        assert live[0] == shown(pages)[0]
        clock(TEN + FIVE_MINUTES)
        runner.run()
        assert [state_of(page.pk)["rows"] for page in pages[1:]] == before[1:], statement
        assert not Page.objects.get(pk=pages[0].pk).live
        assert not Attempt.objects.exists()
        assert Page.find_problems() == SOUND
        for page in pages[:2]:
            Page.objects.get(pk=page.pk).delete()
        return was_killed

    return check


class KilledTests:
    def test_at_some_statements_of_going_live(self, survives_going_live):
        assert [survives_going_live(statement) for statement in (0, 7, 30, 80)] == [True] * 4

    def test_at_some_statements_of_the_end(self, survives_the_end):
        assert [survives_the_end(statement) for statement in (0, 7, 30, 80)] == [True] * 4

    @pytest.mark.faults
    @pytest.mark.timeout(7200)
    def test_at_every_statement_of_going_live(self, survives_going_live):
        print(f"a launch of three killed at each of {count_until_over(survives_going_live)} statements")

    @pytest.mark.faults
    @pytest.mark.timeout(7200)
    def test_at_every_statement_of_the_end(self, survives_the_end):
        print(f"the end of three killed at each of {count_until_over(survives_the_end)} statements")


def count_until_over(survives) -> int:
    """Try one statement after the other until there are no more."""
    statement = 0
    while survives(statement):
        statement += 1
    assert statement > 80
    return statement


def unschedule(page):
    """Somebody takes its version out of the schedule, as a withdrawn approval does."""
    for revision in page.revisions.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])


def delete(page):
    """Somebody deletes it, as the admin does: whoever is ended in the middle has deleted nothing."""
    with transaction.atomic():
        page.specific.delete()


def spoil(page):
    """What is stored of it is not fit to be shown."""
    break_revision(page, contributions=[])


def move_alone(page):
    """Its version is given another moment behind everybody's back."""
    Revision.objects.filter(pk=planned_revision(page).pk).update(approved_go_live_at=TEN)


def take_address(page):
    """Another page has its address since."""
    Page.objects.filter(pk=page.pk).update(slug="moved-away")
    other = new_post(title="Faster")
    Page.objects.filter(pk=other.pk).update(slug=planned_revision(page).content["slug"])


def edit(page):
    """Somebody saves something newer."""
    newer = page.specific.get_latest_revision_as_object()
    newer.standfirst = "Too late"
    newer.save_revision()


def move_in_tree(page):
    """Somebody gives it another place beside its siblings."""
    other = new_post(title="Sibling")
    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=other.pk), pos="right")


def publish_alone(page):
    """Somebody presses “Publish” on it, and is refused."""
    page.go_live_at = None
    with pytest.raises(publishing.PublishRefused, match="It goes live with the bundle"):
        page.save_revision().publish()


#: What happens to the post of a launch at the last moment, and what is said of it; nothing, when all goes live.
LATE = {
    "invalid": (spoil, "“New balm”: Name at least one author"),
    "unapproved": (unschedule, "“New balm” is not scheduled any more."),
    "deleted": (delete, "“New balm” has been deleted."),
    "moved alone in the schedule": (move_alone, "“New balm” is scheduled for another time"),
    "its address taken": (take_address, "“New balm”: "),
    "moved in the tree": (move_in_tree, ""),
    "edited": (edit, ""),
    "published alone": (publish_alone, ""),
}


class LateTests:
    @pytest.mark.parametrize(("act", "words"), LATE.values(), ids=LATE)
    def test_all_are_live_or_none_with_the_reason(self, site_tree, clock, act, words):
        bundle, pages = launch()
        version = planned_revision(pages[0])
        clock(NINE - timedelta(seconds=1))
        act(BlogPostPage.objects.get(pk=pages[0].pk))
        clock(NINE)
        assert runner.run() == {"failed" if words else "done": 1}
        assert shown(pages[1:]) == [not words] * 2
        if words:
            attempt = Attempt.objects.get()
            assert (attempt.kind, attempt.target_id) == (Kind.BUNDLE, bundle.pk)
            assert words in attempt.error
            assert not Page.objects.filter(pk=pages[0].pk, live=True).exists()
            assert planned_revision(pages[1]).approved_go_live_at == NINE
        else:
            assert Page.objects.get(pk=pages[0].pk).live_revision_id == version.pk
        assert Page.find_problems() == SOUND


class SomebodyElse:
    """An edit begun in the middle of a launch, on a connection of its own."""

    def __init__(self, act, key):
        self.act, self.key, self.thread = act, key, None

    def check(self, page, moment):
        """Asked by the guard: gives the edit the time it takes when nothing holds it."""
        if self.thread is None:
            self.thread = threading.Thread(target=self.work)
            self.thread.start()
            self.thread.join(1)
        return []

    def work(self):
        """Do it to the page that is published last, unless PostgreSQL lets the launch go first."""
        with suppress(OperationalError):
            self.act(Page.objects.get(pk=self.key).specific)
        connection.close()


class MeanwhileTests:
    @pytest.mark.parametrize("act", [unschedule, delete, edit, move_in_tree], ids=lambda act: act.__name__)
    def test_what_somebody_does_in_the_middle_comes_before_or_after_all_of_it(self, site_tree, clock, monkeypatch, act):
        _, pages = launch()
        clock(NINE)
        somebody = SomebodyElse(act, pages[0].pk)
        monkeypatch.setattr(publishing, "_checks", [somebody.check])
        for _ in range(50):
            runner.run()
            if not Bundle.objects.filter(live_at=None).exists():
                break
        somebody.thread.join()
        # Of two that wait for each other PostgreSQL ends one; when that was the launch, the page was gone before it.
        words = Attempt.objects.values_list("error", flat=True).first()
        assert words is None or (act is delete and words == "“New balm” has been deleted.")
        assert shown(pages[1:]) == [words is None] * 2
        assert logged(pages)[1:] == [int(words is None)] * 2
        assert Page.find_problems() == SOUND


class ManyWorkersTests:
    """Real workers at the same bundles."""

    @pytest.fixture
    def once(self, site_tree, queue, workers):
        """``once(bundles, processes)``: each page of so many bundles goes live once, and with its bundle."""

        def check(bundles, processes):
            workers.start(processes)
            tomorrow = timezone.now() + timedelta(days=1)
            sets = [[new_post(title=f"Balm {number}.{place}") for place in range(3)] for number in range(bundles)]
            for pages in sets:
                scheduled(*pages, moment=tomorrow)
            moment = (timezone.now() + timedelta(seconds=2 + bundles / 5)).replace(microsecond=0)
            for pages in sets:
                move(planned_revision(pages[0]), moment)
            wait_until(lambda: not Bundle.objects.filter(live_at=None).exists())
            wait_until(lambda: not Attempt.objects.exists())
            workers.stop()
            keys = [page.pk for pages in sets for page in pages]
            told = Counter(workers.published())
            history = Counter(PageLogEntry.objects.filter(action=LOG).values_list("page_id", flat=True))
            assert {(told[key], history[key]) for key in keys} == {(1, 1)}
            assert BlogPostPage.objects.filter(pk__in=keys, published_at=moment, live=True).count() == len(keys)
            assert Page.find_problems() == SOUND

        return check

    def test_two_publish_each_bundle_once(self, once):
        once(bundles=4, processes=2)

    @pytest.mark.faults
    def test_four_publish_many_bundles_once(self, once):
        bundles = 30 if settings.IS_SQLITE else 100
        once(bundles=bundles, processes=4)
        print(f"4 workers, {bundles} bundles of three: each page published and logged once")
