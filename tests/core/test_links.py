"""Which pages a page leads to."""

import pytest
from wagtail.models import Page, ReferenceIndex, get_default_page_content_type

from articles.models import RelatedPage
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionPage
from core.links import Link, linked_pages, links_of
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


class LinksOfTests:
    def test_a_link_in_a_text_says_its_box_and_the_block_it_stands_in(self, site_tree):
        other = draft(BlogPostPage)
        page = draft(BlogPostPage)
        page.body = [bodies.text(), bodies.text(link_to(other.pk) * 2)]
        page = as_revised(page)
        found = [link for link in links_of(page) if link.target == other.pk]
        assert found == [Link(other.pk, "body.text", f"body.{page.body[1].id}")]

    def test_links_to_one_page_from_two_blocks_are_two(self, site_tree):
        other = draft(BlogPostPage)
        page = draft(BlogPostPage)
        page.body = [bodies.text(link_to(other.pk)), bodies.callout(), bodies.text(link_to(other.pk))]
        page = as_revised(page)
        places = [link.place for link in links_of(page) if link.target == other.pk]
        assert places == [f"body.{page.body[0].id}", f"body.{page.body[2].id}"]

    def test_one_in_a_list_inside_a_block_says_which_item(self, site_tree):
        condition, other = draft(ConditionPage), draft(BlogPostPage)
        name, value = bodies.faq()
        value["items"].append({"question": "And then?", "answer": link_to(other.pk)})
        page = as_revised(draft(ConditionPage, body=[bodies.seek_help(), differential(condition), (name, value)]))
        lookalike, answer = (page.body[place].value["items"].bound_blocks[place - 1].id for place in (1, 2))
        found = {link for link in links_of(page) if link.box.startswith("body.")}
        assert found == {
            Link(
                condition.pk,
                "body.differential.items.item.condition",
                f"body.{page.body[1].id}.items.{lookalike}.condition",
            ),
            Link(other.pk, "body.faq.items.item.answer", f"body.{page.body[2].id}.items.{answer}.answer"),
        }

    def test_a_relation_says_its_box_and_its_row(self, site_tree):
        related = draft(BlogPostPage)
        page = published(BlogPostPage, related_pages=[RelatedPage(target=related)])
        (found,) = [link for link in links_of(page) if link.target == related.pk]
        row = page.related_pages.get().pk
        assert found == Link(related.pk, "related_pages.item.target", f"related_pages.{row}.target")

    def test_a_chosen_page_deleted_since_has_no_place(self, site_tree):
        ingredient, other = draft(IngredientPage), draft(BlogPostPage)
        page = draft(BlogPostPage, body=[bodies.ingredients(ingredient), bodies.text(link_to(other.pk))])
        for gone in (other, ingredient):
            Page.objects.get(pk=gone.pk).delete()
        found = links_of(page.get_latest_revision_as_object())
        assert Link(ingredient.pk, "", "") in found
        assert [(link.target, link.box) for link in found if link.target == other.pk] == [(other.pk, "body.text")]

    def test_a_page_chosen_and_linked_in_a_text_that_is_deleted_is_told_by_its_text(self, site_tree):
        ingredient = draft(IngredientPage)
        page = draft(BlogPostPage, body=[bodies.ingredients(ingredient), bodies.text(link_to(ingredient.pk))])
        Page.objects.get(pk=ingredient.pk).delete()
        found = [link.box for link in links_of(page.get_latest_revision_as_object()) if link.target == ingredient.pk]
        assert found == ["body.text"]

    def test_no_link_leads_to_the_page_itself(self, site_tree):
        page = draft(BlogPostPage)
        page.body, page.related_pages = [bodies.text(link_to(page.pk))], [RelatedPage(target=page)]
        assert {link.target for link in links_of(as_revised(page))} == {author().pk}

    def test_the_pages_they_name_are_those_the_page_leads_to(self, site_tree):
        page = draft(BlogPostPage)
        page.body = [bodies.text(link_to(draft(BlogPostPage).pk)), bodies.ingredients(draft(IngredientPage))]
        page = as_revised(page)
        assert {link.target for link in links_of(page)} == linked_pages(page)
        assert len(linked_pages(page)) == 3


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
