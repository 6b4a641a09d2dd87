"""An editor plans, corrects and times a post from its form, and 09:00 means 09:00."""

import re
from datetime import date, datetime, timedelta

import pytest
import time_machine
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from django.core.management import call_command
from django.utils.timezone import localtime, now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.plan import plan_of
from core.site_time import in_words, with_zone
from editorial.scheduling.moving import move
from editorial.scheduling.slots import next_free_slot
from tests.edit_form import edit_url
from tests.journeys.edit_form import EditForm
from tests.publication import draft

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
COUNT_CLICKS = """document.addEventListener('click', ({ isTrusted }) => {
  if (isTrusted) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1;
}, true)"""
#: What a whole morning of typing comes to.
LATER = "The first words. Half a sentence on calmer skin and the other half"
SECTION = "#panel-child-settings-schedule-section"


class ScheduleForm(EditForm):
    """The form of a page with what it says and does about the schedule."""

    def __init__(self, desk, post) -> None:
        super().__init__(desk.page)
        self.address = f"{desk.address}{edit_url(post)}"
        self.big_button = self.page.locator("footer [data-publish-button]").first
        self.open()

    def open(self) -> None:
        """Open the form anew."""
        self.page.goto(self.address)

    def choose_in_menu(self, words: str) -> None:
        """Press something in the menu above the big button."""
        self.page.get_by_role("button", name="More actions").click()
        self.page.locator("footer .w-dropdown__content, .tippy-content").get_by_text(words, exact=True).click()

    def type_time(self, words: str) -> None:
        """Go to the schedule from anywhere in the form, and type when the page goes live."""
        self.choose_in_menu("Choose another time…")
        box = self.page.locator("#id_go_live_at")
        expect(box).to_be_focused()
        box.fill(words)
        self.page.keyboard.press("Tab")

    def press_big_button(self, words: str) -> None:
        """Press the big button once it says these words."""
        expect(self.big_button).to_have_text(words)
        self.big_button.click()

    def see_settings(self) -> None:
        """Turn to where the schedule is."""
        self.page.get_by_role("tab", name="Settings").click()


def typed(moment: datetime) -> str:
    """A moment as an editor types it."""
    return f"{localtime(moment):%Y-%m-%d %H:%M}"


def in_days(days: int) -> datetime:
    """Half past two in some days."""
    return localtime(now() + timedelta(days=days)).replace(hour=14, minute=30, second=0, microsecond=0)


def scheduled_post(moment: datetime, **values) -> BlogPostPage:
    """A post that goes live at a moment."""
    post = draft(BlogPostPage, go_live_at=moment, **values)
    post.save_revision(user=values.get("owner")).publish()
    return BlogPostPage.objects.get(pk=post.pk)


def moment_comes(page) -> BlogPostPage:
    """Let the moment of a page be now, and what is due be done; the page, read again."""
    move(page.revisions.get(approved_go_live_at__isnull=False), now() - timedelta(seconds=1))
    call_command("publish_scheduled")
    return type(page).objects.get(pk=page.pk)


def fresh(page):
    """The page as the database has it."""
    return type(page).objects.get(pk=page.pk)


def faults(page) -> list[str]:
    """What an accessibility checker finds in the schedule section."""
    return [violation["id"] for violation in Axe().run(page, context=SECTION).response["violations"]]


