"""Dates are no text."""

import json

import pytest
from wagtail.models import TaskState

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.approval import is_approved
from editorial.review.same_text import in_order, is_page, without_marks, words_of
from ingredients.models import IngredientPage
from tests.edit_form import SUBMIT
from tests.publication import draft

pytestmark = pytest.mark.django_db
TIME = "2999-03-01 09:00"


class CarryOverTests:
    @pytest.mark.parametrize(
        "page_type", [BlogPostPage, ConditionPage, QuestionPage, IngredientPage], ids=lambda one: one.__name__
    )
    def test_a_time_typed_into_an_approved_page_leaves_it_approved(
        self, page_type, writer, writer_client, editor_client, reviewer_client, act, approve, fresh
    ):
        page = draft(page_type, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        if fresh(page).workflow_in_progress:
            approve(reviewer_client, page)
        approved = fresh(page).latest_revision_id
        act(writer_client, page, {}, go_live_at=TIME)
        assert fresh(page).latest_revision_id != approved
        assert is_approved(fresh(page))

    def test_a_word_does_not(self, writer, writer_client, editor_client, act, approve, fresh):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        act(writer_client, page, {}, standfirst="Other words.", go_live_at=TIME)
        assert not is_approved(fresh(page))

    def test_the_approved_words_written_anew_are_approved(
        self, writer, writer_client, editor_client, act, approve, fresh
    ):
        page = draft(BlogPostPage, owner=writer, standfirst="The words.")
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        act(writer_client, page, {}, standfirst="Other words.")
        act(writer_client, page, {}, standfirst="The words.")
        assert is_approved(fresh(page))

    def test_a_time_typed_by_the_last_reviewer_asks_nobody_again(
        self, writer, writer_client, editor_client, reviewer_client, act, approve, fresh, waits_for
    ):
        page = draft(ConditionPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        approve(reviewer_client, page, go_live_at=TIME)
        assert waits_for(page) is None
        assert fresh(page).scheduled_revision == fresh(page).latest_revision

    def test_a_time_typed_by_somebody_else_in_between_leaves_the_review_where_it_was(
        self, writer, writer_client, editor_client, reviewer_client, administrator, act, approve, fresh, waits_for
    ):
        page = draft(ConditionPage, owner=writer)
        act(writer_client, page, SUBMIT)
        approve(editor_client, page)
        newer = fresh(page).get_latest_revision_as_object()
        newer.go_live_at = "2999-03-01T09:00Z"
        revision = newer.save_revision(user=administrator)
        assert waits_for(page) == "Medical reviewer approval"
        assert fresh(page).current_workflow_task_state.revision == revision
        approve(reviewer_client, page)
        assert fresh(page).scheduled_revision == revision

    def test_a_text_that_was_sent_back_is_not_approved_by_a_time(
        self, writer, writer_client, editor_client, act, send_back, fresh
    ):
        page = draft(BlogPostPage, owner=writer)
        act(writer_client, page, SUBMIT)
        send_back(editor_client, page)
        act(writer_client, page, {}, go_live_at=TIME)
        assert not is_approved(fresh(page))
        assert not TaskState.objects.filter(revision=fresh(page).latest_revision).exists()


class WordsOfTests:
    def test_it_leaves_out_dates_and_notes(self, site_tree):
        page = draft(BlogPostPage, standfirst="The words.")
        page.go_live_at = "2999-03-01T09:00Z"
        words = words_of(page.save_revision())
        assert words["standfirst"] == "The words."
        assert "go_live_at" not in words
        assert "latest_revision" not in words


class WithoutMarksTests:
    def test_what_a_form_adds_unasked_is_no_text(self):
        stream = [
            {"type": "text", "value": {"text": '<p data-block-key="x1">Calm</p>', "signs": "Firm\r\nPale", "who": ""}}
        ]
        typed = {"signs": "Firm\r\nPale", "body": json.dumps(stream), "note": "", "pk": 7}
        made = {
            "signs": "Firm\nPale",
            "body": json.dumps(
                [{"type": "text", "value": {"text": "<p>Calm</p>", "signs": "Firm\nPale", "who": None}}]
            ),
            "note": None,
            "pk": 7,
        }
        assert without_marks(typed) == without_marks(made)

    def test_text_that_only_looks_like_a_stream_is_text(self):
        assert without_marks("[{not quite") == "[{not quite"

    def test_a_word_is(self):
        assert without_marks(["<p>Calm</p>", None]) != without_marks(["<p>Calmer</p>", None])

    def test_a_page_made_by_code_stays_approved_when_a_form_gives_it_a_time(
        self, writer, writer_client, editor, reviewer, reviewer_client, approve, fresh, waits_for
    ):
        page = draft(ConditionPage, owner=writer, also_known_as="Milk spots\nPearls")
        page.get_workflow().start(page, writer)
        page.current_workflow_task_state.approve(user=editor)
        approve(reviewer_client, page, go_live_at=TIME)
        assert waits_for(page) is None
        assert fresh(page).scheduled_revision == fresh(page).latest_revision


class InOrderTests:
    def test_rows_without_a_place_have_the_one_they_stand_at(self):
        assert in_order([{"sort_order": None}, {"sort_order": 0}, {"pk": 1}, 7]) == [
            {"sort_order": 0},
            {"sort_order": 0},
            {"pk": 1},
            7,
        ]


class IsPageTests:
    def test_a_version_of_a_page_is_one(self, site_tree):
        assert is_page(draft(BlogPostPage).save_revision())
