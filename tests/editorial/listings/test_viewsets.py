"""One listing for each type of page."""

import pytest
from django.urls import reverse

from editorial.listings.viewsets import LISTINGS
from tests.blog.factories import BlogIndexPageFactory, BlogPostPageFactory
from tests.conditions.factories import ConditionPageFactory, QuestionPageFactory
from tests.ingredients.factories import IngredientPageFactory
from tests.people.factories import PersonPageFactory
from tests.products.factories import ProductPageFactory

pytestmark = pytest.mark.django_db
FACTORIES = {
    factory._meta.model: factory
    for factory in (
        *(BlogPostPageFactory, QuestionPageFactory, ConditionPageFactory),
        *(ProductPageFactory, IngredientPageFactory, PersonPageFactory),
    )
}


class TypeListingTests:
    @pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
    def test_every_type_is_listed_flat_and_below_its_index(self, desk, listing):
        page = FACTORIES[listing.model]()
        response = desk.get(reverse(f"{listing.name}:index"))
        assert response.status_code == 200
        (parent_model,) = listing.model.allowed_parent_page_models()
        below = desk.get(reverse("wagtailadmin_explore", args=[parent_model.objects.get().pk]))
        labels = [column.label for column in response.context["table"].columns.values()]
        assert set(labels) <= {column.label for column in below.context["table"].columns.values()}
        assert page in list(response.context["object_list"])
        assert "#icon-draft" in response.content.decode()

    def test_add_button_leads_straight_to_the_form(self, desk):
        response = desk.get(reverse("posts:choose_parent"))
        assert response.url == reverse(
            "wagtailadmin_pages:add", args=["blog", "blogpostpage", BlogIndexPageFactory().pk]
        )
