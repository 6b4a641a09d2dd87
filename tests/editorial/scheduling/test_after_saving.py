"""What somebody is told once a page is saved."""

import pytest

from articles.models import RelatedPage
from blog.models import BlogPostPage
from editorial.scheduling.after_saving import confirm_schedule, is_plain_save
from tests.edit_form import PUBLISH, SUBMIT, create_url, edit_url, opened, said
from tests.editorial.scheduling.mornings import NINE, TEN, expiring, hold_all, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
LOOSE = "Planned for Mon 2 Mar 09:00 (London), not scheduled yet."


def save(client, url, **changes):
    """Save a form, and see where it leads."""
    return client.post(url, opened(client, url) | changes, follow=True)


class WarnOfLoosePlanTests:
    def test_a_draft_saved_with_a_date_says_that_it_is_not_scheduled(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage)
        words = said(save(editor_client, edit_url(page), go_live_at="2026-03-02 09:00"))
        assert LOOSE in words
        assert "press “Schedule for Mon 2 Mar 09:00 (London)”" in words

    def test_so_does_a_new_page(self, site_tree, clock, editor_client):
        url = create_url(BlogPostPage, site_tree.blog)
        assert LOOSE in said(save(editor_client, url, title="Calm", slug="calm", go_live_at="2026-03-02 09:00"))

    def test_a_date_without_consequence_is_no_word_worth(self, site_tree, clock, editor_client):
        assert "not scheduled yet" not in said(save(editor_client, edit_url(draft(BlogPostPage))))

    def test_another_date_for_a_scheduled_page_leaves_its_time_and_says_so(self, site_tree, clock, editor_client):
        page = planned(TEN)
        words = said(save(editor_client, edit_url(page), go_live_at="2026-03-02 09:00"))
        assert f"{LOOSE} The scheduled version keeps Mon 2 Mar 10:00 (London)." in words
        assert page.revisions.get(approved_go_live_at=TEN)

    def test_a_time_that_has_passed_is_said(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage)
        clock(TEN)
        words = said(save(editor_client, edit_url(page), go_live_at="2026-03-02 09:00"))
        assert "Its time has passed: Mon 2 Mar 09:00 (London). Nothing goes live by it: choose another." in words

    def test_an_end_of_a_live_page_that_is_saved_is_not_scheduled(self, site_tree, clock, editor_client):
        page = published(BlogPostPage)
        words = said(save(editor_client, edit_url(page), expire_at="2026-03-02 09:00"))
        assert "The draft names an end, Mon 2 Mar 09:00 (London), which is not scheduled yet." in words
        assert "As things stand it stays online." in words

    def test_an_end_that_is_taken_away_still_counts(self, site_tree, clock, editor_client):
        page = expiring(published(BlogPostPage), TEN)
        words = said(save(editor_client, edit_url(page), expire_at=""))
        assert "The draft names no end any more, which does not count yet." in words
        assert "As things stand it goes offline Mon 2 Mar 10:00 (London)." in words

    def test_an_end_that_is_published_needs_no_warning(self, site_tree, clock, editor_client):
        page = published(BlogPostPage)
        words = said(save(editor_client, edit_url(page), expire_at="2026-03-02 09:00", **PUBLISH))
        assert "not scheduled yet" not in words

    def test_saving_a_scheduled_page_is_no_loose_plan(self, site_tree, clock, editor_client):
        assert "not scheduled" not in said(save(editor_client, edit_url(planned(NINE)), standfirst="Shorter."))


class ConfirmScheduleTests:
    def test_publishing_at_once_is_told_as_ever(self, rf, site_tree, clock):
        assert confirm_schedule(rf.get("/"), published(BlogPostPage)) is None

    def test_a_change_of_a_live_page_is_told_by_its_new_title(self, site_tree, clock, editor_client):
        page = published(BlogPostPage, title="Calm skin")
        changes = {"title": "Calmer skin", "go_live_at": "2026-03-02 09:00"} | PUBLISH
        words = said(save(editor_client, edit_url(page), **changes))
        assert "“Calmer skin” goes live Mon 2 Mar 09:00 (London)." in words

    def test_it_leads_where_publishing_leads(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage)
        form = opened(editor_client, edit_url(page)) | {"go_live_at": "2026-03-02 09:00"} | PUBLISH
        assert editor_client.post(edit_url(page), form)["Location"] == f"/admin/pages/{site_tree.blog.pk}/"
        form = opened(editor_client, edit_url(page)) | PUBLISH | {"next": "/admin/reports/"}
        assert editor_client.post(edit_url(page), form)["Location"] == "/admin/reports/"

    def test_during_a_hold_it_says_that_it_is_kept_back(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, title="Calm skin")
        hold_all(TEN)
        words = said(save(editor_client, edit_url(page), go_live_at="2026-03-02 09:00", **PUBLISH))
        assert (
            "“Calm skin” is scheduled for Mon 2 Mar 09:00 (London). "
            "Everything is held until Mon 2 Mar 10:00 (London), so it is kept back until somebody resumes." in words
        )
        assert "goes live Mon 2 Mar 09:00" not in words

    def test_whoever_submits_it_is_told_the_same(self, site_tree, clock, writer, writer_client):
        page = draft(BlogPostPage, owner=writer)
        hold_all(TEN)
        words = said(save(writer_client, edit_url(page), go_live_at="2026-03-02 09:00", **SUBMIT))
        assert "Approved by then, it is scheduled for Mon 2 Mar 09:00 (London). Everything is held until" in words

    def test_warnings_are_said_at_once_and_do_not_keep_it_from_being_planned(self, site_tree, clock, editor_client):
        other = draft(BlogPostPage, title="Sore skin")
        page = draft(BlogPostPage, related_pages=[RelatedPage(target=other)])
        form = opened(editor_client, edit_url(page)) | {"go_live_at": "2026-03-02 09:00"} | PUBLISH
        words = said(editor_client.post(edit_url(page), form, follow=True))
        assert "Before it goes live: It links to “Sore skin”, which is a draft." in words
        assert page.scheduled_revision.approved_go_live_at == NINE


class IsPlainSaveTests:
    def test_a_button_or_the_form_saving_itself_is_something_else(self, rf):
        assert is_plain_save(rf.post("/", {"title": "Calm"}))
        assert not is_plain_save(rf.post("/", PUBLISH))
        assert not is_plain_save(rf.post("/", {"title": "Calm"}, headers={"accept": "application/json"}))
