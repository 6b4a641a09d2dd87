"""Lists from A to Z."""

import pytest

from conditions.models import ConditionPage
from core.a_to_z import Entry, by_letter, letter_of
from tests.core.privacy import keep_private
from tests.publication import draft, published


class LetterOfTests:
    @pytest.mark.parametrize(
        ("name", "letter"),
        [("milia", "M"), ("Éruption", "E"), (" acne", "A"), ("5-FU", "0–9"), ("痤疮", "#"), ("“x”", "#"), ("", "#")],
    )
    def test_a_name_stands_where_a_reader_would_look(self, name, letter):
        assert letter_of(name) == letter


class ByLetterTests:
    def test_digits_come_first_and_other_scripts_last(self):
        entries = [Entry(name, "/", "") for name in ["痤疮", "Zinc", "acne", "5-FU"]]
        assert [letter for letter, _ in by_letter(entries)] == ["0–9", "A", "Z", "#"]

    def test_accents_and_capitals_do_not_count_in_the_order(self):
        entries = [Entry(name, "/", "") for name in ["eczema", "Ears", "Éclat"]]
        assert [entry.name for entry in by_letter(entries)[0][1]] == ["Ears", "Éclat", "eczema"]


class AToZPageTests:
    @pytest.fixture
    def letters(self, site_tree, rf):
        def read():
            return dict(site_tree.conditions.get_context(rf.get("/conditions/"))["letters"])

        return read

    def test_a_page_stands_under_every_name(self, letters):
        published(
            ConditionPage, title="Back acne", slug="back-acne", also_known_as="BackNe\n\nbacne", clinical_names=""
        )
        assert letters()["B"] == [
            Entry("Back acne", "/conditions/back-acne/", ""),
            Entry("BackNe", "/conditions/back-acne/", "Back acne"),
            Entry("bacne", "/conditions/back-acne/", "Back acne"),
        ]

    def test_a_name_like_the_title_is_not_repeated(self, letters):
        published(ConditionPage, title="Milia", also_known_as="milia\nMILIA", clinical_names="")
        assert [entry.name for entry in letters()["M"]] == ["Milia"]

    def test_drafts_and_private_pages_are_left_out(self, letters):
        draft(ConditionPage)
        keep_private(published(ConditionPage))
        assert letters() == {}
