"""Products, brands and shops."""

from datetime import date
from decimal import Decimal

import factory

from products.models import Brand, CommercialRelation, Merchant, Offer, ProductIndexPage, ProductPage
from tests.articles.factories import ArticlePageFactory
from tests.core import bodies
from tests.core.factories import IndexPageFactory


class BrandFactory(factory.django.DjangoModelFactory):
    """A brand that is not our own."""

    name = factory.Sequence(lambda number: f"Quiet Skin {number}")
    url = "https://brand.example.org/"

    class Meta:
        model = Brand


class MerchantFactory(factory.django.DjangoModelFactory):
    """A shop."""

    name = factory.Sequence(lambda number: f"Corner Pharmacy {number}")
    url = "https://shop.example.org/"

    class Meta:
        model = Merchant


class ProductIndexPageFactory(IndexPageFactory):
    """The list of products."""

    title = "Products"
    slug = "products"

    class Meta:
        model = ProductIndexPage


class ProductPageFactory(ArticlePageFactory):
    """A cream sold by one shop that pays a share."""

    parent = factory.LazyFunction(lambda: ProductIndexPageFactory())
    title = factory.Sequence(lambda number: f"Calm cream {number}")
    brand = factory.SubFactory(BrandFactory)
    commercial_relation = CommercialRelation.AFFILIATE
    size = "50 ml"
    suited_to = "Skin that reacts easily"
    offers = factory.LazyFunction(
        lambda: [
            Offer(
                merchant=MerchantFactory(),
                url="https://shop.example.org/calm-cream",
                price=Decimal("12.50"),
                checked_on=date(2026, 1, 5),
            )
        ]
    )
    body = factory.LazyFunction(lambda: [bodies.text()])

    class Meta:
        model = ProductPage
