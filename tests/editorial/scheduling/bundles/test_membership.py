"""Which pages wait for others."""

from datetime import timedelta

import pytest
from wagtail.models import Page, Revision

from blog.models import BlogPostPage
from core.readable import coming_change
from editorial.scheduling import runner
from editorial.scheduling.bundles.membership import (
    coming_ends,
    coming_ends_of_aliases,
    due_bundles,
    ends_offline,
    is_of_page,
    members_of,
    missing_from,
    one_by_one,
    open_bundle_of,
    pages_of,
    planned_versions,
    title_of,
    waiting_bundle_of,
)
from editorial.scheduling.models import Bundle, Kind
from tests.editorial.scheduling.bundles.launches import launch, member_of, new_post, scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, planned
from tests.publication import publish

pytestmark = pytest.mark.django_db


class MembershipTests:
    def test_a_page_waits_until_its_bundle_is_live_and_is_taken_until_it_ends(self, site_tree, clock):
        page = new_post()
        bundle = scheduled(page, ends_at=TEN)
        assert waiting_bundle_of(page.pk) == open_bundle_of(page.pk) == bundle
        Bundle.objects.update(live_at=NINE)
        assert (waiting_bundle_of(page.pk), open_bundle_of(page.pk)) == (None, bundle)
        bundle.members.update(is_open=False)
        assert open_bundle_of(page.pk) is None

    def test_its_pages_change_at_its_end_once_it_is_live(self, site_tree, clock):
        page = new_post()
        scheduled(page, ends_at=TEN)
        assert list(coming_ends(EIGHT, TEN)) == []
        Bundle.objects.update(live_at=NINE)
        assert list(coming_ends(EIGHT, TEN)) == [(page.path, TEN)]
        assert list(coming_ends(EIGHT, NINE)) == list(coming_ends(TEN, TEN.replace(hour=11))) == []
        Bundle.objects.update(ended_at=TEN)
        assert list(coming_ends(EIGHT, TEN)) == []

    def test_and_so_do_their_aliases(self, site_tree, clock):
        page = new_post()
        scheduled(page, ends_at=TEN)
        Bundle.objects.update(live_at=NINE)
        assert list(coming_ends_of_aliases(EIGHT, TEN)) == []
        alias = page.create_alias(update_slug="another")
        assert list(coming_ends_of_aliases(EIGHT, TEN)) == [(alias.path, TEN)]
        assert coming_change(alias) is None
        clock(TEN - timedelta(minutes=1))
        assert coming_change(alias) == coming_change(page) == TEN

    def test_its_end_takes_what_is_new_and_nothing_else_from_readers(self, site_tree, clock):
        _, (post, condition, home) = launch(ends_at=TEN)
        keys = [post.pk, condition.pk, home.pk, planned(NINE).pk]
        assert ends_offline(keys) == {post.pk: TEN}
        clock(NINE)
        runner.run()
        assert ends_offline(keys) == {post.pk: TEN}
        assert ends_offline([condition.pk]) == ends_offline([]) == {}
        Bundle.objects.update(ends_at=None)
        assert ends_offline(keys) == {}

    def test_nor_what_was_published_by_hand_or_taken_offline_since(self, site_tree, clock):
        pages = [new_post(), new_post(title="Newer balm")]
        scheduled(*pages, ends_at=TEN)
        clock(NINE)
        runner.run()
        assert len(ends_offline([page.pk for page in pages])) == 2
        publish(BlogPostPage.objects.get(pk=pages[0].pk))
        BlogPostPage.objects.get(pk=pages[1].pk).unpublish()
        assert ends_offline([page.pk for page in pages]) == {}

    def test_what_goes_by_itself_is_what_is_in_no_bundle(self, site_tree, clock):
        alone = planned(NINE)
        revisions = Revision.objects.filter(approved_go_live_at=NINE)
        assert one_by_one(revisions).count() == 1
        launch()
        assert [int(one.object_id) for one in one_by_one(revisions)] == [alone.pk]
        assert is_of_page(revisions.first())

    def test_what_is_due_and_what_is_over(self, site_tree, clock):
        bundle, _ = launch(ends_at=TEN)
        assert (list(due_bundles(EIGHT)), list(due_bundles(NINE))) == ([], [(Kind.BUNDLE, bundle.pk, NINE)])
        Bundle.objects.update(live_at=NINE)
        assert (list(due_bundles(NINE)), list(due_bundles(TEN))) == ([], [(Kind.BUNDLE_END, bundle.pk, TEN)])

    def test_members_come_from_the_top_of_the_tree_down_and_the_deleted_last(self, site_tree, clock):
        bundle, (post, condition, home) = launch()
        member = member_of(post)
        BlogPostPage.objects.get(pk=post.pk).delete()
        members = members_of(bundle)
        assert [one.page_id for one in members] == [home.pk, condition.pk, None]
        assert [page.pk for page in pages_of(members)] == [home.pk, condition.pk]
        assert title_of(members[-1]) == member.title == "New balm"
        assert planned_versions(members).keys() == {home.pk, condition.pk}
        assert Page.find_problems() == ([], [], [], [], [])

    def test_a_list_says_who_is_missing_in_two_queries_for_all(self, site_tree, clock, django_assert_num_queries):
        bundle, (post, _, _) = launch()
        with django_assert_num_queries(2):
            assert missing_from([bundle]) == {}
        post.revisions.update(approved_go_live_at=None)
        assert missing_from([bundle]) == {bundle.pk: ["New balm"]}
