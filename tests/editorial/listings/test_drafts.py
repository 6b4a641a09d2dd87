"""Drafts as findable as live pages."""

import pytest

from blog.models import BlogPostPage
from people.models import PersonPage
from products.models import ProductPage
from tests.blog.factories import BlogPostPageFactory
from tests.people.factories import PersonPageFactory, written_by
from tests.products.factories import BrandFactory, ProductPageFactory

pytestmark = pytest.mark.django_db


class CopyToTablesTests:
    def test_draft_is_found_by_what_its_revision_says(self):
        product = ProductPageFactory()
        product.brand = brand = BrandFactory(name="Plain Skin")
        product.save_revision()
        assert ProductPage.objects.get(brand=brand) == product

    def test_form_that_is_being_saved_keeps_its_rows(self):
        page = BlogPostPageFactory(contributions=[])
        page.contributions = written_by(PersonPageFactory())
        page.save_revision()
        assert page.contributions.get().pk is None
        page.save_revision()
        assert BlogPostPage.objects.get(pk=page.pk).contributions.count() == 1

    def test_page_without_byline_or_topics_is_left_alone(self):
        person = PersonPageFactory(role="Writer")
        person.role = "Editor"
        person.save_revision()
        assert PersonPage.objects.get(pk=person.pk).role == "Editor"
