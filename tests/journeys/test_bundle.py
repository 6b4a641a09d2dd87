"""A three-page launch as a bundle, with a late addition that is refused."""

from datetime import timedelta

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from editorial.scheduling import runner
from editorial.scheduling.models import Bundle
from editorial.scheduling.moving import move
from tests.editorial.scheduling.bundles.launches import changed_condition, changed_home, new_post, planned_revision
from tests.journeys.accessibility import faults

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


class Screen:
    """The screen of one bundle."""

    def __init__(self, page):
        self.page = page

    def add(self, title):
        """Choose a page in the chooser, and add it."""
        self.page.get_by_role("button", name="Choose a page").click()
        dialog = self.page.locator(".modal-dialog")
        dialog.get_by_label("Search term").fill(title)
        dialog.get_by_role("link", name=title, exact=True).first.click()
        expect(dialog).to_be_hidden()
        self.page.get_by_role("button", name="Add this page").click()

    def holds(self, title):
        """See a page among the members."""
        expect(self.page.locator(".bundle__members")).to_contain_text(title)


@pytest.mark.django_db(transaction=True)
class BundleTests:
    @pytest.mark.parametrize("window", [LAPTOP, PHONE], ids=["laptop", "phone"])
    def test_three_pages_are_launched_and_a_fourth_is_refused(
        self, desk_of, reader_with, site_tree, administrator, window
    ):
        post = new_post()
        condition, home = changed_condition(post), changed_home(post)
        new_post(title="Half written", contributions=[])
        desk = desk_of(administrator, **window)
        page, screen = desk.page, Screen(desk.page)

        page.goto(f"{desk.address}/admin/calendar/")
        page.get_by_role("link", name="Bundles", exact=True).click()
        page.get_by_role("link", name="New bundle").click()
        page.get_by_label("Name").fill("Spring launch")
        page.get_by_role("button", name="Start the bundle").click()
        for title in ("New balm", "Milia", "Home"):
            screen.add(title)
            screen.holds(title)
        assert faults(page) == []

        page.get_by_role("button", name="(London)").first.click()
        desk.says("“Spring launch” goes live")
        screen.add("Half written")
        desk.says("It was not added. “Half written”: Name at least one author")
        expect(page.locator(".bundle__members")).not_to_contain_text("Half written")
        assert faults(page) == []

        page.get_by_role("link", name="Preview the site with it").click()
        expect(page.get_by_role("complementary", name="Preview")).to_contain_text("As it will be on")
        expect(page.get_by_role("heading", name="New promise")).to_be_visible()
        page.get_by_role("link", name="New balm").first.click()
        expect(page.get_by_role("heading", name="New balm")).to_be_visible()
        page.get_by_role("link", name="Back to the bundle").click()
        expect(page.get_by_role("heading", name="Pages")).to_be_visible()

        reader = reader_with(**window).page
        assert reader.goto(f"{desk.address}{post.get_url()}").status == 404

        move(planned_revision(home), now() - timedelta(seconds=1))
        assert runner.run() == {"done": 1}
        assert reader.goto(f"{desk.address}{post.get_url()}").status == 200
        reader.goto(f"{desk.address}/")
        expect(reader.get_by_role("heading", name="New promise")).to_be_visible()
        reader.goto(f"{desk.address}{condition.get_url()}")
        expect(reader.get_by_role("link", name="what is new")).to_be_visible()
        page.reload()
        expect(page.locator(".bundle__state")).to_contain_text("Live since")
        assert Bundle.objects.get().live_at
