"""Loading what an article shows."""

from articles.gathering import gather, split
from blog.models import BlogPostPage
from images.models import SiteImage
from products.models import ProductPage
from tests.core import bodies
from tests.publication import published


class GatherTests:
    def test_two_blocks_with_the_same_product_load_it_once(self, db, django_assert_max_num_queries):
        product = published(ProductPage)
        post = published(BlogPostPage, body=[bodies.product(product), bodies.product(product)])
        gather(post)
        with django_assert_max_num_queries(0):
            assert [child.value["product"].brand.pk for child in post.body] == [product.brand_id] * 2

    def test_a_draft_nobody_has_saved_is_gathered_too(self, db):
        gather(BlogPostPage(title="New"))


class SplitTests:
    def test_pictures_are_told_from_everything_else(self):
        assert split([(SiteImage, 1), (ProductPage, 2)]) == ({1}, [(ProductPage, 2)])
