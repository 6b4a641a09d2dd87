"""The help cards of an article at a glance: how urgent, and the first sign of each, for the first screen."""

from dataclasses import dataclass

from wagtail.blocks import StreamValue, StructValue

from core.blocks.emptiness import filled
from core.clinical import is_help
from core.templatetags.core_tags import lines

#: The most urgent card is named first, wherever it stands in the text.
URGENCY = ("emergency", "urgent", "non_urgent")


@dataclass(frozen=True)
class HelpCard:
    """One card, and its place among the filled blocks of the body, which its anchor is made of."""

    place: int
    value: StructValue

    @property
    def urgency(self) -> int:
        """0 for an emergency; a level nobody has chosen yet comes last."""
        level = self.value.get("level")
        return URGENCY.index(level) if level in URGENCY else len(URGENCY)

    @property
    def signs(self) -> list[str]:
        """The signs, a line each."""
        return lines(self.value.get("signs"))


def help_cards_of(body: StreamValue) -> list[HelpCard]:
    """The help cards of a body, the most urgent first."""
    cards = [HelpCard(place, child.value) for place, child in enumerate(filled(body), start=1) if is_help(child)]
    return sorted(cards, key=lambda card: card.urgency)
