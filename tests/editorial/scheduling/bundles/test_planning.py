"""Scheduling a bundle, and taking it out of the schedule."""

from datetime import timedelta

import pytest
from wagtail.models import Page, Revision

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.bundles.planning import RefusedError, clear_plans, plan_version, schedule, unschedule
from editorial.scheduling.models import Attempt
from tests.editorial.scheduling.bundles.launches import (
    bundle_of,
    changed_condition,
    launch,
    new_post,
    planned_revision,
    scheduled,
    shown,
)
from tests.editorial.scheduling.looks import kept
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision
from tests.publication import published

pytestmark = pytest.mark.django_db


class ScheduleTests:
    def test_every_member_waits_for_the_moment(self, site_tree, clock):
        bundle, pages = launch(ends_at=TEN)
        assert (bundle.moment, bundle.ends_at) == (NINE, TEN)
        assert [planned_revision(page).approved_go_live_at for page in pages] == [NINE] * 3

    def test_links_between_members_count_as_live(self, site_tree, clock):
        _, pages = launch()
        assert [kept(page) for page in pages] == [[], [], []]

    def test_one_that_does_not_pass_keeps_all_from_it_and_every_reason_is_said(self, site_tree, clock):
        bad, worse = new_post(title="Bad", contributions=[]), new_post(title="Worse", contributions=[])
        bundle = bundle_of(new_post(), bad, worse)
        with pytest.raises(RefusedError) as refusal:
            schedule(bundle, NINE, None, bundle.created_by)
        assert [words.partition(":")[0] for words in refusal.value.reasons] == ["“Bad”", "“Worse”"]
        bundle.refresh_from_db()
        assert bundle.moment is None
        assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()

    def test_one_in_review_or_without_changes_is_refused(self, site_tree, clock, editor):
        page = changed_condition()
        page.get_workflow().start(page, editor)
        same = published(BlogPostPage, title="Same")
        bundle = bundle_of(page, same)
        with pytest.raises(RefusedError) as refusal:
            schedule(bundle, NINE, None, bundle.created_by)
        assert sorted(refusal.value.reasons) == [
            "“Milia”: its newest version is still in review.",
            "“Same”: it is live and has no changes to go live with the bundle.",
        ]

    def test_who_may_not_publish_a_member_schedules_nothing(self, site_tree, clock, editor):
        bundle = bundle_of(changed_condition())
        with pytest.raises(RefusedError, match="you may not publish it"):
            schedule(bundle, NINE, None, editor)

    def test_an_empty_one_and_one_that_ends_first_are_refused(self, site_tree, clock, administrator):
        with pytest.raises(RefusedError, match="Add a page first"):
            schedule(bundle_of(), NINE, None, administrator)
        with pytest.raises(RefusedError, match="end before it goes live"):
            schedule(bundle_of(new_post()), TEN, NINE, administrator)

    def test_a_deleted_page_is_refused(self, site_tree, clock, administrator):
        page = new_post()
        bundle = bundle_of(page, new_post(title="Other"))
        BlogPostPage.objects.get(pk=page.pk).delete()
        with pytest.raises(RefusedError, match="“New balm”: it has been deleted"):
            schedule(bundle, NINE, None, administrator)

    def test_another_moment_replaces_the_first_and_its_tries(self, site_tree, clock):
        bundle, pages = launch()
        break_revision(pages[0], contributions=[])
        clock(NINE)
        runner.run()
        assert Attempt.objects.exists()
        break_revision(pages[0], contributions=published(BlogPostPage).latest_revision.content["contributions"])
        schedule(bundle, TEN, None, bundle.created_by)
        assert not Attempt.objects.exists()
        clock(TEN)
        runner.run()
        assert shown(pages) == [True] * 3


class UnscheduleTests:
    def test_no_member_is_planned_any_more(self, site_tree, clock, administrator):
        bundle, pages = launch()
        unschedule(bundle, administrator)
        assert bundle.moment is None
        assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
        clock(NINE)
        assert runner.run() == {}
        assert bundle.members.count() == len(pages)


class PlanVersionTests:
    def test_a_moment_that_has_passed_is_kept_for_the_next_try(self, site_tree, clock):
        page = new_post()
        scheduled(page)
        clock(TEN)
        newer = BlogPostPage.objects.get(pk=page.pk).save_revision()
        plan_version(newer, NINE, None)
        assert planned_revision(page) == newer
        assert not Page.objects.get(pk=page.pk).live

    def test_clearing_leaves_one_alone(self, site_tree, clock):
        page = new_post()
        scheduled(page)
        revision = planned_revision(page)
        clear_plans(page, but=revision)
        assert planned_revision(page) == revision
        clear_plans(page)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_it_is_by_the_second(self, site_tree, clock):
        page = new_post()
        bundle = scheduled(page, moment=EIGHT + timedelta(seconds=7, microseconds=123_456))
        assert bundle.moment == planned_revision(page).approved_go_live_at == EIGHT + timedelta(seconds=7)
        assert planned_revision(page).as_object().go_live_at == EIGHT + timedelta(seconds=7)
