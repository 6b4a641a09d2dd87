"""What the fields and blocks of a page hold."""

import pytest
from wagtail.rich_text import RichText

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.contents import chosen_keys, stored_texts, values_of
from images.models import SiteImage
from ingredients.models import IngredientPage, Medicine
from people.models import PersonPage
from products.models import ProductPage
from tests.conditions.bodies import cause, differential
from tests.core import bodies
from tests.images.factories import SiteImageFactory
from tests.ingredients.factories import MedicineFactory
from tests.publication import published

# A page type looks up its content type as soon as a page is made, saved or not.
pytestmark = pytest.mark.django_db


class ValuesOfTests:
    def test_values_come_in_reading_order_however_deep(self):
        page = BlogPostPage(title="New", body=[bodies.text("<p>First</p>"), bodies.faq(), bodies.callout()])
        texts = [value.source for value in values_of(page) if isinstance(value, RichText)]
        assert [text.split()[0] for text in texts] == ["<p>First</p>", "<p>Rarely,", "<p>Put"]

    def test_rich_text_fields_count_too(self):
        page = PersonPage(title="Ana", biography="<p>Ana writes.</p>")
        assert list(values_of(page)) == [RichText("<p>Ana writes.</p>")]


class ChosenKeysTests:
    def test_everything_chosen_is_found_without_a_query(self, db, django_assert_num_queries):
        product, ingredient, condition = published(ProductPage), published(IngredientPage), published(ConditionPage)
        picture, medicine = SiteImageFactory(), MedicineFactory()
        medication = {"medicine": medicine, "form": "Gel", "guidance": "Only if a doctor has prescribed it"}
        items = [cause("A plug", condition, [medication]), cause("Sun")]
        body = [
            bodies.seek_help(),
            ("causes", {"title": "Causes", "items": items}),
            differential(),
            bodies.image(picture),
            bodies.ingredients(ingredient),
            bodies.product(product),
        ]
        page = ConditionPage.objects.get(pk=published(ConditionPage, body=body).pk)
        with django_assert_num_queries(0):
            assert set(chosen_keys(page)) == {
                (ConditionPage, condition.pk),
                (Medicine, medicine.pk),
                (SiteImage, picture.pk),
                (IngredientPage, ingredient.pk),
                (ProductPage, product.pk),
            }

    def test_lists_and_blocks_of_an_older_shape_do_no_harm(self, db):
        page = ConditionPage(title="New")
        field = ConditionPage._meta.get_field("body")
        raw = [
            {"type": "gone", "value": 1},
            {"type": "ingredients", "value": {"title": "x", "items": [{"ingredient": 7}]}},
            {"type": "product", "value": None},
        ]
        page.body = field.stream_block.to_python(raw)
        assert list(chosen_keys(page)) == [(IngredientPage, 7)]


class StoredTextsTests:
    def test_every_text_is_read_without_a_query_however_deep(self, db, django_assert_num_queries):
        body = [bodies.text("<p>First</p>"), bodies.faq(), ("causes", {"title": "Causes", "items": [cause("Sun")]})]
        page = ConditionPage.objects.get(pk=published(ConditionPage, body=[bodies.seek_help(), *body]).pk)
        with django_assert_num_queries(0):
            texts = list(stored_texts(page))
        for text in ("<p>First</p>", "<p>Rarely, and seldom for long.</p>", cause("Sun")["mechanism"]):
            assert text in texts

    def test_rich_text_fields_count_too(self):
        assert list(stored_texts(PersonPage(title="Ana", biography="<p>Ana writes.</p>"))) == ["<p>Ana writes.</p>"]
