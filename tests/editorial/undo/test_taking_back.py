"""Taking a step back."""

from datetime import timedelta

import pytest
from wagtail.models import Page, PageLogEntry

from blog.models import BlogPostPage
from core.publishing import PublishRefused
from core.shown import state_of
from core.status import DRAFT, LIVE, LIVE_CHANGES, RETIRED, planned_for, status_of
from editorial.scheduling import runner
from editorial.scheduling.models import PlannedPage
from editorial.undo.steps import Kind, Step
from editorial.undo.taking_back import ChangedSinceError, may_take_back, take_back
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, planned
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


def row(page) -> BlogPostPage:
    """A page, read again."""
    return BlogPostPage.objects.get(pk=page.pk)


def done(page, user, action) -> Step:
    """Do something to a page; the step."""
    before = state_of(page.pk)
    action()
    return Step(page.pk, user.pk, before, state_of(page.pk))


def change(page, **values):
    """Publish a page with other values."""
    page = row(page)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def planned_change(page) -> BlogPostPage:
    """A live page with a change that goes live at nine."""
    change(page, go_live_at=NINE, standfirst="From nine on")
    return row(page)


class FromPublishingTests:
    def test_a_first_publication_is_as_if_it_had_never_been(self, site_tree, clock, editor):
        page = draft(BlogPostPage)
        step = done(page, editor, lambda: publish(page))
        assert row(page).live
        take_back(step, editor)
        after = row(page)
        assert status_of(after) is DRAFT
        assert (after.first_published_at, after.last_published_at, after.published_at) == (None, None, None)
        assert after.has_unpublished_changes
        assert after.latest_revision_id == step.after["latest"]
        assert PageLogEntry.objects.get(action="undo.publish").user == editor

    def test_published_again_later_it_gets_the_later_date(self, site_tree, clock, editor):
        page = draft(BlogPostPage)
        step = done(page, editor, lambda: publish(page))
        take_back(step, editor)
        clock(TEN)
        row(page).get_latest_revision().publish()
        assert (row(page).published_at, row(page).first_published_at) == (TEN, TEN)

    def test_a_date_that_was_typed_stays(self, site_tree, clock, editor):
        page = draft(BlogPostPage, published_at=EIGHT - timedelta(days=3))
        step = done(page, editor, lambda: publish(page))
        take_back(step, editor)
        assert row(page).published_at == EIGHT - timedelta(days=3)

    def test_a_page_that_was_retired_is_retired_again_with_its_dates(self, site_tree, clock, editor):
        page = published(BlogPostPage)
        row(page).unpublish()
        clock(TEN)
        step = done(page, editor, lambda: row(page).get_latest_revision().publish())
        take_back(step, editor)
        after = row(page)
        assert status_of(after) is RETIRED
        assert (after.last_published_at, after.published_at) == (EIGHT, EIGHT)

    def test_its_aliases_go_with_it(self, site_tree, clock, editor):
        page = draft(BlogPostPage)
        alias = page.create_alias(update_slug="alias")
        step = done(page, editor, lambda: publish(page))
        assert row(alias).live
        take_back(step, editor)
        assert (row(alias).live, row(alias).last_published_at) == (False, None)

    def test_what_was_planned_before_is_planned_again(self, site_tree, clock, editor):
        page = planned(NINE)

        def publish_at_once():
            again = row(page)
            again.go_live_at = None
            publish(again)

        step = done(page, editor, publish_at_once)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
        assert take_back(step, editor) == []
        assert page.revisions.get(approved_go_live_at__isnull=False).approved_go_live_at == NINE


