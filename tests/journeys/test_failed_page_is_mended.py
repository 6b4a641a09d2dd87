"""A page that did not go live is found, and mended where the reason is: elsewhere, or in its own form."""

from datetime import timedelta

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.moving import move
from tests.editorial.scheduling.mornings import break_revision
from tests.journeys.accessibility import faults, fits
from tests.publication import draft

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
NOTE = "[id^=panel-child-content-schedule][id$=-section]"


def failed_post(editor) -> BlogPostPage:
    """A post of Edith's that was due a minute ago, and whose address another draft has taken."""
    draft(BlogPostPage, title="An older idea", slug="calm-skin", owner=editor)
    post = draft(BlogPostPage, title="Calm skin", slug="calmer-skin", owner=editor)
    post.go_live_at = now() + timedelta(hours=1)
    post.save_revision().publish()
    break_revision(post, slug="calm-skin")
    move(post.revisions.get(approved_go_live_at__isnull=False), now() - timedelta(minutes=1))
    assert runner.run() == {"failed": 1}
    return post


@pytest.mark.django_db(transaction=True)
class FailedPageIsMendedTests:
    @pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
    def test_an_address_that_was_taken_is_freed_and_the_page_goes_live(
        self, desk_of, reader_with, site_tree, editor, screen
    ):
        failed_post(editor)
        desk = desk_of(editor, **screen)
        page = desk.page
        page.goto(f"{desk.address}/admin/posts/")
        page.get_by_role("button", name="Show filters").click()
        page.get_by_role("button", name="Flag").click()
        page.get_by_label("Failed").check()
        found = page.locator("#listing-results tbody tr")
        expect(found).to_have_count(1)
        expect(found).to_contain_text("Calm skin")
        expect(found).to_contain_text("Failed")

        page.goto(f"{desk.address}/admin/")
        expect(page.locator("#schedule-section")).to_contain_text("The slug 'calm-skin' is already in use")
        form = desk.open("Your drafts", "An older idea")
        page.get_by_role("tab", name="Promote").click()
        form.write(slug="an-older-idea")
        page.locator("#id_slug").press("Enter")
        desk.says("has been updated")

        page.goto(f"{desk.address}/admin/")
        page.get_by_role("button", name="Try now").click()
        desk.says("“Calm skin” is live now.")
        expect(reader_with().opens("/blog/calm-skin/").get_by_role("heading", level=1)).to_have_text("Calm skin")

    @pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
    def test_the_form_of_the_page_says_why_and_one_press_lets_what_was_mended_go_live(
        self, desk_of, reader_with, site_tree, editor, screen
    ):
        post = failed_post(editor)
        desk = desk_of(editor, **screen)
        form = desk.open("Due today", "Calm skin")
        note = form.page.locator(NOTE)
        expect(note).to_contain_text("and did not: Slug: The slug 'calm-skin' is already in use")
        expect(note).to_contain_text("Tried 1 time, next at")
        expect(note).to_contain_text("press “Publish”: what stands in this form goes live at once")
        expect(note.get_by_role("button", name="Try now")).to_be_visible()
        expect(form.page.get_by_text("Open the form anew")).to_have_count(0)
        assert faults(form.page, NOTE) == []
        assert fits(form.page)

        form.page.get_by_role("tab", name="Promote").click()
        form.write(slug="calm-skin-at-last")
        form.press("Publish")
        desk.says("Calm skin")
        expect(reader_with().opens("/blog/calm-skin-at-last/").get_by_role("heading", level=1)).to_have_text(
            "Calm skin"
        )
        assert runner.run() == {}
        assert not post.revisions.filter(approved_go_live_at__isnull=False).exists()
        form.page.goto(f"{desk.address}/admin/")
        expect(form.page.locator("#schedule-section")).to_contain_text("Nothing more is due today.")
