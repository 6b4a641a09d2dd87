"""A scheduled post is corrected in its slot, and typing through the moment overwrites nothing."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import expect

from blog.models import BlogPostPage
from core.plan import plan_of
from core.site_time import in_words, with_zone
from tests.journeys.schedule_form import ScheduleForm, fresh, in_days, moment_comes, scheduled_post

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
#: What a whole morning of typing comes to.
LATER = "The first words. Half a sentence on calmer skin and the other half"


@pytest.mark.django_db(transaction=True)
class CorrectionTests:
    @pytest.fixture
    def form(self, request, desk_of, site_tree, editor):
        """The form of a post that is scheduled, on a laptop unless another screen is asked for."""
        post = scheduled_post(in_days(9), title="Calm skin", standfirst="The first words.", owner=editor)
        return ScheduleForm(desk_of(editor, **getattr(request, "param", LAPTOP)), post)

    @pytest.mark.parametrize("form", [LAPTOP, PHONE], ids=["laptop", "phone"], indirect=True)
    def test_one_action_puts_the_new_text_in_the_same_slot(self, form, reader_with):
        post = BlogPostPage.objects.get()
        form.write(standfirst="Better words.")
        form.press_big_button(f"Update the scheduled version ({in_words(in_days(9))}, London)")
        expect(form.page.locator(".messages")).to_contain_text(f"“Calm skin” goes live {with_zone(in_days(9))}.")
        assert plan_of(fresh(post)).scheduled == in_days(9)
        live = moment_comes(post)
        page = reader_with().opens(live.get_url())
        expect(page.get_by_text("Better words.")).to_be_visible()

    def test_a_refused_correction_says_why_at_the_box_and_the_old_version_keeps_its_slot(self, form, reader_with):
        post = BlogPostPage.objects.get()
        form.write(standfirst="Better words.")
        form.add_block("Seek help").write(level="Get advice today", signs="It spreads")
        form.press_big_button(f"Update the scheduled version ({in_words(in_days(9))}, London)")
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
        form.saves_itself_after(" Half a sentence on calmer skin")
        with time_machine.travel(in_days(9)):
            call_command("publish_scheduled")
            form.saves_itself_after(" and the other half")
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
