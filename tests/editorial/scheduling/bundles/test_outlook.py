"""How a bundle stands."""

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from core.status import DRAFT, FAILED, HELD, LIVE, OVERDUE, RETIRED, SCHEDULED
from editorial.scheduling import runner
from editorial.scheduling.bundles.outlook import attempt_at, flag_of_bundle, outlooks, problems_of, status_of_bundle
from editorial.scheduling.models import Bundle, BundleMember
from tests.editorial.scheduling.bundles.launches import (
    bundle_of,
    changed_condition,
    launch,
    new_post,
    planned_revision,
    scheduled,
)
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision, hold_all
from tests.publication import draft

pytestmark = pytest.mark.django_db


class OutlooksTests:
    def test_links_between_members_count_as_live_before_it_is_scheduled(self, site_tree, clock, editor):
        post = new_post()
        found = outlooks(bundle_of(post, changed_condition(post)), editor)
        assert {one.title: (one.is_new, one.words) for one in found} == {
            "New balm": (True, []),
            "Milia": (False, []),
        }

    def test_a_link_out_of_it_is_a_warning_and_keeps_nobody(self, site_tree, clock, administrator):
        other = draft(BlogPostPage, title="Elsewhere")
        (one,) = outlooks(bundle_of(changed_condition(other)), administrator)
        assert (one.blocking, one.words) == ([], ["It links to “Elsewhere”, which is a draft."])

    def test_whoever_blocks_says_why(self, site_tree, clock, administrator):
        bundle, (post, condition, home) = launch()
        break_revision(post, contributions=[])
        condition.revisions.update(approved_go_live_at=None)
        member = BundleMember.objects.get(page=home.pk)
        found = {one.title: one.blocking for one in outlooks(bundle, administrator)}
        assert found["New balm"] == ["Name at least one author, or tick “Organisation byline”."]
        assert found["Milia"] == ["“Milia” is not scheduled any more."]
        assert found[member.title] == []

    def test_one_that_has_been_deleted(self, site_tree, clock, administrator):
        page = new_post()
        bundle = scheduled(page)
        BlogPostPage.objects.get(pk=page.pk).delete()
        (one,) = outlooks(bundle, administrator)
        assert (one.page, one.status, one.blocking) == (None, None, ["“New balm” has been deleted."])

    def test_before_it_is_scheduled_it_says_what_would_be_refused(self, site_tree, clock, editor):
        (one,) = outlooks(bundle_of(changed_condition()), editor)
        assert one.blocking == ["You may not publish it, and its newest version is not approved."]

    def test_a_newer_draft_is_told(self, site_tree, clock, administrator):
        page = new_post()
        bundle = scheduled(page)
        BlogPostPage.objects.get(pk=page.pk).save_revision()
        (one,) = outlooks(bundle, administrator)
        assert one.is_behind

    def test_after_the_end_it_reports(self, site_tree, clock, administrator):
        bundle, pages = launch(ends_at=TEN)
        clock(NINE)
        runner.run()
        Page.objects.get(pk=pages[0].pk).specific.unpublish()
        clock(TEN)
        runner.run()
        bundle.refresh_from_db()
        words = {one.title: one.words for one in outlooks(bundle, administrator)}
        assert words["New balm"] == ["It was taken offline before the end, and stays so."]
        assert words["Milia"] == []

    def test_what_cannot_even_be_read_is_said(self, site_tree, clock):
        page = new_post()
        scheduled(page)
        break_revision(page, body="[{not json")
        assert problems_of(planned_revision(page), NINE, frozenset())


class StatusTests:
    def test_it_has_the_words_of_pages(self):
        assert status_of_bundle(Bundle()) is DRAFT
        assert status_of_bundle(Bundle(moment=NINE)) is SCHEDULED
        assert status_of_bundle(Bundle(moment=NINE, live_at=NINE)) is LIVE
        assert status_of_bundle(Bundle(moment=NINE, live_at=NINE, ended_at=TEN)) is RETIRED

    def test_flags_ask_for_somebody(self, site_tree, clock):
        bundle, pages = launch()
        assert flag_of_bundle(bundle, None, NINE.replace(hour=8)) is None
        assert flag_of_bundle(bundle, None, NINE.replace(minute=2)) is OVERDUE
        break_revision(pages[0], contributions=[])
        clock(NINE)
        runner.run()
        assert flag_of_bundle(bundle, attempt_at(bundle), NINE) is FAILED
        hold_all(TEN)
        assert flag_of_bundle(bundle, attempt_at(bundle), NINE) is HELD