def fits(page) -> bool:
    """Whether nothing makes the page wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


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
        expect(note).to_contain_text(f"Also going live that week: “{neighbour.title}”")
        assert faults(form.page) == []
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
        form.type_time(typed(moment))
        form.choose_in_menu("Save draft")
        desk.says(f"Planned for {with_zone(moment)}, not scheduled yet.")
        form.open()
        note = form.page.locator("[id^=panel-child-content-schedule]").first
        expect(note).to_contain_text("submit it for review, and it is scheduled once approved")
        form.press("Submit for review")
        desk.says("Milia")
        for person in (editor, reviewer):
            assert plan_of(fresh(page)).scheduled is None
            colleague = desk_of(person)
            colleague.open("Waiting for you", "Milia").press("Approve")
            colleague.says("Milia")
        assert plan_of(fresh(page)).scheduled == moment
        assert not fresh(page).live


@pytest.mark.django_db(transaction=True)
class CorrectionTests:
    @pytest.fixture
    def form(self, desk_of, site_tree, editor):
        """The form of a post that is scheduled."""
        post = scheduled_post(in_days(9), title="Calm skin", standfirst="The first words.", owner=editor)
        return ScheduleForm(desk_of(editor), post)

    def test_one_action_puts_the_new_text_in_the_same_slot(self, form, reader_with):
        post = BlogPostPage.objects.get()
        form.write(standfirst="Better words.")
        form.press_big_button(f"Update the scheduled version ({in_words(in_days(9))})")
        expect(form.page.locator(".messages")).to_contain_text(f"“Calm skin” goes live {with_zone(in_days(9))}.")
        assert plan_of(fresh(post)).scheduled == in_days(9)
        live = moment_comes(post)
        page = reader_with().opens(live.get_url())
        expect(page.get_by_text("Better words.")).to_be_visible()

    def test_a_refused_correction_says_why_at_the_box_and_the_old_version_keeps_its_slot(self, form, reader_with):
        post = BlogPostPage.objects.get()
        form.write(standfirst="Better words.")
        form.add_block("Seek help").write(level="Get advice today", signs="It spreads")
        form.press_big_button(f"Update the scheduled version ({in_words(in_days(9))})")
        expect(form.block("Seek help", 1).box("who")).to_contain_text(
            "Fill in “Who to see” before this page goes live."
        )
        expect(form.page.locator("#id_standfirst")).to_have_value("Better words.")
        assert plan_of(fresh(post)).scheduled == in_days(9)
        live = moment_comes(post)
        expect(reader_with().opens(live.get_url()).get_by_text("The first words.")).to_be_visible()

    def test_the_slot_comes_while_the_form_saves_itself(self, form, editor, reader_with):
        post = BlogPostPage.objects.get()
        scheduled = post.latest_revision_id
        mail.outbox.clear()
        self.autosaves(form, " Half a sentence on calmer skin")
        with time_machine.travel(in_days(9)):
            call_command("publish_scheduled")
            self.autosaves(form, " and the other half")
            live = fresh(post)
            assert live.live
            assert live.live_revision_id == scheduled
            assert live.has_unpublished_changes
            assert live.get_latest_revision_as_object().standfirst == LATER
            expect(reader_with().opens(live.get_url()).get_by_text("The first words.", exact=True)).to_be_visible()
            (message,) = [one for one in mail.outbox if "without your latest changes" in one.subject]
            assert message.to == [editor.email]
            form.open()
            expect(form.big_button).to_have_text("Publish changes")
            expect(form.page.locator("#id_standfirst")).to_have_value(LATER)

    def test_a_form_left_open_says_that_the_moment_is_over(self, desk_of, site_tree, editor):
        post, desk = scheduled_post(in_days(9), owner=editor), desk_of(editor)
        desk.page.clock.install()
        form = ScheduleForm(desk, post)
        note = form.page.locator("[data-plan-until]")
        expect(note).to_contain_text(f"Scheduled for {with_zone(in_days(9))}")
        expect(note.get_by_text("That moment is over")).to_be_hidden()
        desk.page.clock.fast_forward(int(timedelta(days=10).total_seconds() * 1000))
        expect(note).to_have_text(re.compile(r"^\s*That moment is over: "), use_inner_text=True)
        expect(form.big_button).to_have_text("Publish")

    def autosaves(self, form, words):
        """Type on, until the form has saved itself."""
        box = form.page.locator("#id_standfirst")
        box.press("End")
        with form.page.expect_response(lambda answer: answer.request.method == "POST" and "/edit/" in answer.url):
            # Autosave notices what is typed from two seconds after the page opened.
            box.press_sequentially(words, delay=150)
        expect(form.page.locator("header").get_by_text("Saved", exact=True)).to_be_visible()


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
        assert faults(form.page) == []
        assert fits(form.page)
        choice = form.page.get_by_role("group", name="Which of the two?")
        choice.get_by_label(re.compile(answer)).check()
        form.big_button.click()
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
