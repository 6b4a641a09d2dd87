"""The help cards of an article at a glance."""

import pytest

from articles.help_cards import help_cards_of
from conditions.models import ConditionPage
from tests.core import bodies
from tests.publication import published

pytestmark = pytest.mark.django_db


def cards(*body):
    """The help cards of a condition with this body."""
    return help_cards_of(ConditionPage(title="New", body=list(body)).body)


class HelpCardsTests:
    def test_the_most_urgent_is_named_first_wherever_it_stands(self):
        body = [bodies.seek_help("non_urgent"), bodies.summary(), bodies.seek_help("emergency")]
        found = cards(*body, bodies.seek_help("urgent"))
        assert [(card.value["level"], card.place) for card in found] == [
            ("emergency", 3),
            ("urgent", 4),
            ("non_urgent", 1),
        ]

    def test_a_card_nobody_has_filled_in_has_no_place(self):
        block = ConditionPage(title="New").body.stream_block.child_blocks["seek_help"]
        found = cards(("seek_help", block.get_default()), bodies.seek_help("urgent"))
        assert [card.place for card in found] == [1]

    def test_a_level_not_chosen_yet_comes_last(self):
        name, value = bodies.seek_help()
        found = cards((name, value | {"level": ""}), bodies.seek_help())
        assert [card.value["level"] for card in found] == ["non_urgent", ""]

    def test_signs_are_lines(self):
        name, value = bodies.seek_help()
        (card,) = cards((name, value | {"signs": "Fever\n\n  It spreads "}))
        assert card.signs == ["Fever", "It spreads"]

    def test_the_anchor_leads_to_the_card(self, client, site_tree):
        page = published(ConditionPage, body=[bodies.seek_help("urgent"), bodies.summary(), bodies.seek_help()])
        shown = client.get(page.url).content.decode()
        for card in page.help_cards:
            assert f'href="#help-{card.place}"' in shown
            assert f'id="help-{card.place}"' in shown
        assert [card.place for card in page.help_cards] == [1, 3]
