"""An editor plans and times a post from its form, and 09:00 means 09:00."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.plan import plan_of
from core.site_time import in_words, with_zone
from editorial.scheduling.slots import next_free_slot
from tests.journeys.accessibility import faults, fits
from tests.journeys.schedule_form import ScheduleForm, fresh, in_days, scheduled_post, typed
from tests.publication import draft

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
COUNT_CLICKS = """document.addEventListener('click', ({ isTrusted }) => {
  if (isTrusted) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1;
}, true)"""
SECTION = "#panel-child-settings-schedule-section"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
class PlanTests:
    def test_a_finished_draft_takes_the_next_free_slot_in_two_clicks(self, desk_of, site_tree, editor, screen):
        desk, post = desk_of(editor, **screen), draft(BlogPostPage, title="Calm skin", owner=editor)
        scheduled_post(next_free_slot(now()), title="Sore skin")
        slot = next_free_slot(now())
        desk.page.add_init_script(COUNT_CLICKS)
        form = ScheduleForm(desk, post)
        form.page.evaluate("sessionStorage.clicks = 0")
        form.choose_in_menu(f"Schedule for {with_zone(slot)}")
        desk.says(f"“Calm skin” goes live {with_zone(slot)}.")
        assert int(form.page.evaluate("sessionStorage.clicks")) == 2
        assert plan_of(fresh(post)).scheduled == slot
        row = form.page.get_by_role("row").filter(has_text="Calm skin")
        expect(row).to_contain_text("Scheduled")
        form.open()
        expect(form.page.get_by_text("Scheduled for").first).to_contain_text(with_zone(slot))
        assert fits(form.page)

    def test_a_typed_time_takes_one_button_that_says_it(self, desk_of, site_tree, editor, screen):
        moment = in_days(9)
        neighbour = scheduled_post(moment - timedelta(hours=1), title="Sore skin")
        desk, post = desk_of(editor, **screen), draft(BlogPostPage, title="Calm skin", owner=editor)
        desk.page.add_init_script(COUNT_CLICKS)
        form = ScheduleForm(desk, post)
        form.page.evaluate("sessionStorage.clicks = 0")
        form.type_time(typed(moment))
        note = form.page.locator("[data-week-of]")
        expect(note).to_contain_text(f"Also going live that week, by the clock in London: “{neighbour.title}”")
        assert faults(form.page, SECTION) == []
        assert fits(form.page)
        form.press_big_button(f"Schedule for {with_zone(moment)}")
        desk.says(f"“Calm skin” goes live {with_zone(moment)}.")
        assert int(form.page.evaluate("sessionStorage.clicks")) <= 4
        assert plan_of(fresh(post)).scheduled == moment


@pytest.mark.django_db(transaction=True)
class LoosePlanTests:
    def test_a_draft_saved_with_a_date_says_that_it_is_not_scheduled(self, desk_of, site_tree, editor):
        moment = in_days(9)
        desk, post = desk_of(editor), draft(BlogPostPage, title="Calm skin", owner=editor)
        form = ScheduleForm(desk, post)
        form.type_time(typed(moment))
        form.choose_in_menu("Save draft")
        desk.says(f"Planned for {with_zone(moment)}, not scheduled yet.")
        form.open()
        note = form.page.locator("[id^=panel-child-content-schedule]").first
        expect(note).to_contain_text(f"not scheduled yet: press “Schedule for {with_zone(moment)}”")
        assert plan_of(fresh(post)).scheduled is None
        form.press_big_button(f"Schedule for {with_zone(moment)}")
        desk.says("goes live")
        assert plan_of(fresh(post)).scheduled == moment

    def test_words_for_a_time_are_refused_with_an_example_and_nothing_is_published(self, desk_of, site_tree, editor):
        form = ScheduleForm(desk_of(editor), draft(BlogPostPage, owner=editor))
        form.type_time("next week")
        form.big_button.click()
        form.see_settings()
        expect(form.box("go_live_at")).to_contain_text("Write date and time like this: 2026-11-25 09:00.")
        expect(form.page.locator("#id_go_live_at")).to_have_value("next week")
        assert not BlogPostPage.objects.live().exists()

    def test_a_writer_wishes_for_a_time_and_approval_carries_it_out(self, desk_of, site_tree, writer, editor, reviewer):
        moment = in_days(9)
        desk, page = desk_of(writer), draft(ConditionPage, title="Milia", owner=writer)
        form = ScheduleForm(desk, page)
        form.type_time(typed(moment), way="Choose a time…")
        form.choose_in_menu("Save draft")
        desk.says(f"Planned for {with_zone(moment)}, not scheduled yet.")
        form.open()
        note = form.page.locator("[id^=panel-child-content-schedule]").first
        expect(note).to_contain_text("submit it for review, and it is scheduled once approved")
        form.press("Submit for review")
        desk.says(f"“Milia” is in review. Approved by then, it goes live {with_zone(moment)}.")
        for person, button in ((editor, "Approve"), (reviewer, f"Approve: goes live {with_zone(moment)}")):
            assert plan_of(fresh(page)).scheduled is None
            colleague = desk_of(person)
            form = colleague.open("Waiting for you", "Milia")
            expect(form.page.locator("[id^=panel-child-content-schedule]").first).to_contain_text(with_zone(moment))
            form.press(button)
            colleague.says("Milia")
        colleague.says(f"“Milia” goes live {with_zone(moment)}.")
        assert plan_of(fresh(page)).scheduled == moment
        assert not fresh(page).live


def last_sunday(month: int) -> date:
    """The last Sunday of a month of next year, on which clocks are changed."""
    end = date(now().year + 1, month, 31)
    return end - timedelta(days=(end.weekday() + 1) % 7)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
class ClockTests:
    @pytest.mark.parametrize(
        ("month", "question", "answer", "utc"),
        [
            (3, "01:30 does not exist on", "02:30", "01:30"),
            (10, "01:30 happens twice on", "The second", "01:30"),
        ],
        ids=["skipped", "twice"],
    )
    def test_an_hour_told_badly_is_asked_about_and_the_answer_kept(
        self, desk_of, site_tree, editor, screen, month, question, answer, utc
    ):
        day, desk = last_sunday(month), desk_of(editor, **screen)
        post = draft(BlogPostPage, title="Calm skin", owner=editor)
        form = ScheduleForm(desk, post)
        form.type_time(f"{day} 01:30")
        expect(form.page.locator("#id_go_live_at")).to_have_value(f"{day} 01:30")
        form.big_button.click()
        expect(form.page.get_by_text("could not be saved")).to_be_visible()
        assert plan_of(fresh(post)).scheduled is None
        form.see_settings()
        expect(form.box("go_live_at")).to_contain_text(question)
        assert faults(form.page, SECTION) == []
        assert fits(form.page)
        choice = form.page.get_by_role("group", name="Which of the two?")
        choice.get_by_label(re.compile(answer)).check()
        form.press_big_button(f"Schedule for {with_zone(datetime.fromisoformat(f'{day} {utc}Z'))}")
        desk.says("goes live")
        assert f"{plan_of(fresh(post)).scheduled:%Y-%m-%d %H:%M}" == f"{day} {utc}"


@pytest.mark.django_db(transaction=True)
class KeyboardTests:
    def test_a_post_is_scheduled_without_a_mouse(self, desk_of, site_tree, editor):
        desk, post = desk_of(editor), draft(BlogPostPage, title="Calm skin", owner=editor)
        slot = next_free_slot(now())
        form = ScheduleForm(desk, post)
        form.page.get_by_role("button", name="More actions").focus()
        form.page.keyboard.press("Enter")
        form.page.get_by_role("link", name="Choose another time…").press("Enter")
        expect(form.page.locator("#id_go_live_at")).to_be_focused()
        form.page.keyboard.press("Shift+Tab")
        offer = form.page.get_by_role("button", name=f"Next free slot: {in_words(slot)}")
        offer.press("Enter")
        expect(form.page.locator("#id_go_live_at")).to_have_value(typed(slot))
        expect(form.big_button).to_have_text(f"Schedule for {with_zone(slot)}")
        form.big_button.press("Enter")
        desk.says(f"“Calm skin” goes live {with_zone(slot)}.")
        assert plan_of(fresh(post)).scheduled == slot


@pytest.mark.django_db(transaction=True)
class OnceOfflineTests:
    def test_where_readers_are_led_is_asked_right_below_when_the_page_goes_offline(self, desk_of, site_tree, editor):
        form = ScheduleForm(desk_of(editor), draft(BlogPostPage, owner=editor))
        form.see_settings()
        offline = form.page.get_by_label("Goes offline").bounding_box()
        heading = form.page.get_by_role("heading", name="Once it is offline").bounding_box()
        assert 0 < heading["y"] - offline["y"] < 200
