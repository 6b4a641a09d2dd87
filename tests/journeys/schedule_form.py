"""The schedule in the form of a page as an editor uses it, and pages that are scheduled."""

from datetime import datetime, timedelta

from django.core.management import call_command
from django.utils.timezone import localtime, now
from playwright.sync_api import expect

from blog.models import BlogPostPage
from editorial.scheduling.moving import move
from tests.edit_form import edit_url
from tests.journeys.edit_form import EditForm
from tests.publication import draft


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

    def type_time(self, words: str, way: str = "Choose another time…") -> None:
        """Go to the schedule from anywhere in the form, and type when the page goes live."""
        self.choose_in_menu(way)
        box = self.page.locator("#id_go_live_at")
        expect(box).to_be_focused()
        box.fill(words)
        self.page.keyboard.press("Tab")

    def press_big_button(self, words: str) -> None:
        """Press the big button once it says these words."""
        expect(self.big_button).to_have_text(words)
        self.big_button.click()

    def saves_itself_after(self, words: str) -> None:
        """Type on in the standfirst, until the form has saved itself with all that is in it."""
        box = self.page.locator("#id_standfirst")
        box.press("End")
        with self.page.expect_response(lambda answer: answer.request.method == "POST" and "/edit/" in answer.url):
            # Autosave notices what is typed from two seconds after the page opened.
            box.press_sequentially(words, delay=150)
        # On a phone its sign stands alone.
        expect(self.page.locator(".w-autosave-indicator__state--saved")).to_be_visible()

    def see_content(self) -> None:
        """Turn to where the text is."""
        self.page.get_by_role("tab", name="Content").click()

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
