"""Approved text that readers have not seen, and who may publish it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.approval import approved_for, is_approved, steps_of
from core.status import READY, RETIRED, status_of
from tests.editorial.scheduling.mornings import EIGHT, NINE
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


def approve(page, *people):
    """Have the latest text approved by these people, one step each; the page, read again."""
    page = type(page).objects.get(pk=page.pk)
    page.get_workflow().start(page, page.owner)
    for person in people:
        page.current_workflow_task_state.approve(user=person)
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def condition(site_tree, clock, writer, editor, reviewer):
    """A condition of Wanda's whose text was approved by both."""
    return approve(draft(ConditionPage, owner=writer), editor, reviewer)


class IsApprovedTests:
    def test_text_is_approved_once_everybody_has_approved_it(self, site_tree, writer, editor, reviewer):
        page = draft(ConditionPage, owner=writer)
        assert not is_approved(page)
        assert not is_approved(ConditionPage())
        page.get_workflow().start(page, writer)
        page.current_workflow_task_state.approve(user=editor)
        assert not is_approved(page)
        ConditionPage.objects.get(pk=page.pk).current_workflow_task_state.approve(user=reviewer)
        assert is_approved(page)

    def test_what_was_changed_since_is_not(self, condition):
        condition.definition = "Firm plugs."
        condition.save_revision()
        assert not is_approved(condition)

    def test_what_readers_have_seen_is_not_even_once_it_is_offline_again(self, condition, clock):
        clock(NINE)
        condition.get_latest_revision().publish()
        assert not is_approved(condition)
        ConditionPage.objects.get(pk=condition.pk).unpublish()
        assert not is_approved(condition)
        assert status_of(ConditionPage.objects.get(pk=condition.pk)) is RETIRED

    def test_a_new_approval_of_a_page_that_went_offline_counts(self, condition, clock, editor, reviewer):
        condition.get_latest_revision().publish()
        ConditionPage.objects.get(pk=condition.pk).unpublish()
        clock(NINE)
        page = approve(condition, editor, reviewer)
        assert is_approved(page)
        assert status_of(page) is READY

    def test_approved_changes_of_a_live_page_are(self, site_tree, clock, writer, editor, reviewer):
        page = published(ConditionPage, owner=writer)
        page.definition = "Firm plugs."
        page.save_revision()
        assert is_approved(approve(page, editor, reviewer))


class MayPublishApprovedTests:
    def may(self, page, user):
        """Whether a user may publish a page as it stands."""
        return type(page).objects.get(pk=page.pk).permissions_for_user(user).can_publish()

    def test_those_who_are_asked_for_approval_may_and_the_author_may_not(
        self, condition, writer, editor, reviewer, commerce, administrator
    ):
        assert [self.may(condition, one) for one in (editor, reviewer, administrator)] == [True] * 3
        assert not self.may(condition, writer)
        assert not self.may(condition, commerce)

    def test_nobody_new_may_before_the_approval_nor_after_a_change(self, condition, editor, reviewer, writer):
        assert not self.may(draft(ConditionPage, owner=writer), editor)
        condition.definition = "Firm plugs."
        condition.save_revision(user=editor)
        assert not self.may(condition, editor)
        assert not self.may(condition, reviewer)

    def test_a_login_that_is_off_may_nothing(self, condition, editor):
        editor.is_active = False
        assert not self.may(condition, editor)

    def test_an_approval_hides_no_page_from_readers(self, condition, editor, administrator):
        assert not condition.permissions_for_user(editor).can_set_view_restrictions()
        assert condition.permissions_for_user(administrator).can_set_view_restrictions()


class ApprovedForTests:
    def test_each_finds_what_they_may_publish(self, condition, writer, editor, reviewer, commerce, administrator):
        post = approve(draft(BlogPostPage, owner=writer), editor)
        found = {one.username: set(approved_for(one)) for one in (editor, administrator, reviewer, writer, commerce)}
        assert {page.pk for page in found["edith"]} == {condition.pk, post.pk}
        assert {page.pk for page in found["ada"]} == {condition.pk, post.pk}
        assert {page.pk for page in found["rhea"]} == {condition.pk}
        assert found["wanda"] == found["carl"] == set()

    def test_it_asks_as_much_for_many_as_for_one(self, condition, writer, editor, reviewer):
        def queries():
            with CaptureQueriesContext(connection) as captured:
                list(approved_for(editor))
            return len(captured)

        queries()
        few = queries()
        approve(draft(ConditionPage, owner=writer), editor, reviewer)
        approve(draft(BlogPostPage, owner=writer), editor)
        assert queries() == few


class StepsOfTests:
    def test_a_role_is_asked_for_its_own(self, site_tree, editor, reviewer, writer):
        assert [step.name for step in steps_of(editor)] == ["Editor approval"]
        assert [step.name for step in steps_of(reviewer)] == ["Medical reviewer approval"]
        assert steps_of(writer) == []


def test_a_moment_later_is_later(site_tree, clock, writer, editor):
    """A page that went live after its approval is not approved any more, one approved after it went live is."""
    post = publish(draft(BlogPostPage, owner=writer))
    clock(EIGHT + timedelta(minutes=1))
    post.save_revision()
    assert is_approved(approve(post, editor))
