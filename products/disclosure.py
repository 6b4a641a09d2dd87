"""What readers are told about money, and what search engines are: label and link attributes of a product.

Sources: the UK Competition and Markets Authority's guidance on hidden advertising and the CAP Code, section 2
(commercial intent must be obvious before the reader engages, own brands and gifts included); Google's guidance on
qualifying outbound links (``sponsored`` for anything paid for, ``nofollow`` where no endorsement is meant).
"""

from products.models import CommercialRelation

LABELS = {
    CommercialRelation.OWN_BRAND: "Our own brand",
    CommercialRelation.AFFILIATE: "Ad: affiliate link, we earn if you buy",
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
