"""The button of an approval says what becomes of the page."""

from datetime import timedelta

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.review.approve_button import ApproveWords
from tests.edit_form import SUBMIT, edit_url, parsed
from tests.editorial.scheduling.mornings import NINE
from tests.publication import draft

pytestmark = pytest.mark.django_db
GOES_LIVE = "Approve: goes live Mon 2 Mar 09:00 (London)"
READY = "Approve: ready to publish"


@pytest.fixture
def buttons():
    """What the buttons that approve say in somebody's form, the big one first."""

    def words(client, page):
        found = parsed(client.get(edit_url(page))).select("footer [data-workflow-action-name=approve]")
        return [" ".join(one.get_text(" ").split()) for one in found]

    return words


@pytest.fixture
def submitted(site_tree, clock, writer, writer_client, act):
    """Submit a page of Wanda's of some type, with what is typed."""

    def make(page_type, **typed):
        page = draft(page_type, owner=writer)
        act(writer_client, page, SUBMIT, **typed)
        return page

    return make


class SayWhatFollowsTests:
    def test_the_last_approval_says_when_the_page_goes_live(self, submitted, editor_client, buttons):
        page = submitted(BlogPostPage, go_live_at="2026-03-02 09:00")
        assert buttons(editor_client, page) == [GOES_LIVE, GOES_LIVE.replace("Approve", "Approve with comment")]

    def test_without_a_time_it_says_that_the_page_is_ready(self, submitted, editor_client, buttons):
        assert buttons(editor_client, submitted(BlogPostPage))[0] == READY

    def test_a_time_that_has_passed_is_none(self, submitted, editor_client, buttons, clock):
        page = submitted(BlogPostPage, go_live_at="2026-03-02 09:00")
        clock(NINE + timedelta(minutes=1))
        assert buttons(editor_client, page)[0] == READY

    def test_an_approval_that_is_not_the_last_is_an_approval(
        self, submitted, editor_client, reviewer_client, buttons, approve
    ):
        page = submitted(ConditionPage, go_live_at="2026-03-02 09:00")
        assert buttons(editor_client, page) == ["Approve", "Approve with comment"]
        approve(editor_client, page)
        assert buttons(reviewer_client, page)[0] == GOES_LIVE

    def test_a_text_the_last_reviewer_changed_is_approved_once_more_by_the_others(
        self, submitted, editor_client, reviewer_client, buttons, approve, act
    ):
        page = submitted(ConditionPage)
        approve(editor_client, page)
        act(reviewer_client, page, {}, definition="Firm plugs.")
        assert buttons(reviewer_client, page)[0] == "Approve"

    def test_its_script_is_told_what_it_needs(self, submitted, editor_client, reviewer_client, approve):
        post, condition = submitted(BlogPostPage), submitted(ConditionPage)
        approve(editor_client, condition)
        alone = parsed(editor_client.get(edit_url(post))).select_one("[data-approve-button]")
        shared = parsed(reviewer_client.get(edit_url(condition))).select_one("[data-approve-button]")
        assert (alone["data-verb"], alone["data-zone"], alone["data-zone-name"]) == (
            "Approve",
            "Europe/London",
            "London",
        )
        assert not alone.has_attr("data-is-shared")
        assert shared.has_attr("data-is-shared")


class ApproveWordsTests:
    def test_only_the_last_says_what_follows(self, clock):
        assert ApproveWords("Approve").now == "Approve"
        assert ApproveWords("Approve", is_last=True).now == READY
        assert ApproveWords("Approve", is_last=True, planned=NINE).now == GOES_LIVE
