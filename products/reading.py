"""What a product hands its template: its label, where to buy it, or that it is no longer sold."""

from typing import NamedTuple

from babel.numbers import format_currency
from django.utils.functional import cached_property
from django.utils.translation import get_language, to_locale

from core.listing import chosen_pages
from core.readable import is_readable
from products import disclosure
from products.outgoing import outgoing_address
from products.retirement import is_over


class OfferLink(NamedTuple):
    """A shop's offer and the address on this site that leads there."""

    offer: object
    address: str

    @property
    def price(self) -> str:
        """The price as people write it where the site is read, nothing where nobody noted it: £12.50."""
        offer = self.offer
        if not offer.price:
            return ""
        return format_currency(offer.price, offer.currency.upper(), locale=to_locale(get_language()))


class ProductReading:
    """The commercial relation in words, and the way to each shop while it is sold."""

    def pages_below(self) -> list:
        """What stands below the text."""
        return [*self.ingredient_list]

    @property
    def label(self) -> str:
        """What readers are told about the relation; nothing where there is none."""
        return disclosure.label(self.commercial_relation)

    @property
    def link_rel(self) -> str:
        """The `rel` of every link to a shop that sells it."""
        return disclosure.link_rel(self.commercial_relation)

    @property
    def is_retired(self) -> bool:
        """Whether it is no longer sold."""
        return is_over(self.retired_on)

    @cached_property
    def use_instead(self):
        """The product that takes its place, as far as readers may see it and it is sold itself."""
        return self.successor if is_readable(self.successor) and not self.successor.is_retired else None

    @cached_property
    def offer_links(self) -> list[OfferLink]:
        """Where to buy it, each by way of an address of this site; nowhere once it is no longer sold."""
        if self.is_retired:
            return []
        offers = [offer for offer in self.offers.select_related("merchant") if getattr(offer, "merchant", None)]
        return [OfferLink(offer, outgoing_address(self, offer)) for offer in offers]

    @cached_property
    def ingredient_list(self) -> list:
        """What is in it, as far as it has a page readers may see."""
        return chosen_pages(self.product_ingredients.select_related("ingredient"), "ingredient")
