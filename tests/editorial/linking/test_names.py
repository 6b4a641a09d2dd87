"""What the pages of the site are called."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.names import Kind, Name, distinct, names_on_site
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductPage
from tests.core.privacy import keep_private
from tests.publication import draft, published
from topics.models import TopicPage


def names_of(page) -> list[str]:
    """What a page is called."""
    return [name.words for name in names_on_site() if name.page_id == page.pk]


@pytest.mark.django_db
class NamesOnSiteTests:
    def test_conditions_have_everyday_and_clinical_names(self, site_tree):
        page = published(ConditionPage, title="Milia", also_known_as="Milk spots\nWhite bumps", clinical_names="Milium")
        assert names_of(page) == ["Milia", "Milk spots", "White bumps", "Milium"]

    def test_ingredients_have_an_inci_name_and_other_names(self, site_tree):
        page = published(IngredientPage, title="Vitamin B3", inci_name="Niacinamide", also_known_as="Nicotinamide\nB3")
        assert names_of(page) == ["Vitamin B3", "Niacinamide", "Nicotinamide", "B3"]

    @pytest.mark.parametrize(
        ("page_type", "kind"),
        [(ProductPage, Kind.PRODUCT), (PersonPage, Kind.PERSON), (TopicPage, Kind.TOPIC)],
    )
    def test_products_people_and_topics_have_their_titles(self, site_tree, page_type, kind):
        page = published(page_type, title="Calm Balm")
        found = [name for name in names_on_site() if name.page_id == page.pk]
        assert found == [Name("Calm Balm", page.pk, kind, "Calm Balm")]

    def test_each_name_counts_once_and_empty_lines_are_none(self, site_tree):
        page = published(ConditionPage, title="Milia", also_known_as="Milia\n\n  Milk spots \n", clinical_names="Milia")
        assert names_of(page) == ["Milia", "Milk spots"]

    def test_posts_have_no_names(self, site_tree):
        assert names_of(published(BlogPostPage, title="Calm skin")) == []

    def test_what_readers_do_not_see_has_no_names(self, site_tree):
        hidden, gone, private = draft(ConditionPage), published(ConditionPage), published(ConditionPage)
        gone.unpublish()
        keep_private(private)
        assert [names_of(page) for page in (hidden, gone, private)] == [[], [], []]

    def test_names_are_those_readers_see_not_those_of_a_newer_draft(self, site_tree):
        page = published(TopicPage, title="Calm days")
        page.title = "Stormy days"
        page.save_revision()
        assert names_of(page) == ["Calm days"]

    def test_a_product_no_longer_sold_has_none(self, site_tree):
        today = timezone.localdate()
        over = published(ProductPage, title="Old Balm", retired_on=today)
        sold = published(ProductPage, title="New Balm", retired_on=today + timedelta(days=1))
        assert (names_of(over), names_of(sold)) == ([], ["New Balm"])

    def test_a_page_that_mirrors_another_has_none(self, site_tree):
        page = published(TopicPage, title="Calm days")
        mirror = page.create_alias(update_slug="calm-days-too")
        assert mirror.live
        assert names_of(mirror) == []

    def test_the_number_of_queries_does_not_grow_with_the_pages(self, site_tree, django_assert_num_queries):
        for _ in range(3):
            published(TopicPage)
        # One a kind, and the restrictions for each.
        with django_assert_num_queries(10):
            assert len(names_on_site()) >= 3


class KindTests:
    def test_they_come_in_the_order_in_which_they_are_meant(self):
        assert [kind.word for kind in sorted(Kind)] == ["condition", "ingredient", "product", "person", "topic"]


class DistinctTests:
    def test_lines_that_say_something_remain_once_in_their_order(self):
        assert distinct(["b", " a ", "", "  ", "b", "a", "B"]) == ["b", "a", "B"]
