"""A worker that dies while it publishes: all of it is so after the next run, once, and nothing is lost."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.due import due
from editorial.scheduling.models import Attempt
from tests.editorial.scheduling.mornings import EIGHT, NINE, expiring, is_live, move, planned
from tests.faults.conftest import wait_until
from tests.faults.witness import FATAL_ONCE
from tests.publication import published

pytestmark = pytest.mark.django_db(transaction=True)

GOES_LIVE, GOES_OFFLINE = "wagtail.publish.scheduled", "wagtail.unpublish.scheduled"


class NewPage:
    """A page that readers have never seen."""

    log = GOES_LIVE

    def __init__(self):
        self.page = planned(NINE)

    def is_done(self) -> bool:
        """Whether it is live, at its planned time."""
        return is_live(self.page) and BlogPostPage.objects.get(pk=self.page.pk).published_at == NINE


class WithAlias(NewPage):
    """A page that is shown at a second address."""

    def __init__(self):
        super().__init__()
        self.alias = self.page.create_alias(update_slug=f"{self.page.slug}-elsewhere")

    def is_done(self) -> bool:
        """Whether both are live; one without the other would be half of it."""
        assert is_live(self.alias) == is_live(self.page)
        return super().is_done()


class Change(NewPage):
    """A change to a page that is live."""

    def __init__(self):
        self.page = published(BlogPostPage)
        self.page.standfirst, self.page.go_live_at = "Newer words.", NINE
        self.page.save_revision().publish()

    def is_done(self) -> bool:
        """Whether readers see it."""
        return BlogPostPage.objects.get(pk=self.page.pk).standfirst == "Newer words."


class End(NewPage):
    """The end of a page's time."""

    log = GOES_OFFLINE

    def __init__(self):
        self.page = expiring(published(BlogPostPage), NINE)

    def is_done(self) -> bool:
        """Whether readers see it no more."""
        return not is_live(self.page)


@pytest.fixture
def survives(killed_at, queue, site_tree, clock):
    """Kill a worker at one statement and let another one run: whether the first ever came to that statement."""

    def check(what, statement):
        clock(EIGHT)
        scene = what()
        clock(NINE)
        tasks = DBTaskResult.objects.count()
        was_killed = killed_at(statement, runner.run)
        was_done = scene.is_done()
        # Whole or not at all: what is done has its tasks, and is not due any more.
        assert (DBTaskResult.objects.count() > tasks) == was_done
        assert bool(due(NINE)) != was_done
        # As soon as the time of what was begun is up.
        clock(NINE + timedelta(seconds=75))
        runner.run()
        assert scene.is_done(), statement
        assert PageLogEntry.objects.filter(page=scene.page.pk, action=scene.log).count() == 1, statement
        assert not Attempt.objects.exists()
        assert not due(NINE)
        assert Page.find_problems() == ([], [], [], [], [])
        return was_killed

    return check


class KilledWhilePublishingTests:
    def test_at_some_statements(self, survives):
        assert [survives(NewPage, statement) for statement in (0, 3, 8, 20, 40)] == [True] * 5

    @pytest.mark.parametrize("what", [WithAlias, Change, End])
    def test_whatever_is_done_to_a_page(self, survives, what):
        assert [survives(what, statement) for statement in (8, 20)] == [True] * 2

    @pytest.mark.faults
    @pytest.mark.parametrize("what", [NewPage, WithAlias, Change, End])
    def test_at_every_statement(self, survives, what):
        statement = 0
        while survives(what, statement):
            statement += 1
        assert statement > 25
        print(f"{what.__name__}: killed at each of {statement} statements")


class RestartTests:
    @pytest.mark.faults
    def test_a_page_that_has_no_part_in_it_is_live_soon_after_its_worker_is_back(self, site_tree, queue, workers):
        page, moment = planned(timezone.now() + timedelta(days=1), title=FATAL_ONCE), timezone.now()
        other = planned(timezone.now() + timedelta(days=1))
        for number, one in enumerate((page, other)):
            move(one.revisions.get(approved_go_live_at__isnull=False), moment + timedelta(seconds=number))
        workers.start(1)
        wait_until(lambda: is_live(other))
        assert not is_live(page)
        begun = Attempt.objects.get().started_at
        wait_until(lambda: is_live(page))
        wait_until(lambda: not Attempt.objects.exists())
        print(f"killed at {begun:%H:%M:%S}, live {(timezone.now() - begun).total_seconds():.0f} seconds later")
        assert workers.published() == [other.pk, page.pk]
        assert PageLogEntry.objects.filter(page=page.pk, action=GOES_LIVE).count() == 1
