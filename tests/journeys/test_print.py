"""A condition on paper: one sheet to take to the appointment, then the article without anything that needs a screen."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.journeys.library import (
    ANSWER,
    DISCLAIMER,
    FOOT,
    HELP,
    LONG_SIGNS,
    MORE_TO_LOOK_FOR,
    OUTSIDE,
    PICTURE_IN_WORDS,
    STANDFIRST,
)
from tests.journeys.reader import DESK, PHONE

NOTES = [
    "Since when, and what has changed",
    "Where on the body",
    "What makes it better or worse",
    "What I have put on it or taken",
    "What I want to ask",
]
#: Where the sheet ends.
LAST_WORDS = "It helps to prepare a conversation and diagnoses nothing."
FIRST_OF_ARTICLE = ["Published", "At a glance"]
CHROME = ["Skip to the content", "Menu", "Search", "Home", "On this page", "Print this page", "Read next", FOOT]


@pytest.fixture(params=[("A4", PHONE), ("Letter", DESK)], ids=["A4 from a phone", "Letter from a desk"])
def printed(request, visitor, addresses):
    """Print a page: the words of each sheet of paper, whatever lines they stand in."""
    paper, screen = request.param

    def on_paper(name):
        pdf = visitor(**screen).opens(addresses[name]).pdf(format=paper)
        return [without_spaces(sheet.extract_text()) for sheet in PdfReader(BytesIO(pdf)).pages]

    return on_paper


def without_spaces(words):
    """Words as they are compared: where a line ends on paper is left to the paper."""
    return "".join(words.split())


def missing(words, sheet):
    """Which of these words are not on a sheet."""
    return [line for line in words if without_spaces(line) not in sheet]


def on_the_sheet(address):
    """Everything that belongs on the sheet for an appointment."""
    help_in_full = [words for first, _, after in HELP.values() for words in (first, after)]
    return [STANDFIRST, *LONG_SIGNS, *help_in_full, *MORE_TO_LOOK_FOR, *NOTES, LAST_WORDS, address]


class PrintingAConditionTests:
    @pytest.mark.parametrize("name", ["full condition", "long condition"])
    def test_one_sheet_is_for_the_appointment_and_the_article_follows_on_others(self, printed, addresses, name):
        sheet, article, *_ = printed(name)
        assert missing(on_the_sheet(addresses[name]), sheet) == []
        assert missing([*NOTES, LAST_WORDS], article) == [*NOTES, LAST_WORDS]
        assert missing(FIRST_OF_ARTICLE, sheet) == FIRST_OF_ARTICLE
        assert missing(FIRST_OF_ARTICLE, article) == []

    def test_folds_are_open_links_spelt_out_and_nothing_is_there_that_needs_a_screen(self, printed):
        sheet, *article = printed("full condition")
        text = "".join(article)
        addresses_spelt_out = [f"({OUTSIDE})", "(/conditions/", "(/ingredients/"]
        assert missing([ANSWER, PICTURE_IN_WORDS, *addresses_spelt_out, DISCLAIMER], text) == []
        assert missing(CHROME, sheet + text) == CHROME
