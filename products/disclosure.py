"""What readers are told about money, and what search engines are: label and link attributes of a product.

Sources: the UK Competition and Markets Authority's guidance on hidden advertising and the CAP Code, section 2
(commercial intent must be obvious before the reader engages, own brands and gifts included); Google's guidance on
qualifying outbound links (``sponsored`` for anything paid for, ``nofollow`` where no endorsement is meant).
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import models
from wagtail.models import Page

from core.publishing import Problem


class CommercialRelation(models.TextChoices):
    """What the site gains from a product; label and link attributes follow from it."""

    OWN_BRAND = "own_brand", "Our own brand"
    AFFILIATE = "affiliate", "Affiliate link"
    PAID = "paid", "Paid placement"
    GIFTED = "gifted", "Gifted"
    NONE = "none", "No relation"


LABELS = {
    CommercialRelation.OWN_BRAND: "Our own brand",
    CommercialRelation.AFFILIATE: "Ad: affiliate link",
    CommercialRelation.PAID: "Ad: paid placement",
    CommercialRelation.GIFTED: "Gifted by the maker",
}


def label(relation: str) -> str:
    """The words shown beside a product before any link to a shop; empty when the site gains nothing.

    A relation nobody has stated is labelled as an advertisement: the mistake must not favour the site.
    """
    if relation == CommercialRelation.NONE:
        return ""
    return LABELS.get(relation, "Ad")


def link_rel(relation: str) -> str:
    """The ``rel`` of a link to a shop.

    ``noopener`` always; ``nofollow`` unless the site gains nothing; ``sponsored`` where the link is paid for in money
    or goods. The own brand is the site's own business, so its links are not sponsored by anybody else.
    """
    if relation == CommercialRelation.NONE:
        return "noopener"
    if relation == CommercialRelation.OWN_BRAND:
        return "nofollow noopener"
    return "sponsored nofollow noopener"


def own_brand_is_said(page: Page, moment: datetime) -> Iterator[Problem]:
    """Refuse a product of the site's own brand that is said to be anything else."""
    relation = getattr(page, "commercial_relation", "")
    if relation and relation != CommercialRelation.OWN_BRAND and page.brand and page.brand.is_own:
        yield Problem(
            "commercial_relation",
            f"{page.brand} is our own brand: choose “{CommercialRelation.OWN_BRAND.label}”, which readers are told.",
        )
