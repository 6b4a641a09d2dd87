"""A reader without a mouse gets everywhere, sees at each stop where they are, and is never led below something."""

import pytest
from playwright.sync_api import expect

from tests.journeys.library import ANSWER, HELP, QUESTION
from tests.journeys.reader import DESK, PHONE

#: A page that scrolls by itself would still be on its way when it is looked at.
AT_ONCE = {"reduced_motion": "reduce"}


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def reader(request, visitor):
    """A reader on one of these screens."""
    return visitor(**request.param, **AT_ONCE)


def menu_fold(page):
    """What opens the menu on a narrow screen."""
    return page.locator(".site-header__fold > summary")


def contents_fold(page):
    """What opens the list of headings on a narrow screen."""
    return page.locator(".contents--fold > summary")


def contents(page):
    """The list of headings."""
    return page.get_by_role("navigation", name="On this page").locator("visible=true")


class KeyboardTests:
    def test_from_the_skip_link_through_search_and_contents_to_the_help_card(self, reader):
        page = reader.opens("/")
        assert "Skip to the content" in reader.tabs()["what"]
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        reader.tabs_to(page.get_by_role("main").get_by_label("Search the site"))
        page.keyboard.type("white stuff")
        page.keyboard.press("Enter")
        reader.arrives("Search")
        reader.tabs_to(page.get_by_role("main").get_by_role("link", name=QUESTION))
        page.keyboard.press("Enter")
        reader.arrives(QUESTION)

        reader.tabs_to(page.locator(".help-glance").get_by_role("link").first)
        page.keyboard.press("Enter")
        expect(page.locator(".seek-help:target")).to_contain_text(HELP["emergency"][0])
        expect(page.locator(".seek-help:target").get_by_role("heading", level=2)).to_be_in_viewport()
        assert "Call 999" in reader.tabs()["what"]
        assert reader.complaints == []

    def test_every_stop_of_a_long_page_can_be_seen_and_its_folds_open(self, reader, addresses):
        page = reader.opens(addresses["full question"])
        if contents_fold(page).is_visible():
            reader.tabs_to(contents_fold(page))
            page.keyboard.press("Enter")
        reader.tabs_to(contents(page).get_by_role("link").first)
        reader.tabs_to(page.locator(".question-answer summary").first)
        expect(page.get_by_text(ANSWER).first).to_be_hidden()
        page.keyboard.press("Space")
        expect(page.get_by_text(ANSWER).first).to_be_visible()
        page.keyboard.press("Space")
        expect(page.get_by_text(ANSWER).first).to_be_hidden()
        reader.tabs_to(page.get_by_role("contentinfo").get_by_role("link").last)

    def test_contents_longer_than_the_screen_scroll_along(self, visitor, addresses):
        reader = visitor(viewport={"width": 1280, "height": 400}, **AT_ONCE)
        page = reader.opens(addresses["full question"])
        links = contents(page).get_by_role("link")
        assert links.count() * 44 > 400
        reader.tabs_to(links.last)
        expect(links.last).to_be_in_viewport(ratio=0.9)

    def test_from_the_contents_one_gets_to_a_heading_and_reads_on_there(self, reader, addresses):
        page = reader.opens(addresses["full question"])
        if contents_fold(page).is_visible():
            contents_fold(page).press("Enter")
        contents(page).get_by_role("link", name="Questions people ask").press("Enter")
        expect(page.get_by_role("heading", name="Questions people ask")).to_be_in_viewport()
        assert "Does it leave a mark?" in reader.tabs()["what"]


class MenuTests:
    def test_on_a_phone_the_menu_opens_is_walked_through_and_closes(self, visitor, addresses):
        reader = visitor(**PHONE, **AT_ONCE)
        page = reader.opens(addresses["full question"])
        fold, panel = menu_fold(page), page.locator(".site-header__panel")
        reader.tabs_to(fold)
        expect(panel).to_be_hidden()
        page.keyboard.press("Enter")
        expect(panel).to_be_visible()
        reader.tabs_to(panel.get_by_role("link", name="Products"))
        reader.tabs_to(panel.get_by_role("button", name="Search"))
        # Whoever goes on has left the menu, which lies on what comes next.
        reader.tabs_to(page.locator(".help-glance").get_by_role("link").last)
        for _ in range(2):
            page.keyboard.press("Shift+Tab")
        fold.focus()
        expect(panel).to_be_visible()
        page.keyboard.press("Space")
        expect(panel).to_be_hidden()
        assert reader.complaints == []
