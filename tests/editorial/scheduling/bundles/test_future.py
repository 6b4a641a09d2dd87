"""The site as it will be, for a moment."""

import pytest
from django.core import mail
from django.db import DEFAULT_DB_ALIAS, connections
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry, Revision

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.publishing import last_refusal
from core.shown import state_of
from editorial.scheduling.bundles.future import as_it_will_be
from editorial.scheduling.reasons import CannotGoLiveError
from tests.editorial.scheduling.bundles.launches import bundle_of, changed_condition, launch, new_post, shown
from tests.editorial.scheduling.mornings import NINE, break_revision, is_live, planned

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def queue(settings):
    """Tasks wait in the database, as they do in production."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


class AsItWillBeTests:
    def test_within_every_member_is_live_and_nothing_else(self, site_tree, clock, queue):
        bundle, pages = launch()
        other = planned(NINE, title="Not in it")
        with as_it_will_be(bundle):
            assert shown(pages) == [True] * 3
            assert BlogPostPage.objects.get(pk=pages[0].pk).published_at == NINE
            assert ConditionPage.objects.get().standfirst == "New words"
            assert not is_live(other)

    def test_afterwards_nothing_has_happened(self, site_tree, clock, queue):
        bundle, pages = launch()
        before = [state_of(page.pk) for page in pages]
        counts = [model.objects.count() for model in (PageLogEntry, Revision, DBTaskResult)]
        with as_it_will_be(bundle):
            pass
        assert [state_of(page.pk) for page in pages] == before
        assert [model.objects.count() for model in (PageLogEntry, Revision, DBTaskResult)] == counts
        assert mail.outbox == []
        assert Page.find_problems() == ([], [], [], [], [])

    def test_what_waits_for_a_commit_never_runs(self, site_tree, clock, queue):
        bundle, _ = launch()
        ran = []
        with as_it_will_be(bundle):
            connections[DEFAULT_DB_ALIAS].on_commit(lambda: ran.append(True))
        assert ran == []

    def test_before_it_is_scheduled_its_drafts_are_shown(self, site_tree, clock, queue):
        page = new_post()
        with as_it_will_be(bundle_of(page, changed_condition(page))):
            assert is_live(page)
        assert not is_live(page)

    def test_a_failure_within_leaves_nothing_either(self, site_tree, clock, queue):
        bundle, pages = launch()
        with pytest.raises(ZeroDivisionError), as_it_will_be(bundle):
            raise ZeroDivisionError
        assert shown(pages) == [False] * 3

    def test_one_that_cannot_be_shown_is_named(self, site_tree, clock, queue):
        bundle, pages = launch()
        break_revision(pages[0], contributions=[])
        with pytest.raises(CannotGoLiveError, match="“New balm”: Name at least one author"), as_it_will_be(bundle):
            raise AssertionError("nothing is shown")
        assert shown(pages) == [False] * 3
        assert last_refusal.get() is None
