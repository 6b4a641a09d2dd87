"""Monday's meeting: the week ahead is planned on one screen."""

from datetime import datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localtime, make_aware, now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from core.site_time import in_words
from editorial.scheduling.models import PlannedPage, Slot
from tests.editorial.scheduling.bundles.launches import new_post
from tests.editorial.scheduling.bundles.launches import scheduled as launched
from tests.journeys.accessibility import faults
from tests.publication import draft

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
#: Next week's Monday, which is to come on whatever day this runs.
TODAY = localtime(now()).date()
MONDAY = TODAY + timedelta(days=7 - TODAY.weekday())


def nine_on(number):
    """The slot of a day of next week, Monday being 0."""
    return make_aware(datetime.combine(MONDAY + timedelta(days=number), time(9)))


def scheduled(title, number):
    """A post that goes live on a day of next week."""
    page = draft(BlogPostPage, title=title, go_live_at=nine_on(number))
    page.save_revision().publish()
    return page


def moment_of(page):
    """When a page is planned for, asked of the database."""
    return PlannedPage.objects.filter(page=page).values_list("moment", flat=True).first()


@pytest.mark.django_db(transaction=True)
class PlanningMeetingTests:
    def week(self, desk):
        """Open next week with a click on the menu and two more."""
        desk.page.get_by_role("link", name="Calendar", exact=True).first.click()
        desk.page.get_by_role("link", name="Week", exact=True).click()
        desk.page.get_by_role("link", name="Later").click()
        return desk.page

    def day(self, page, number):
        """A day of next week on the screen."""
        return page.locator(f".calendar-day[data-day='{MONDAY + timedelta(days=number)}']")

    def test_the_tray_is_emptied_by_mouse_and_taken_back(self, desk_of, site_tree, editor):
        post = draft(BlogPostPage, title="Calm skin")
        desk = desk_of(editor, **LAPTOP)
        page = self.week(desk)
        page.locator("#tray li", has_text="Calm skin").drag_to(self.day(page, 2))
        desk.says(f"“Calm skin” is planned for {in_words(nine_on(2))} (London).")
        expect(self.day(page, 2)).to_contain_text("09:00 Draft, not scheduled")
        assert moment_of(post) == nine_on(2)
        page.get_by_role("button", name="Undo moving “Calm skin”").click()
        desk.says("“Calm skin” is planned as before.")
        expect(page.locator("#tray")).to_contain_text("Calm skin")
        assert moment_of(post) is None

    def test_the_same_by_keyboard_alone(self, desk_of, site_tree, editor):
        post = scheduled("Calm skin", 1)
        desk = desk_of(editor, **LAPTOP)
        page = self.week(desk)
        page.get_by_role("link", name="Plan “Calm skin”").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowRight")
        expect(page.get_by_role("status").filter(has_text="Enter drops it there")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.get_by_role("status").filter(has_text="stays where it was")).to_have_count(1)
        assert moment_of(post) == nine_on(1)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        desk.says(f"“Calm skin” goes live {in_words(nine_on(2))} (London).")
        assert moment_of(post) == nine_on(2)
        # Who moved it stands on it again, and goes on from there.
        expect(page.get_by_role("link", name="Plan “Calm skin”")).to_be_focused()
        page.get_by_role("button", name="Undo moving “Calm skin”").press("Enter")
        desk.says("“Calm skin” is planned as before.")
        assert moment_of(post) == nine_on(1)

    def test_free_slots_take_what_is_dropped_on_them_and_start_what_is_not_there(self, desk_of, site_tree, editor):
        for at in (time(9), time(14)):
            Slot.objects.create(weekday=2, time=at)
        post, afternoon = draft(BlogPostPage, title="Calm skin"), nine_on(2) + timedelta(hours=5)
        desk = desk_of(editor, **LAPTOP)
        page = self.week(desk)
        page.locator("#tray li", has_text="Calm skin").drag_to(self.day(page, 2).locator("[data-slot]").last)
        desk.says(f"“Calm skin” is planned for {in_words(afternoon)} (London).")
        assert moment_of(post) == afternoon
        expect(self.day(page, 2).locator("[data-slot]")).to_have_count(1)
        assert faults(page) == []

        # By keyboard from the afternoon to the morning's slot of the same day.
        page.get_by_role("link", name="Plan “Calm skin”").focus()
        page.keyboard.press("ArrowDown")
        expect(page.get_by_role("status").filter(has_text=f"{in_words(nine_on(2))}, free. Enter")).to_have_count(1)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        desk.says(f"“Calm skin” is planned for {in_words(nine_on(2))} (London).")
        assert moment_of(post) == nine_on(2)

        # In the form of the same card, and as the beginning of another page.
        page.get_by_role("link", name="Plan “Calm skin”").click()
        page.get_by_label("Or in a free slot").select_option(label=f"{in_words(afternoon)} (London)")
        page.get_by_role("button", name="Keep the plan").click()
        assert moment_of(post) == afternoon
        page.get_by_role("link", name=f"plan a page for {in_words(nine_on(2))}").click()
        expect(page.get_by_label("Goes live")).to_have_value(f"{nine_on(2):%Y-%m-%d} 09:00")

    def test_the_end_of_a_bundle_is_moved_by_mouse_and_by_keyboard(self, desk_of, site_tree, editor):
        bundle = launched(new_post(), moment=nine_on(0), ends_at=nine_on(1))
        desk = desk_of(editor, **LAPTOP)
        page = self.week(desk)
        self.day(page, 1).locator("[data-bundle]").drag_to(self.day(page, 4))
        desk.says(f"“Spring launch” ends {in_words(nine_on(4))} (London).")
        page.get_by_role("link", name="Plan the end of “Spring launch”").focus()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("Enter")
        desk.says(f"“Spring launch” ends {in_words(nine_on(3))} (London).")
        expect(page.get_by_role("link", name="Plan the end of “Spring launch”")).to_be_focused()
        page.get_by_role("button", name="Undo moving the end of “Spring launch”").press("Enter")
        desk.says("“Spring launch” ends as before.")
        bundle.refresh_from_db()
        assert bundle.ends_at == nine_on(4)

    def test_everything_makes_room_for_news(self, desk_of, site_tree, editor):
        posts = [scheduled(title, number) for number, title in enumerate(["Calm skin", "Sore skin", "Dry skin"])]
        desk = desk_of(editor, **LAPTOP)
        page = self.week(desk)
        page.get_by_role("link", name="Plan “Sore skin”").click()
        page.get_by_role("link", name="Shift this and everything later by one slot").click()
        page.get_by_role("button", name="Shift 2 pages").click()
        desk.says("2 pages are planned one slot later.")
        assert [moment_of(post) for post in posts] == [nine_on(0), nine_on(2), nine_on(3)]
        page.get_by_role("button", name="Undo moving 2 pages").click()
        desk.says("2 pages are planned as before.")
        assert [moment_of(post) for post in posts] == [nine_on(0), nine_on(1), nine_on(2)]

    @pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
    def test_an_idea_is_planned_for_a_day_and_found_by_its_writer(self, desk_of, site_tree, editor, writer, screen):
        desk = desk_of(editor, **screen)
        page = desk.page
        page.goto(f"{desk.address}{reverse('calendar')}?view=agenda")
        assert faults(page) == []
        page.get_by_role("link", name="Add an idea").click()
        expect(page.get_by_label("Title")).to_be_visible()
        assert faults(page) == []
        page.get_by_label("Title").fill("Sun and sore skin")
        page.get_by_label("Goes live").fill(f"{nine_on(3):%Y-%m-%d} 09:00")
        page.get_by_label("Who writes it").select_option(label=writer.get_full_name())
        page.get_by_label("Brief").fill("For the first warm days.")
        page.get_by_role("button", name="Plan it", exact=True).click()
        desk.says("“Sun and sore skin” is planned for")
        expect(page.locator(".calendar-card", has_text="Sun and sore skin")).to_contain_text("Idea, not scheduled")
        assert faults(page) == []

        form = desk_of(writer, **screen).open("Yours to write", "Sun and sore skin")
        expect(form.page.get_by_text("For the first warm days.")).to_be_visible()

    @pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
    @pytest.mark.parametrize("view", ["month", "week", "agenda"])
    def test_each_view_is_fit_for_everybody(self, desk_of, site_tree, editor, screen, view):
        scheduled("Sore skin", 1)
        draft(BlogPostPage, title="Calm skin")
        desk = desk_of(editor, **screen)
        page = desk.page
        page.goto(f"{desk.address}{reverse('calendar')}?view={view}&on={MONDAY}")
        assert faults(page) == []
        # Twice the size of text breaks nothing out of the screen.
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
