"""The ends of bundles on the calendar."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.status import EXPIRING, FAILED, OVERDUE
from editorial.scheduling import runner
from editorial.scheduling.bundles.access import may_act
from editorial.scheduling.bundles.planning import unschedule
from editorial.scheduling.calendar.ends import ends
from editorial.scheduling.calendar.entries import articles, entries
from editorial.scheduling.models import BundleMember
from tests.editorial.scheduling.bundles.launches import changed_condition, changed_home, new_post, scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def seen(user, start=EIGHT, end=EIGHT + DAY, pages=None):
    """Name and moment of each end somebody sees."""
    return [(one.title, one.moment) for one in ends(user, start, end, pages)]


@pytest.fixture
def running(site_tree, clock):
    """A new post that is live with its bundle, which ends at ten."""
    bundle = scheduled(new_post(), ends_at=TEN)
    clock(NINE)
    runner.run()
    bundle.refresh_from_db()
    return bundle


class EndsTests:
    def test_it_stands_at_its_moment_before_it_is_live_and_while_it_is(self, site_tree, clock, editor):
        scheduled(new_post(), ends_at=TEN)
        assert seen(editor) == [("Spring launch", TEN)]
        clock(NINE)
        runner.run()
        assert seen(editor) == [("Spring launch", TEN)]
        assert seen(editor, EIGHT, TEN) == []
        (end,) = ends(editor, TEN, TEN + DAY)
        assert (end.status, end.time, end.kind, end.words) == (EXPIRING, "10:00", "Bundle, 1 page", {"Expiring"})

    def test_what_is_over_not_scheduled_or_never_ends_is_left_out(self, running, clock, editor):
        scheduled(new_post(title="Other"), moment=NINE + DAY, name="No end")
        unschedule(scheduled(new_post(title="Third"), moment=NINE + DAY, ends_at=TEN + DAY, name="Off"), editor)
        assert [name for name, _ in seen(editor, EIGHT, EIGHT + 3 * DAY)] == ["Spring launch"]
        clock(TEN)
        runner.run()
        assert seen(editor) == []

    def test_who_may_not_edit_all_of_it_is_told_nothing(self, running, site_tree, editor, commerce, writer):
        for user in (commerce, writer, UserFactory()):
            assert seen(user) == []
        assert seen(editor) == [("Spring launch", TEN)]

    def test_who_may_publish_all_of_it_may_move_it(self, running, site_tree, editor, administrator):
        mixed = scheduled(changed_condition(), moment=NINE + DAY, ends_at=TEN + DAY, name="Mixed")
        for user in (editor, administrator):
            movable = {one.title: one.is_movable for one in ends(user, EIGHT, EIGHT + 3 * DAY)}
            assert movable == {"Spring launch": may_act(user, running), "Mixed": may_act(user, mixed)}
        assert may_act(editor, running) and not may_act(editor, mixed)

    def test_pages_that_are_chosen_choose_their_bundles(self, running, editor):
        assert seen(editor, pages=Page.objects.type(BlogPostPage)) == [("Spring launch", TEN)]
        assert seen(editor, pages=Page.objects.type(ConditionPage)) == []

    def test_what_should_have_ended_says_so(self, running, clock, editor):
        BundleMember.objects.update(before={"rows": {}})
        clock(TEN + timedelta(minutes=2))
        assert [one.flag for one in ends(editor, EIGHT, EIGHT + DAY)] == [OVERDUE]
        assert runner.run() == {"failed": 1}
        (end,) = ends(editor, EIGHT, EIGHT + DAY)
        assert (end.flag, end.words) == (FAILED, {"Expiring", "Failed"})

    def test_it_knows_when_it_was_last_changed(self, running, editor):
        (end,) = ends(editor, EIGHT, EIGHT + DAY)
        assert end.changed_at == NINE

    def test_one_query_for_many(self, site_tree, clock, editor, django_assert_num_queries):
        for number in range(3):
            scheduled(new_post(title=f"Balm {number}"), ends_at=TEN, name=f"Launch {number}")
        seen(editor)
        with django_assert_num_queries(1):
            assert len(seen(editor)) == 3


class EntriesTests:
    def test_it_stands_among_the_pages_by_the_hour(self, running, site_tree, editor):
        scheduled(new_post(title="Later"), moment=TEN + timedelta(minutes=5), name="Later launch")
        found = entries(editor, articles(), NINE, EIGHT + DAY)
        assert [one.title for one in found] == ["New balm", "Spring launch", "Later"]
        assert [one.title for one in entries(editor, articles(), NINE, EIGHT + DAY, "Expiring")] == ["Spring launch"]

    def test_a_bundle_of_no_article_is_there_unless_articles_are_chosen(self, site_tree, clock, administrator):
        scheduled(changed_home(), ends_at=TEN)
        for is_narrowed, names in ((False, ["Spring launch"]), (True, [])):
            found = entries(administrator, articles(), TEN, EIGHT + DAY, is_narrowed=is_narrowed)
            assert [one.title for one in found] == names
