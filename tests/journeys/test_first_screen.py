"""A reader with a worry has the answer, and when to get help, on the first screen: nobody has to scroll for them."""

import pytest
from playwright.sync_api import expect

from tests.journeys.library import HELP, LONG_ANSWER, LONG_CONDITION, LONG_QUESTION, QUESTION
from tests.journeys.reader import DESK, PHONE


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def reader(request, visitor):
    """A reader on one of these screens."""
    return visitor(**request.param)


def first_row(page):
    """The heading of help at a glance, and its most urgent row."""
    return [page.locator(".help-glance h2"), page.locator(".help-glance li").first]


class FirstScreenTests:
    def test_from_a_search_in_ones_own_words_to_the_answer_and_all_of_help_at_a_glance(self, reader):
        reader.opens("/")
        reader.searches("white stuff comes out when I squeeze my back")
        page = reader.follows(QUESTION)
        parts = [page.get_by_role("heading", level=1), page.locator(".answer__first"), page.locator(".help-glance")]
        assert reader.off_screen(*parts) == []
        assert page.locator(".help-glance li").count() == len(HELP)
        assert reader.complaints == []

    def test_the_longest_question_leaves_room_for_its_answer_and_the_most_urgent_help(self, reader, addresses):
        page = reader.opens(addresses["long question"])
        heading, answer = page.get_by_role("heading", level=1), page.locator(".answer__first")
        expect(heading).to_have_text(LONG_QUESTION)
        expect(answer).to_have_text(LONG_ANSWER)
        assert reader.off_screen(heading, answer, *first_row(page)) == []

    def test_from_a_search_by_an_everyday_name_to_the_condition_and_all_of_help_at_a_glance(self, reader):
        reader.opens("/")
        reader.searches("BackNe")
        page = reader.follows("Back acne")
        parts = [page.get_by_role("heading", level=1), page.locator(".opening__first"), page.locator(".help-glance")]
        assert reader.off_screen(*parts) == []

    def test_the_longest_name_of_a_condition_leaves_room_for_the_most_urgent_help(self, reader, addresses):
        page = reader.opens(addresses["long condition"])
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text(LONG_CONDITION)
        assert reader.off_screen(heading, page.locator(".opening__first"), *first_row(page)) == []

    def test_each_row_leads_to_the_whole_help_card(self, reader, addresses):
        page = reader.opens(addresses["full question"])
        rows = page.locator(".help-glance").get_by_role("link")
        for place, (signs, who, after) in enumerate(reversed(HELP.values())):
            row = rows.nth(place)
            expect(row).to_contain_text(signs)
            level = row.locator("strong").inner_text()
            row.click()
            card = page.locator(".seek-help:target")
            expect(card.get_by_role("heading", name=level)).to_be_in_viewport()
            for words in (signs, who, after):
                expect(card).to_contain_text(words)
            page.go_back()