class FromChangesTests:
    def test_readers_see_what_they_saw_and_the_change_is_a_draft(self, site_tree, clock, editor):
        page = published(BlogPostPage, standfirst="Old")
        step = done(page, editor, lambda: change(page, standfirst="New"))
        assert row(page).standfirst == "New"
        take_back(step, editor)
        after = row(page)
        assert (after.standfirst, status_of(after)) == ("Old", LIVE_CHANGES)
        assert after.get_latest_revision_as_object().standfirst == "New"
        assert after.live_revision_id == step.row_before["live_revision_id"]

    def test_the_dates_are_those_of_before(self, site_tree, clock, editor):
        page = published(BlogPostPage)
        clock(TEN)
        step = done(page, editor, lambda: change(page, change_kind="update", change_note="More on sunscreen"))
        assert (row(page).updated_at, row(page).last_published_at) == (TEN, TEN)
        take_back(step, editor)
        after = row(page)
        assert (after.updated_at, after.last_published_at, after.published_at) == (None, EIGHT, EIGHT)

    def test_what_was_announced_is_taken_back_and_asked_again(self, site_tree, clock, editor):
        page = published(BlogPostPage)
        change(page, standfirst="First", change_kind="correction", correction_wrong="Twice", correction_right="Once")
        step = done(page, editor, lambda: change(page, change_kind="update", change_note="More on sunscreen"))
        assert page.changes.count() == 2
        take_back(step, editor)
        assert [one.kind for one in page.changes.all()] == ["correction"]
        waiting = row(page).get_latest_revision_as_object()
        assert (waiting.change_kind, waiting.change_note) == ("update", "More on sunscreen")
        waiting.save_revision().publish()
        assert {one.kind for one in page.changes.all()} == {"update", "correction"}

    def test_undoing_tells_readers_of_no_change(self, site_tree, clock, editor):
        page = published(BlogPostPage, change_kind="update", change_note="Nobody was told of this")
        step = done(page, editor, lambda: change(page, standfirst="New"))
        take_back(step, editor)
        assert page.changes.count() == 0
        assert row(page).updated_at is None

    def test_an_alias_shows_the_same_as_its_page(self, site_tree, clock, editor):
        page = published(BlogPostPage, standfirst="Old")
        alias = page.create_alias(update_slug="alias")
        step = done(page, editor, lambda: change(page, standfirst="New"))
        assert row(alias).standfirst == "New"
        take_back(step, editor)
        assert (row(alias).standfirst, row(alias).live) == ("Old", True)

    def test_no_check_is_passed_by(self, site_tree, clock, editor):
        page = expiring(published(BlogPostPage), NINE)
        step = done(page, editor, lambda: change(page, expire_at=None))
        clock(TEN)
        with pytest.raises(PublishRefused, match="was to go offline"):
            take_back(step, editor)
        assert row(page).live_revision_id == step.after["rows"][str(page.pk)]["live_revision_id"]


class FromUnpublishingTests:
    def test_the_page_is_live_again_with_dates_expiry_and_plans(self, site_tree, clock, editor):
        page = expiring(published(BlogPostPage), TEN)
        changed = row(page)
        changed.go_live_at, changed.expire_at = NINE, TEN
        changed.save_revision().publish()
        step = done(page, editor, lambda: row(page).unpublish())
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
        clock(EIGHT + timedelta(minutes=5))
        take_back(step, editor)
        after = row(page)
        assert (after.live, after.expire_at, after.last_published_at, after.published_at) == (True, TEN, EIGHT, EIGHT)
        assert page.revisions.get(approved_go_live_at__isnull=False).approved_go_live_at == NINE
        assert state_of(page.pk) == step.before

    def test_aliases_are_as_they_were(self, site_tree, clock, editor):
        page = published(BlogPostPage)
        shown, hidden = (page.create_alias(update_slug=slug) for slug in ("shown", "hidden"))
        row(hidden).unpublish()
        step = done(page, editor, lambda: row(page).unpublish())
        assert not row(shown).live
        take_back(step, editor)
        assert (row(shown).live, row(hidden).live) == (True, False)
        assert status_of(row(page)) is LIVE

    def test_what_may_not_be_live_any_more_stays_offline(self, site_tree, clock, editor):
        page = expiring(published(BlogPostPage), NINE)
        step = done(page, editor, lambda: row(page).unpublish())
        clock(NINE)
        with pytest.raises(PublishRefused):
            take_back(step, editor)
        assert not row(page).live


