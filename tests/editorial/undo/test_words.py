"""What is said once a step was taken back."""

from datetime import timedelta

import pytest

from blog.models import BlogPostPage
from core.shown import state_of
from editorial.undo.steps import Step
from editorial.undo.taking_back import take_back
from editorial.undo.words import words_after
from tests.editorial.scheduling.mornings import NINE, TEN, planned
from tests.publication import published

pytestmark = pytest.mark.django_db
PASSED = (
    "What was scheduled for Mon 2 Mar 09:00 (London) is not scheduled again, as that time has passed: choose another "
    "time, or publish."
)


def change(page, **values):
    """Publish or schedule a page with other values."""
    page = BlogPostPage.objects.get(pk=page.pk)
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def said(page, editor, clock, action, moment) -> str:
    """What is said when something is done to a page and taken back at a moment."""
    before = state_of(page.pk)
    action(page)
    step = Step(page.pk, editor.pk, before, state_of(page.pk))
    clock(moment)
    return words_after(step, take_back(step, editor))


def reschedule(page):
    """Give it ten o'clock."""
    change(page, go_live_at=TEN)


def correct(page):
    """Update the scheduled version."""
    change(page, go_live_at=NINE, standfirst="Corrected")


def publish(page):
    """Publish it by hand."""
    change(page, go_live_at=None)


def unpublish(page):
    """Take it offline."""
    BlogPostPage.objects.get(pk=page.pk).unpublish()


@pytest.fixture
def scheduled(site_tree, clock):
    """A post that goes live at nine."""
    return planned(NINE, title="Calm skin")


@pytest.fixture
def changing(site_tree, clock):
    """A live post with a change that goes live at nine."""
    page = published(BlogPostPage, title="Calm skin")
    change(page, go_live_at=NINE, standfirst="From nine on")
    return page


class ScheduledBeforeTests:
    """What was planned before is so again, and is said with the site's clock."""

    @pytest.mark.parametrize("action", [reschedule, correct])
    def test_a_new_time_and_a_correction(self, scheduled, editor, clock, action):
        assert said(scheduled, editor, clock, action, NINE - timedelta(seconds=1)) == (
            "“Calm skin” is scheduled as before: the earlier version goes live Mon 2 Mar 09:00 (London). "
            "The later is a draft."
        )

    def test_publishing(self, scheduled, editor, clock):
        assert said(scheduled, editor, clock, publish, NINE - timedelta(seconds=1)) == (
            "“Calm skin” is offline again. Your text is a draft. "
            "The version that was scheduled before goes live Mon 2 Mar 09:00 (London)."
        )

    def test_publishing_changes(self, changing, editor, clock):
        assert said(changing, editor, clock, publish, NINE - timedelta(seconds=1)) == (
            "Readers see “Calm skin” as before. Your changes are a draft. "
            "The version that was scheduled before goes live Mon 2 Mar 09:00 (London)."
        )

    def test_taking_offline(self, changing, editor, clock):
        assert said(changing, editor, clock, unpublish, NINE - timedelta(seconds=1)) == (
            "“Calm skin” is live again, as it was. "
            "The version that was scheduled before goes live Mon 2 Mar 09:00 (London)."
        )

    def test_the_clock_is_that_of_the_site(self, scheduled, editor, clock, settings):
        settings.TIME_ZONE = "Asia/Tokyo"
        words = said(scheduled, editor, clock, reschedule, NINE - timedelta(seconds=1))
        assert "goes live Mon 2 Mar 18:00 (Tokyo)." in words


class PassedTests:
    """What would be due at once is not planned again, and whoever undoes is told what to do."""

    def test_a_new_time(self, scheduled, editor, clock):
        assert said(scheduled, editor, clock, reschedule, NINE + timedelta(minutes=1)) == (
            f"“Calm skin” goes live by itself no more. Its date stays in the draft. {PASSED}"
        )

    def test_publishing(self, scheduled, editor, clock):
        assert said(scheduled, editor, clock, publish, NINE + timedelta(minutes=1)) == (
            f"“Calm skin” is offline again. Your text is a draft. {PASSED}"
        )

    def test_taking_offline(self, changing, editor, clock):
        assert said(changing, editor, clock, unpublish, NINE + timedelta(minutes=1)) == (
            f"“Calm skin” is live again, as it was. {PASSED}"
        )


class NotScheduledBeforeTests:
    def test_changes_to_a_live_page_are_called_so(self, site_tree, editor, clock):
        page = published(BlogPostPage, title="Calm skin")
        assert said(page, editor, clock, correct, NINE - timedelta(minutes=5)) == (
            "The changes to “Calm skin” go live by themselves no more. Their date stays in the draft."
        )

    def test_braces_in_a_title_are_only_text(self, site_tree, editor, clock):
        page = published(BlogPostPage, title="Calm {when} skin")
        words = said(page, editor, clock, unpublish, NINE - timedelta(minutes=5))
        assert words == "“Calm {when} skin” is live again, as it was."
