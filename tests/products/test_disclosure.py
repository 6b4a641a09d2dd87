"""Labels and link attributes of products."""

import pytest

from products.disclosure import label, link_rel
from products.models import CommercialRelation


class LabelTests:
    """What readers are told beside a product."""

    @pytest.mark.parametrize(
        ("relation", "words"),
        [
            ("own_brand", "Our own brand"),
            ("affiliate", "Ad: affiliate link, we earn if you buy"),
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
