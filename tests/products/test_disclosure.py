"""Labels and link attributes of products."""

import pytest

from core.publishing import PublishRefused
from products.disclosure import CommercialRelation, label, link_rel
from products.models import ProductPage
from tests.products.factories import BrandFactory
from tests.publication import draft, publish


class LabelTests:
    """What readers are told beside a product."""

    @pytest.mark.parametrize(
        ("relation", "words"),
        [
            ("own_brand", "Our own brand"),
            ("affiliate", "Ad: affiliate link"),
            ("paid", "Ad: paid placement"),
            ("gifted", "Gifted by the maker"),
            ("none", ""),
            ("", "Ad"),
        ],
    )
    def test_each_relation_has_its_words_and_an_unstated_one_counts_as_advertising(self, relation, words):
        assert label(relation) == words

    def test_every_relation_but_none_is_labelled(self):
        assert all(label(relation) for relation in CommercialRelation if relation != CommercialRelation.NONE)


class LinkRelTests:
    """What search engines are told about a link to a shop."""

    @pytest.mark.parametrize(
        ("relation", "rel"),
        [
            ("own_brand", "nofollow noopener"),
            ("affiliate", "sponsored nofollow noopener"),
            ("paid", "sponsored nofollow noopener"),
            ("gifted", "sponsored nofollow noopener"),
            ("none", "noopener"),
            ("", "sponsored nofollow noopener"),
        ],
    )
    def test_each_relation_has_its_rel(self, relation, rel):
        assert link_rel(relation) == rel


@pytest.mark.django_db
class OwnBrandTests:
    """A product of the site's own brand is published as that alone."""

    @pytest.mark.parametrize("relation", ["affiliate", "paid", "gifted", "none"])
    def test_it_is_refused_as_anything_else(self, relation):
        page = draft(ProductPage, brand=BrandFactory(is_own=True), commercial_relation=relation)
        with pytest.raises(PublishRefused, match="is our own brand"):
            publish(page)

    def test_it_goes_live_as_our_own(self):
        page = draft(ProductPage, brand=BrandFactory(is_own=True), commercial_relation="own_brand")
        publish(page)
        assert ProductPage.objects.get(pk=page.pk).live

    def test_another_brand_is_whatever_its_editor_says(self):
        page = draft(ProductPage, commercial_relation="own_brand")
        publish(page)
        assert ProductPage.objects.get(pk=page.pk).live
