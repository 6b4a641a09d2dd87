"""A page that did not go live is found in the listing, mended, and tried again."""

from datetime import timedelta

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.moving import move
from tests.editorial.scheduling.mornings import break_revision
from tests.publication import draft

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.mark.django_db(transaction=True)
class FailedPageIsMendedTests:
    @pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
    def test_an_address_that_was_taken_is_freed_and_the_page_goes_live(
        self, desk_of, reader_with, site_tree, editor, screen
    ):
        draft(BlogPostPage, title="An older idea", slug="calm-skin", owner=editor)
        post = draft(BlogPostPage, title="Calm skin", slug="calmer-skin")
        post.go_live_at = now() + timedelta(hours=1)
        post.save_revision().publish()
        break_revision(post, slug="calm-skin")
        move(post.revisions.get(approved_go_live_at__isnull=False), now() - timedelta(minutes=1))
        assert runner.run() == {"failed": 1}

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
