"""Which pages a page leads to."""

import pytest
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from articles.models import RelatedPage
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionPage
from core.links import linked_pages
from images.models import SiteImage
from ingredients.models import IngredientPage
from products.models import ProductPage
from tests.conditions.bodies import differential
from tests.core import bodies
from tests.images.factories import SiteImageFactory
from tests.people.factories import author
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def link_to(key) -> str:
    """Prose with a link to a page."""
    return f'<p>More <a linktype="page" id="{key}">here</a>.</p>'


def as_revised(page: Page) -> Page:
    """A page as its latest revision has it."""
    page.save_revision(clean=False)
    return page.get_latest_revision_as_object()


class LinkedPagesTests:
    def test_prose_choosers_and_relations_are_read_from_the_revision(self, site_tree):
        other, condition, related = (draft(kind) for kind in (BlogPostPage, ConditionPage, BlogPostPage))
        ingredient, product = draft(IngredientPage), draft(ProductPage)
        page = draft(BlogPostPage)
        page.body = [
            bodies.text(link_to(other.pk)),
            bodies.image(SiteImageFactory()),
            bodies.ingredients(ingredient),
            bodies.product(product),
        ]
        page.post_conditions = [PostCondition(condition=condition)]
        page.related_pages = [RelatedPage(target=related)]
        expected = {one.pk for one in (other, condition, related, ingredient, product, author())}
        assert linked_pages(as_revised(page)) == expected
        assert linked_pages(BlogPostPage.objects.get(pk=page.pk)) == {author().pk}

    def test_links_deep_inside_blocks_are_found(self, site_tree):
        condition, other = draft(ConditionPage), draft(BlogPostPage)
        name, value = bodies.faq()
        value["items"][0]["answer"] = link_to(other.pk)
        page = draft(ConditionPage, body=[bodies.seek_help(), differential(condition), (name, value)])
        assert linked_pages(as_revised(page)) >= {condition.pk, other.pk}

    def test_a_page_deleted_since_is_still_named(self, site_tree):
        other, ingredient = draft(BlogPostPage), draft(IngredientPage)
        page = draft(BlogPostPage, body=[bodies.text(link_to(other.pk)), bodies.ingredients(ingredient)])
        for gone in (other, ingredient):
            Page.objects.get(pk=gone.pk).delete()
        assert linked_pages(page.get_latest_revision_as_object()) >= {other.pk, ingredient.pk}

    def test_the_page_itself_and_where_it_leads_once_offline_are_no_links(self, site_tree):
        page, other = draft(BlogPostPage), published(BlogPostPage)
        page.body, page.forward_to = [bodies.text(link_to(page.pk))], other
        assert linked_pages(as_revised(page)) == {author().pk}

    @pytest.mark.parametrize("key", ["nonsense", "9" * 40])
    def test_a_link_with_an_impossible_key_does_no_harm(self, site_tree, key):
        page = draft(BlogPostPage)
        page.body = [bodies.text(link_to(key))]
        assert linked_pages(as_revised(page)) == {author().pk}


class ExtractionTests:
    def test_wagtail_still_extracts_kind_key_and_place_this_way(self, site_tree):
        other, picture = published(BlogPostPage), SiteImageFactory()
        page = draft(BlogPostPage, body=[bodies.text(link_to(other.pk)), bodies.image(picture)], forward_to=other)
        pages = get_default_page_content_type().pk
        pictures = ReferenceIndex._get_base_content_type(SiteImage).pk
        found = {one[:3] for one in ReferenceIndex._extract_references_from_object(as_revised(page))}
        assert found >= {
            (pages, str(other.pk), "body.text"),
            (pages, str(author().pk), "contributions.item.person"),
            (pages, str(other.pk), "forward_to"),
            (pictures, str(picture.pk), "body.image.image"),
        }
