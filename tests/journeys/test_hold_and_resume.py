"""An editor stops everything that is planned, and lets it go on page by page."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from editorial.scheduling import runner
from editorial.scheduling.moving import move
from tests.journeys.accessibility import faults
from tests.publication import draft

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def missed(title):
    """A post whose moment passed a minute ago."""
    post = draft(BlogPostPage, title=title)
    post.go_live_at = now() + timedelta(hours=1)
    post.save_revision().publish()
    move(post.revisions.get(approved_go_live_at__isnull=False), now() - timedelta(minutes=1))
    return post


@pytest.mark.django_db(transaction=True)
class HoldAndResumeTests:
    @pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
    def test_everything_waits_and_each_page_goes_on_as_was_said(
        self, desk_of, reader_with, site_tree, writer, editor, screen
    ):
        desk = desk_of(editor, **screen)
        page = desk.page
        page.get_by_role("link", name="Hold all").click()
        page.get_by_label("Reason").fill("A dose is wrong")
        assert faults(page) == []
        page.get_by_role("button", name="Hold everything").click()
        desk.says("Everything is held")
        first, second, third = (missed(title) for title in ("Calm skin", "Sore skin", "Dry skin"))
        assert runner.run() == {}

        colleague = desk_of(writer, **screen).page
        banner = colleague.get_by_role("region", name="Hold")
        expect(banner).to_contain_text("A dose is wrong – Edith Brand")
        expect(banner.get_by_role("link")).to_have_count(0)

        page.goto(f"{desk.address}/admin/pages/")
        page.get_by_role("region", name="Hold").get_by_role("link", name="Resume").click()
        page.get_by_role("group", name="Calm skin").get_by_label("Go live now").check()
        other = page.get_by_role("group", name="Dry skin")
        expect(other.get_by_label("When “Dry skin” goes live")).to_be_hidden()
        other.get_by_label("At another time").check()
        moment = (now() + timedelta(days=40)).replace(second=0, microsecond=0)
        other.get_by_label("When “Dry skin” goes live").fill(f"{localtime(moment):%Y-%m-%d %H:%M}")
        page.keyboard.press("Tab")
        expect(page.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.get_by_role("button", name="Resume", exact=True).click()
        desk.says("“Calm skin” is live now.")
        desk.says("“Sore skin” goes live")
        expect(page.get_by_role("region", name="Hold")).to_have_count(0)

        assert second.revisions.filter(approved_go_live_at__gt=now()).exists()
        assert third.revisions.get(approved_go_live_at__isnull=False).approved_go_live_at == moment
        reader = reader_with()
        expect(reader.opens(first.get_url()).get_by_role("heading", level=1)).to_have_text("Calm skin")

    def test_it_is_done_without_a_mouse(self, desk_of, site_tree, editor):
        missed("Calm skin")
        page = desk_of(editor, **LAPTOP).page
        page.get_by_role("link", name="Hold all").press("Enter")
        page.get_by_label("Reason").fill("A dose is wrong")
        page.keyboard.press("Enter")
        page.get_by_role("region", name="Hold").get_by_role("link", name="Resume").press("Enter")
        page.get_by_label("Next free slot").focus()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_label("Go live now")).to_be_checked()
        page.get_by_role("button", name="Resume", exact=True).press("Enter")
        expect(page.locator(".messages")).to_contain_text("“Calm skin” is live now.")