class FromSchedulingTests:
    def test_nothing_is_planned_and_the_date_stays_in_the_draft(self, site_tree, clock, editor):
        page = draft(BlogPostPage)

        def schedule():
            page.go_live_at = NINE
            page.save_revision().publish()

        step = done(page, editor, schedule)
        assert step.kind is Kind.SCHEDULE
        take_back(step, editor)
        after = row(page)
        assert status_of(after) is DRAFT
        assert after.go_live_at == NINE
        assert after.get_latest_revision_as_object().go_live_at == NINE
        assert PageLogEntry.objects.filter(action="undo.schedule", user=editor).count() == 1

    def test_the_plan_of_before_counts_again(self, site_tree, clock, editor):
        page = planned(NINE)
        first = page.latest_revision_id
        step = done(page, editor, lambda: change(page, go_live_at=TEN))
        take_back(step, editor)
        kept = page.revisions.get(approved_go_live_at__isnull=False)
        assert (kept.pk, kept.approved_go_live_at) == (first, NINE)


class PassedPlanTests:
    """Each step is taken back once before and once after the moment that was planned before it."""

    @pytest.mark.parametrize(
        "step", ["published by hand", "rescheduled", "corrected", "changes published", "taken offline"]
    )
    @pytest.mark.parametrize("is_past", [False, True])
    def test_a_plan_whose_moment_has_passed_is_not_restored(self, site_tree, clock, editor, step, is_past):
        is_live = step in {"changes published", "taken offline"}
        page = planned_change(published(BlogPostPage)) if is_live else planned(NINE)
        happening = {
            "published by hand": lambda: change(page, go_live_at=None),
            "rescheduled": lambda: change(page, go_live_at=TEN),
            "corrected": lambda: change(page, go_live_at=NINE, standfirst="Corrected"),
            "changes published": lambda: change(page, go_live_at=None),
            "taken offline": lambda: row(page).unpublish(),
        }
        clock(NINE - timedelta(minutes=2))
        taken = done(page, editor, happening[step])
        clock(NINE + timedelta(seconds=60 if is_past else -1))
        assert take_back(taken, editor) == ([NINE] if is_past else [])
        assert planned_for(row(page)) == (None if is_past else NINE)
        runner.run()
        assert row(page).live is is_live
        clock(NINE)
        runner.run()
        assert row(page).live is (is_live or not is_past)

    def test_at_the_moment_itself_it_has_passed(self, site_tree, clock, editor):
        page = planned(NINE)
        step = done(page, editor, lambda: change(page, go_live_at=None))
        clock(NINE)
        assert take_back(step, editor) == [NINE]

    def test_the_calendar_hears_of_it(self, site_tree, clock, editor):
        page = planned(NINE)
        step = done(page, editor, lambda: change(page, go_live_at=TEN))
        clock(NINE)
        take_back(step, editor)
        assert PlannedPage.objects.get(page=page).moment == TEN


class TakeBackTests:
    @pytest.mark.parametrize("since", ["edited", "published", "taken offline", "undone"])
    def test_nothing_is_undone_once_something_else_happened(self, site_tree, clock, editor, since):
        page = published(BlogPostPage, standfirst="Old")
        step = done(page, editor, lambda: change(page, standfirst="New"))
        happening = {
            "edited": lambda: row(page).save_revision(),
            "published": lambda: change(page, standfirst="Newer"),
            "taken offline": lambda: row(page).unpublish(),
            "undone": lambda: take_back(step, editor),
        }
        happening[since]()
        now = state_of(page.pk)
        with pytest.raises(ChangedSinceError):
            take_back(step, editor)
        assert state_of(page.pk) == now

    def test_the_tree_stays_sound(self, site_tree, clock, editor):
        page = draft(BlogPostPage)
        step = done(page, editor, lambda: publish(page))
        take_back(step, editor)
        assert Page.find_problems() == ([], [], [], [], [])


class MayTakeBackTests:
    def test_whoever_did_it_may_and_whoever_may_publish(self, site_tree, editor, reviewer, writer):
        page = published(BlogPostPage)
        step = Step(page.pk, reviewer.pk, {}, state_of(page.pk))
        assert may_take_back(step, page, reviewer)
        assert may_take_back(step, page, editor)
        assert not may_take_back(step, page, writer)
