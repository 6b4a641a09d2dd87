"""Readers who set their own colours or run no JavaScript find their way, and know how urgent things are."""

import pytest
from playwright.sync_api import expect

from tests.journeys import eyes
from tests.journeys.library import ANSWER
from tests.journeys.reader import DESK, PHONE

ANY_SCREEN = pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])


class OwnColoursTests:
    @ANY_SCREEN
    def test_levels_of_help_and_grades_of_evidence_are_words(self, visitor, addresses, screen):
        page = visitor(**screen, forced_colors="active").opens(addresses["full condition"])
        for level in ("Emergency: get help now", "Get advice today", "See someone when you can"):
            expect(page.locator(".help-glance").get_by_role("link", name=level)).to_be_visible()
            expect(page.locator(".seek-help").get_by_role("heading", name=level)).to_be_visible()
        grades = ["Good evidence that it helps", "Some evidence that it helps", "No good evidence", "May do harm"]
        assert page.locator(".how-to .tag").all_inner_texts() == grades


class FingerTests:
    def test_the_open_menu_and_open_folds_have_room_for_a_finger(self, visitor, addresses):
        reader = visitor(**PHONE)
        page = reader.opens(addresses["full question"])
        reader.menu()
        assert page.get_by_role("banner").evaluate(eyes.SMALL_TARGETS) == []
        page.locator(".site-header__fold > summary").click()
        for fold in page.get_by_role("main").locator("summary").locator("visible=true").all():
            fold.click()
        assert page.get_by_role("main").evaluate(eyes.SMALL_TARGETS) == []
        assert page.evaluate(eyes.TOO_WIDE) == []


class NoJavaScriptTests:
    @ANY_SCREEN
    def test_menu_search_and_folds_work(self, visitor, addresses, screen):
        reader = visitor(**screen, java_script_enabled=False)
        reader.opens(addresses["post"])
        reader.searches("BackNe")
        page = reader.follows("Back acne")
        page.get_by_role("heading", name="Does it leave a mark?").click()
        expect(page.get_by_text(ANSWER).first).to_be_visible()
        reader.menu().get_by_role("link", name="Questions").click()
        reader.arrives("Questions")
        assert reader.complaints == []
