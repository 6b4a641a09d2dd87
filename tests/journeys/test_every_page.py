"""Every kind of page with everything in it: whatever readers hold in their hands or wish for, they can read it all."""

import pytest

from tests.journeys import eyes
from tests.journeys.library import PAGES
from tests.journeys.reader import DESK, PHONE, Reader

NARROW = {"viewport": {"width": 320, "height": 640}}
ANY_SCREEN = pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
WORDS = "document.body.innerText"


@pytest.fixture(scope="module")
def window(browser, browser_context_args):
    """A browser window for the whole module, on a display as fine as a phone's."""
    context = browser.new_context(**browser_context_args, device_scale_factor=2)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def plain_window(browser, browser_context_args):
    """A window in which no JavaScript runs."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=PAGES)
def address(request, addresses):
    """The address of one of the pages, which is looked at in every way before the next."""
    return addresses[request.param]


@pytest.fixture(scope="module")
def reader(window, reading_server, address):
    """Somebody who has that page before them."""
    reader = Reader(window, reading_server)
    reader.opens(address)
    return reader


class ScreenTests:
    def test_it_fits_320_pixels(self, reader):
        page = reader.reads(NARROW)
        assert page.evaluate(eyes.TOO_WIDE) + page.evaluate(eyes.CUT_OFF) == []

    @ANY_SCREEN
    def test_nothing_stays_on_top_of_the_text(self, reader, screen):
        assert reader.reads(screen).evaluate(eyes.IN_THE_WAY) == []

    def test_a_finger_hits_every_control(self, reader):
        assert reader.reads(PHONE).evaluate(eyes.SMALL_TARGETS) == []


class LargeTextTests:
    @ANY_SCREEN
    def test_text_of_twice_the_size_is_all_there_and_not_cut_off(self, reader, screen):
        words = reader.reads(screen).evaluate(WORDS)
        page = reader.reads(screen, text=2)
        assert page.evaluate(eyes.TOO_WIDE) + page.evaluate(eyes.CUT_OFF) == []
        assert page.evaluate(WORDS) == words

    @ANY_SCREEN
    def test_zoom_of_twice_the_size_cuts_nothing_off(self, reader, screen):
        page = reader.reads(screen, zoom=2)
        assert page.evaluate(eyes.TOO_WIDE) + page.evaluate(eyes.CUT_OFF) == []


class OwnColoursTests:
    @ANY_SCREEN
    def test_what_a_ground_held_together_keeps_a_line_and_icons_follow_the_words(self, reader, screen):
        assert reader.reads(screen).evaluate(eyes.REMEMBER_GROUNDS) > 0
        page = reader.reads(screen, forced_colors="active")
        assert page.evaluate(eyes.LOST_GROUNDS) + page.evaluate(eyes.ODD_ICONS) == []


class LessMotionTests:
    def test_nothing_moves(self, reader):
        assert reader.reads(PHONE, reduced_motion="reduce").evaluate(eyes.MOVING) == []


class NoJavaScriptTests:
    def test_it_says_the_same(self, reader, plain_window, reading_server, address):
        words = reader.reads(DESK).evaluate(WORDS)
        page = Reader(plain_window, reading_server).opens(address)
        page.set_viewport_size(DESK["viewport"])
        assert page.evaluate(WORDS) == words
