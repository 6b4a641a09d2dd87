"""A bundle going live."""

from datetime import timedelta

import pytest
from wagtail.models import Page, Revision

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.scheduling import runner
from editorial.scheduling.bundles.joining import leave
from editorial.scheduling.due import due
from editorial.scheduling.models import Attempt, Kind
from editorial.scheduling.reasons import CannotGoLiveError
from editorial.scheduling.step import Outcome, carry_out
from home.models import HomePage
from tests.editorial.scheduling.bundles.launches import (
    item_of,
    launch,
    logged,
    member_of,
    new_post,
    planned_revision,
    scheduled,
    shown,
)
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, break_revision, hold_all, is_live, planned

pytestmark = pytest.mark.django_db


class GoLiveTogetherTests:
    def test_all_are_live_at_their_moment_logged_once_each(self, site_tree, clock):
        bundle, pages = launch()
        clock(NINE - timedelta(seconds=1))
        assert runner.run() == {}
        clock(NINE)
        assert runner.run() == {"done": 1}
        assert shown(pages) == [True] * 3
        assert logged(pages) == [1, 1, 1]
        assert BlogPostPage.objects.get(pk=pages[0].pk).published_at == NINE
        assert (ConditionPage.objects.get().standfirst, HomePage.objects.get().heading) == ("New words", "New promise")
        bundle.refresh_from_db()
        assert (bundle.live_at, bundle.members.filter(is_open=True).exists()) == (NINE, False)
        assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
        assert Page.find_problems() == ([], [], [], [], [])

    def test_it_is_one_item_and_its_members_are_none(self, site_tree, clock):
        bundle, _ = launch()
        alone = planned(NINE)
        assert [(item.kind, item.target_id) for item in due(NINE)] == [
            (Kind.BUNDLE, bundle.pk),
            (Kind.GO_LIVE, planned_revision(alone).pk),
        ]

    def test_a_member_picked_singly_all_the_same_stays_offline(self, site_tree, clock):
        page = planned(NINE)
        from tests.editorial.scheduling.mornings import item_of as single

        item = single(page)
        scheduled(page)
        clock(NINE)
        assert carry_out(item, NINE) is Outcome.NOT_DUE
        assert not is_live(page)

    def test_one_that_may_not_go_live_keeps_all_offline_and_is_named(self, site_tree, clock):
        _bundle, pages = launch()
        break_revision(pages[0], contributions=[])
        clock(NINE)
        assert runner.run() == {"failed": 1}
        assert shown(pages) == [False] * 3
        assert Attempt.objects.get().error.startswith("“New balm”: Name at least one author")
        assert planned_revision(pages[1]).approved_go_live_at == NINE

    @pytest.mark.parametrize(
        ("spoil", "words"),
        [
            (lambda page: page.revisions.update(approved_go_live_at=None), "“New balm” is not scheduled any more."),
            (lambda page: page.revisions.update(approved_go_live_at=TEN), "for another time, Mon 2 Mar 10:00"),
            (lambda page: page.delete(), "“New balm” has been deleted."),
        ],
        ids=["unscheduled", "moved singly", "deleted"],
    )
    def test_one_that_is_missing_keeps_all_offline(self, site_tree, clock, spoil, words):
        bundle, pages = launch()
        spoil(Page.objects.get(pk=pages[0].pk))
        clock(NINE)
        with pytest.raises(CannotGoLiveError, match=words):
            carry_out(item_of(bundle), NINE)
        assert shown(pages[1:]) == [False, False]

    def test_without_the_one_that_blocks_the_others_go(self, site_tree, clock, administrator):
        _bundle, pages = launch()
        break_revision(pages[0], contributions=[])
        clock(NINE)
        runner.run()
        leave(member_of(pages[0]), administrator)
        assert runner.run() == {"done": 1}
        assert shown(pages) == [False, True, True]
        assert not Attempt.objects.exists()

    def test_an_empty_one_says_so(self, site_tree, clock, administrator):
        page = new_post()
        bundle = scheduled(page)
        leave(member_of(page), administrator)
        clock(NINE)
        with pytest.raises(CannotGoLiveError, match="No page is left"):
            carry_out(item_of(bundle), NINE)

    def test_one_whose_whole_time_went_by_is_never_shown(self, site_tree, clock):
        _bundle, pages = launch(ends_at=TEN)
        clock(TEN)
        assert runner.run() == {"failed": 1}
        assert shown(pages) == [False] * 3
        assert "is over by then" in Attempt.objects.get().error

    def test_while_all_is_held_it_waits(self, site_tree, clock):
        bundle, pages = launch()
        hold_all(TEN)
        clock(NINE)
        assert runner.run() == {}
        assert carry_out(item_of(bundle), NINE) is Outcome.HELD
        assert shown(pages) == [False] * 3

    def test_a_draft_written_since_stays_behind_and_its_author_hears_of_it(self, site_tree, clock, mailoutbox, editor):
        _bundle, pages = launch()
        clock(EIGHT + timedelta(minutes=5))
        page = BlogPostPage.objects.get(pk=pages[0].pk).get_latest_revision_as_object()
        page.standfirst = "Later words"
        page.save_revision(user=editor)
        clock(NINE)
        runner.run()
        assert is_live(page)
        assert BlogPostPage.objects.get(pk=page.pk).standfirst != "Later words"
        assert [mail.subject for mail in mailoutbox] == ["“New balm” is live without your latest changes"]

    def test_what_went_live_is_not_due_again(self, site_tree, clock):
        bundle, _ = launch()
        clock(NINE)
        runner.run()
        assert carry_out(item_of(bundle), NINE) is Outcome.NOT_DUE
        assert due(TEN) == []
