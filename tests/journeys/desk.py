"""Somebody's place at the admin: signing in, starting pages, and taking up what waits."""

from playwright.sync_api import Page, expect

from tests.journeys.edit_form import EditForm

#: What tests.users.factories gives everybody.
PASSWORD = "correct horse battery staple"


class Desk:
    """The admin in the browser of one person."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address

    def sign_in(self, username: str) -> "Desk":
        """Arrive at the dashboard through the sign-in page."""
        self.page.goto(f"{self.address}/admin/")
        self.page.get_by_label("Username").fill(username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(f"{self.address}/admin/")
        return self

    def start(self, button: str) -> EditForm:
        """Begin a page with one click on the dashboard."""
        self.page.goto(f"{self.address}/admin/")
        self.page.get_by_role("link", name=button, exact=True).click()
        return EditForm(self.page)

    def open(self, panel: str, title: str) -> EditForm:
        """Open a page from a list on the dashboard."""
        self.page.goto(f"{self.address}/admin/")
        self.page.locator("section.w-panel").filter(has_text=panel).get_by_role("link", name=title, exact=True).click()
        return EditForm(self.page)

    def says(self, words: str) -> None:
        """See a message on top of the page."""
        expect(self.page.locator(".messages")).to_contain_text(words)
