"""What stands beside and below the box for a date: the browser's own time, and that nothing is scheduled yet."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from core.plan import plan_of
from core.site_time import in_words, with_zone
from tests.journeys.accessibility import faults, fits
from tests.journeys.schedule_form import ScheduleForm, fresh, in_days, scheduled_post, typed
from tests.publication import draft, published

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SECTION = "#panel-child-settings-schedule-section"
TOKYO = ZoneInfo("Asia/Tokyo")
IN_TOKYO = pytest.mark.browser_context_args(timezone_id=TOKYO.key)


def in_tokyo(moment: datetime) -> re.Pattern:
    """A moment as a browser in Tokyo says it; browsers differ in a comma."""
    local = moment.astimezone(TOKYO)
    return re.compile(rf"By your browser’s clock: {local:%a},? {local.day} {local:%b},? {local:%H:%M} \(Tokyo\)")


def hour_told_twice(minute: int = 30) -> tuple[datetime, datetime]:
    """Both moments of 01:30 in the night of next year in which London's clock goes back."""
    day = max(day for day in range(25, 32) if datetime(now().year + 1, 10, day).weekday() == 6)
    first = datetime(now().year + 1, 10, day, 0, minute, tzinfo=ZoneInfo("UTC"))
    return first, first.replace(hour=1)


@pytest.mark.django_db(transaction=True)
class AbroadTests:
    """An editor in Tokyo on a site that keeps London's time."""

    @IN_TOKYO
    @pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
    def test_the_browsers_own_time_stands_beside_the_box_and_the_sites_is_stored(
        self, desk_of, site_tree, editor, screen
    ):
        moment = in_days(9).replace(hour=20, minute=0)
        desk = desk_of(editor, **screen)
        post = draft(BlogPostPage, title="Calm skin", owner=editor)
        form = ScheduleForm(desk, post)
        form.type_time(typed(moment))
        beside = form.box("go_live_at").locator("[data-moment-zone]")
        expect(beside).to_have_text(re.compile(rf"^London time\. {in_tokyo(moment).pattern}$"))
        assert fits(form.page)
        form.press_big_button(f"Schedule for {with_zone(moment)}")
        desk.says(f"“Calm skin” goes live {with_zone(moment)}.")
        assert plan_of(fresh(post)).scheduled == moment
        form.open()
        form.see_settings()
        expect(beside).to_have_text(in_tokyo(moment))
        expect(form.page.locator("#id_go_live_at")).to_have_value(typed(moment))

    @IN_TOKYO
    def test_of_an_hour_told_twice_it_is_that_of_the_reading(self, desk_of, site_tree, editor):
        first, second = hour_told_twice()
        form = ScheduleForm(desk_of(editor), scheduled_post(second, owner=editor))
        form.see_settings()
        beside = form.box("go_live_at").locator("[data-moment-zone]")
        for reading, moment in (("The second", second), ("The first", first)):
            form.page.get_by_label(re.compile(reading)).check()
            expect(beside).to_have_text(in_tokyo(moment))

    def test_at_home_it_is_not_said_twice(self, desk_of, site_tree, editor):
        form = ScheduleForm(desk_of(editor), scheduled_post(in_days(9), owner=editor))
        form.see_settings()
        expect(form.box("go_live_at").get_by_text("London time")).to_be_visible()
        expect(form.box("go_live_at").locator("[data-browser-time]")).to_be_hidden()


@pytest.mark.django_db(transaction=True)
class HourToldTwiceTests:
    def test_the_button_says_which_of_the_two_and_that_the_other_is_another(self, desk_of, site_tree, editor):
        first, second = hour_told_twice()
        post = scheduled_post(second, title="Calm skin", owner=editor)
        desk = desk_of(editor)
        form = ScheduleForm(desk, post)
        form.see_settings()
        expect(form.big_button).to_have_text(f"Update the scheduled version ({in_words(second)}, London)")
        assert in_words(second).endswith("01:30 GMT")
        form.page.get_by_label(re.compile("The first")).check()
        line = form.page.locator("[data-loose-date='#id_go_live_at']")
        expect(line).to_contain_text(f"press “Reschedule for {with_zone(first)}”")
        form.press_big_button(f"Reschedule for {with_zone(first)}")
        desk.says(f"“Calm skin” goes live {with_zone(first)}.")
        assert plan_of(fresh(post)).scheduled == first


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
class LineBelowTests:
    def test_a_form_that_saves_itself_says_that_its_date_is_not_scheduled(self, desk_of, site_tree, editor, screen):
        moment, post = in_days(9), draft(BlogPostPage, title="Calm skin", owner=editor)
        form = ScheduleForm(desk_of(editor, **screen), post)
        form.type_time(typed(moment))
        form.see_content()
        form.saves_itself_after(" Half a sentence on calmer skin")
        form.see_settings()
        line = form.page.locator("[data-loose-date='#id_go_live_at']")
        expect(line).to_have_text(f"Not scheduled yet: press “Schedule for {with_zone(moment)}”.")
        assert fresh(post).get_latest_revision_as_object().go_live_at == moment
        assert plan_of(fresh(post)).scheduled is None
        assert faults(form.page, SECTION) == []
        assert fits(form.page)
        form.page.locator("#id_go_live_at").fill("2020-01-01 09:00")
        expect(line).to_have_text("This time has passed: nothing goes live by it.")
        form.page.locator("#id_go_live_at").fill("")
        expect(line).to_be_hidden()

    def test_an_end_of_a_live_page_does_not_count_before_it_is_published(self, desk_of, site_tree, editor, screen):
        moment, post = in_days(9), published(BlogPostPage, title="Calm skin", owner=editor)
        desk = desk_of(editor, **screen)
        form = ScheduleForm(desk, post)
        form.see_settings()
        form.page.locator("#id_expire_at").fill(typed(moment))
        form.page.keyboard.press("Tab")
        form.see_content()
        form.saves_itself_after(" Half a sentence on calmer skin")
        form.see_settings()
        line = form.page.locator("[data-loose-date='#id_expire_at']")
        expect(line).to_have_text("Not scheduled yet: press “Publish changes”. As things stand it stays online.")
        assert fresh(post).expire_at is None
        form.press_big_button("Publish changes")
        desk.says("Calm skin")
        assert fresh(post).expire_at == moment
        form.open()
        form.see_settings()
        expect(line).to_be_hidden()
        form.page.locator("#id_expire_at").fill("")
        words = f"Not taken away yet: press “Publish changes”. As things stand it goes offline {with_zone(moment)}."
        expect(line).to_have_text(words)
