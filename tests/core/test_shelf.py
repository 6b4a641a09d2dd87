"""Loading each thing once."""

from core import shelf
from images.models import SiteImage
from products.models import ProductPage
from tests.images.factories import SiteImageFactory
from tests.publication import published


class ShelfTests:
    def test_what_was_loaded_is_not_loaded_again(self, db, django_assert_num_queries):
        product = published(ProductPage)
        with shelf.open_shelf(), django_assert_num_queries(1):
            shelf.fetch(ProductPage, [product.pk])
            assert shelf.fetch(ProductPage, [product.pk, None]) == {product.pk: product}

    def test_what_is_gone_is_not_asked_for_again(self, db, django_assert_num_queries):
        with shelf.open_shelf(), django_assert_num_queries(1):
            assert shelf.fetch(ProductPage, [987]) == shelf.fetch(ProductPage, [987]) == {}

    def test_what_a_list_brought_counts(self, db, django_assert_num_queries):
        product = published(ProductPage)
        with shelf.open_shelf(), django_assert_num_queries(0):
            shelf.put([product])
            assert shelf.fetch(ProductPage, [product.pk])[product.pk] is product
            assert shelf.pages() == [product]

    def test_what_was_looked_for_elsewhere_and_not_found_is_not_asked_for_again(self, db, django_assert_num_queries):
        product = published(ProductPage)
        with shelf.open_shelf(), django_assert_num_queries(0):
            shelf.put([product])
            shelf.miss([(ProductPage, product.pk), (ProductPage, 987)])
            assert shelf.fetch(ProductPage, [product.pk, 987]) == {product.pk: product}

    def test_several_kinds_cost_a_query_each(self, db, django_assert_num_queries):
        product, picture = published(ProductPage), SiteImageFactory()
        picture.get_rendition("width-20")
        with shelf.open_shelf(), django_assert_num_queries(2):
            shelf.fetch_all([(ProductPage, product.pk), (SiteImage, picture.pk), (ProductPage, product.pk)])

    def test_outside_of_a_page_nothing_is_kept(self, db):
        product = published(ProductPage)
        shelf.put([product])
        ProductPage.objects.filter(pk=product.pk).update(size="30 ml")
        assert shelf.fetch(ProductPage, [product.pk])[product.pk].size == "30 ml"
        assert shelf.pages() == []

    def test_a_product_comes_with_its_brand(self, db, django_assert_num_queries):
        product = published(ProductPage)
        found = shelf.fetch(ProductPage, [product.pk])[product.pk]
        with django_assert_num_queries(0):
            assert found.brand.pk == product.brand_id
