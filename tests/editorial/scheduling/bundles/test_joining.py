"""Who joins a bundle and who leaves it."""

import pytest
from wagtail.models import Page, PageLogEntry

from blog.models import BlogPostPage
from editorial.scheduling.bundles.joining import join, leave, may_decide, take_newest
from editorial.scheduling.bundles.planning import RefusedError, is_approved
from editorial.scheduling.models import Bundle, BundleMember
from tests.editorial.scheduling.bundles.launches import (
    bundle_of,
    changed_condition,
    launch,
    member_of,
    new_post,
    planned_revision,
    scheduled,
)
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def approved(page, *people):
    """A page whose newest version has passed its review, and is not published yet for the date it has."""
    page.get_workflow().start(page, people[0])
    for person in people:
        state = Page.objects.get(pk=page.pk).specific.current_workflow_task_state
        state.task.specific.on_action(state, person, "approve")
    return Page.objects.get(pk=page.pk)


class JoinTests:
    def test_before_it_is_scheduled_any_draft_may_join(self, site_tree, clock, editor):
        page = new_post()
        bundle = bundle_of()
        join(bundle, page, editor)
        assert [member.title for member in bundle.members.all()] == ["New balm"]
        entry = PageLogEntry.objects.get(action="bundles.join")
        assert (entry.page_id, entry.user, entry.message) == (page.pk, editor, "Added to the bundle “Spring launch”")

    def test_what_was_planned_alone_is_so_no_more(self, site_tree, clock, editor):
        page = planned(NINE)
        join(bundle_of(), page, editor)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_once_it_is_scheduled_what_passes_is_scheduled_with_it(self, site_tree, clock, editor):
        bundle, _ = launch()
        page = new_post(title="Later")
        join(bundle, page, editor)
        assert planned_revision(page).approved_go_live_at == NINE

    def test_once_it_is_scheduled_what_does_not_pass_is_refused_with_the_reason(self, site_tree, clock, editor):
        bundle, _ = launch()
        page = new_post(title="Later", contributions=[])
        with pytest.raises(RefusedError, match=r"It was not added. “Later”: Name at least one author"):
            join(bundle, page, editor)
        assert bundle.members.count() == 3
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_a_page_is_in_one_open_bundle_at_most(self, site_tree, clock, editor):
        page = new_post()
        bundle_of(page, name="Autumn")
        other = bundle_of()
        with pytest.raises(RefusedError, match="it is in the bundle “Autumn” already"):
            join(other, page, editor)
        assert not other.members.exists()

    def test_one_that_joined_another_this_moment_is_refused_by_the_database(
        self, site_tree, clock, editor, monkeypatch
    ):
        page = new_post()
        bundle_of(page, name="Autumn")
        monkeypatch.setattr("editorial.scheduling.bundles.joining.refuse_stranger", lambda page, user: None)
        with pytest.raises(RefusedError, match="it is in the bundle “Autumn” already"):
            join(bundle_of(), page, editor)

    def test_who_may_not_publish_a_page_may_not_add_it(self, site_tree, clock, editor, writer):
        page = changed_condition()
        for user in (editor, writer):
            with pytest.raises(RefusedError, match="you may not publish it"):
                join(bundle_of(), page, user)

    def test_whose_text_is_approved_may_be_added_by_who_edits_it(
        self, site_tree, clock, editor, reviewer, administrator
    ):
        page = changed_condition().get_latest_revision_as_object()
        page.go_live_at = TEN
        page.save_revision(user=editor)
        page = approved(page, editor, reviewer)
        assert may_decide(editor, page)
        bundle = bundle_of()
        join(bundle, page, editor)
        assert is_approved(page.latest_revision)
        from editorial.scheduling.bundles.planning import schedule

        schedule(bundle, NINE, None, editor)
        assert planned_revision(page).approved_go_live_at == NINE

    def test_an_alias_is_refused(self, site_tree, clock, administrator):
        alias = draft(BlogPostPage).create_alias(update_slug="alias")
        with pytest.raises(RefusedError, match="is an alias"):
            join(bundle_of(), alias, administrator)

    def test_what_is_live_takes_nobody_in(self, site_tree, clock, administrator):
        bundle = Bundle.objects.create(name="Over", live_at=NINE)
        with pytest.raises(RefusedError, match="is live already"):
            join(bundle, new_post(), administrator)


class LeaveTests:
    def test_its_version_is_a_draft_again(self, site_tree, clock, administrator):
        page = new_post()
        scheduled(page)
        leave(member_of(page), administrator)
        assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
        assert not BundleMember.objects.exists()
        assert PageLogEntry.objects.get(action="bundles.leave").message == "Taken out of the bundle “Spring launch”"

    def test_one_that_has_been_deleted_leaves_as_well(self, site_tree, clock, administrator):
        page, other = new_post(), new_post(title="Other")
        bundle = scheduled(page, other)
        member = member_of(page)
        BlogPostPage.objects.get(pk=page.pk).delete()
        member.refresh_from_db()
        leave(member, administrator)
        assert [one.title for one in bundle.members.all()] == ["Other"]


class TakeNewestTests:
    def test_the_newest_version_takes_the_place_of_the_scheduled_one(self, site_tree, clock, administrator):
        page = new_post()
        scheduled(page)
        newer = BlogPostPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        newer.standfirst = "Better"
        revision = newer.save_revision()
        take_newest(member_of(page), administrator)
        assert planned_revision(page) == revision

    def test_after_its_moment_it_waits_for_the_bundle_and_not_for_itself(self, site_tree, clock, administrator):
        page = new_post()
        scheduled(page)
        clock(TEN)
        newer = BlogPostPage.objects.get(pk=page.pk).get_latest_revision_as_object()
        revision = newer.save_revision()
        take_newest(member_of(page), administrator)
        assert planned_revision(page) == revision
        assert planned_revision(page).approved_go_live_at == NINE
        assert not BlogPostPage.objects.get(pk=page.pk).live

    def test_without_a_schedule_there_is_nothing_to_replace(self, site_tree, clock, administrator):
        page = published(BlogPostPage)
        page.save_revision()
        bundle_of(page)
        with pytest.raises(RefusedError, match="is not scheduled"):
            take_newest(member_of(page), administrator)
