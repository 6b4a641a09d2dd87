"""The planned moment follows the text and the schedule."""

from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse

from blog.models import BlogPostPage
from core.showing_again import restore_plans
from core.shown import state_of
from core.status import DRAFT, IDEA, status_of
from editorial.scheduling import runner
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.moving import move
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def moment_of(page):
    """The moment kept for a page; None as well where nothing is kept."""
    return PlannedPage.objects.filter(page=page).values_list("moment", flat=True).first()


def changed(page, **values):
    """The page with newer text saved as a draft."""
    page = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision()
    return page


class InStepTests:
    def test_a_draft_with_a_date_is_planned_and_without_one_no_more(self, site_tree, clock):
        page = draft(BlogPostPage)
        assert not PlannedPage.objects.exists()
        changed(page, go_live_at=NINE)
        assert moment_of(page) == NINE
        changed(page, go_live_at=None)
        assert moment_of(page) is None

    def test_a_page_made_by_a_program_is_planned_as_its_row_says(self, site_tree, clock):
        page = draft(BlogPostPage, go_live_at=NINE)
        assert moment_of(page) == NINE

    def test_the_schedule_goes_before_a_newer_text(self, site_tree, clock):
        page = planned(NINE)
        changed(page, go_live_at=TEN)
        assert moment_of(page) == NINE

    def test_it_follows_a_move(self, site_tree, clock):
        page = planned(NINE)
        move(page.revisions.get(approved_go_live_at=NINE), TEN)
        assert moment_of(page) == TEN

    def test_it_stays_when_the_page_is_unscheduled_as_a_wish(self, site_tree, clock, administrator_client):
        page = planned(NINE)
        changed(page, go_live_at=TEN)
        revision = page.revisions.get(approved_go_live_at=NINE)
        url = reverse("wagtailadmin_pages:revisions_unschedule", args=[page.pk, revision.pk])
        assert administrator_client.post(url).status_code == 302
        assert moment_of(page) == TEN

    def test_once_live_nothing_is_planned_and_what_was_agreed_on_stays(self, site_tree, clock):
        page = planned(NINE)
        PlannedPage.objects.filter(page=page).update(brief="For evenings.")
        clock(NINE)
        runner.run()
        assert PlannedPage.objects.values_list("moment", "brief").get(page=page) == (None, "For evenings.")

    def test_changes_to_a_live_page_are_planned_too(self, site_tree, clock):
        page = published(BlogPostPage)
        changed(page, go_live_at=NINE)
        assert moment_of(page) == NINE

    def test_a_used_date_is_no_plan_for_what_comes_after(self, site_tree, clock):
        page = planned(NINE)
        clock(NINE)
        runner.run()
        clock(TEN)
        changed(page, standfirst="Newer.")
        assert moment_of(page) is None
        BlogPostPage.objects.get(pk=page.pk).unpublish()
        assert moment_of(page) is None

    def test_an_idea_is_a_draft_once_somebody_writes(self, site_tree, clock):
        page = draft(BlogPostPage)
        PlannedPage.objects.create(page=page, is_idea=True)
        assert status_of(page) is IDEA
        changed(page, standfirst="Words.")
        assert status_of(page) is DRAFT

    def test_moving_an_idea_writes_nothing(self, site_tree, clock):
        page = planned(NINE)
        PlannedPage.objects.filter(page=page).update(is_idea=True)
        move(page.revisions.get(approved_go_live_at=NINE), TEN)
        assert PlannedPage.objects.get(page=page).is_idea

    def test_what_is_planned_again_by_undoing_is_planned_here(self, site_tree, clock):
        page = planned(NINE)
        before = state_of(page.pk)
        moved = BlogPostPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        moved.go_live_at = None
        moved.save_revision().publish()
        assert moment_of(page) is None
        restore_plans(BlogPostPage.objects.get(pk=page.pk), before)
        assert moment_of(page) == NINE


class MigrationTests:
    def test_what_was_planned_before_there_were_rows_has_one(self, site_tree, clock):
        draft_page, scheduled = draft(BlogPostPage, go_live_at=TEN), planned(NINE)
        changes = published(BlogPostPage)
        changes.go_live_at = TEN
        changes.save_revision().publish()
        PlannedPage.objects.all().delete()
        import_module("editorial.scheduling.migrations.0004_planned_page").plan_what_is_planned(apps, None)
        assert dict(PlannedPage.objects.values_list("page", "moment")) == {
            draft_page.pk: TEN,
            scheduled.pk: NINE,
            changes.pk: TEN,
        }
