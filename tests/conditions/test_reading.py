"""What conditions and questions hand their templates."""

from blog.models import BlogPostPage, PostCondition
from conditions.models import (
    ConditionIngredient,
    ConditionPage,
    ConditionProduct,
    ConditionSite,
    QuestionCondition,
    QuestionPage,
)
from ingredients.models import IngredientPage
from products.models import ProductPage
from tests.conditions.bodies import differential
from tests.conditions.factories import about
from tests.core import bodies
from tests.publication import draft, publish, published
from tests.topics.factories import BodySiteFactory


class ConditionReadingTests:
    def test_sites_are_told_apart_by_how_typical_they_are(self, db):
        eyes, back = BodySiteFactory(), BodySiteFactory()
        sites = [ConditionSite(body_site=eyes), ConditionSite(body_site=back, frequency="also"), ConditionSite()]
        page = ConditionPage(title="New", sites=sites)
        assert (page.usual_sites, page.also_sites) == ([eyes], [back])

    def test_questions_and_posts_about_it_are_found_from_here(self, db):
        page = published(ConditionPage)
        question = published(QuestionPage, question_conditions=about(page))
        post = published(BlogPostPage, post_conditions=[PostCondition(condition=page)])
        draft(QuestionPage, question_conditions=about(page))
        draft(BlogPostPage, post_conditions=[PostCondition(condition=page)])
        assert (page.questions, page.posts_about) == ([question], [post])

    def test_what_helps_is_listed_as_far_as_readers_may_see_it(self, db):
        ingredient, product = published(IngredientPage), published(ProductPage)
        page = published(
            ConditionPage,
            condition_ingredients=[ConditionIngredient(ingredient=row) for row in (draft(IngredientPage), ingredient)],
            condition_products=[ConditionProduct(product=row) for row in (draft(ProductPage), product)],
        )
        assert (page.helpful_ingredients, page.helpful_products) == ([ingredient], [product])
        assert ingredient.conditions_helped == [page]

    def test_signs_can_be_ticked_on_paper_as_many_as_leave_room(self, db):
        first = ("signs", {"title": "Signs", "signs": "\n".join(f"Sign {number}" for number in range(6))})
        second = ("signs", {"title": "Later", "signs": " Itch \n\nHeat\nScale"})
        page = ConditionPage(title="New", body=[first, bodies.summary(), second])
        assert page.signs_to_tick == [*(f"Sign {number}" for number in range(6)), "Itch", "Heat"]

    def test_a_draft_nobody_has_saved_has_nothing(self, db):
        page = ConditionPage(title="New")
        assert page.questions == page.posts_about == page.helpful_products == page.usual_sites == []


class ConfusedWithTests:
    def test_conditions_that_say_how_they_differ_are_listed_by_name(self, db):
        page = published(ConditionPage, title="Milia")
        for make, title in [(published, "Warts"), (published, "Acne"), (draft, "Rash")]:
            make(ConditionPage, title=title, body=[bodies.seek_help(), differential(page)])
        assert [condition.title for condition in page.confused_with] == ["Acne", "Warts"]

    def test_what_the_page_tells_apart_itself_is_not_said_twice(self, db):
        other = published(ConditionPage, title="Acne")
        page = published(ConditionPage, title="Milia", body=[bodies.seek_help(), differential(other)])
        other.body = [bodies.seek_help(), differential(page)]
        publish(other)
        assert ConditionPage.objects.get(pk=page.pk).confused_with == []
        assert ConditionPage.objects.get(pk=other.pk).confused_with == []

    def test_a_draft_nobody_has_saved_is_confused_with_nothing(self, db):
        assert ConditionPage(title="New").confused_with == []


class QuestionReadingTests:
    def test_the_sentence_that_answers_stands_alone(self, db):
        page = QuestionPage(title="New", short_answer="Mostly sebum. Leave it alone.")
        assert (page.answer_first, page.answer_rest) == ("Mostly sebum.", "Leave it alone.")

    def test_a_draft_without_an_answer_has_neither(self, db):
        page = QuestionPage(title="New", short_answer=None)
        assert (page.answer_first, page.answer_rest) == ("", "")

    def test_the_first_condition_is_the_main_one(self, db):
        first, second = published(ConditionPage), published(ConditionPage)
        page = published(QuestionPage, question_conditions=about(second, first))
        assert (page.main_condition, page.other_conditions) == (second, [first])

    def test_a_condition_readers_may_not_see_is_not_named(self, db):
        hidden, other = draft(ConditionPage), published(ConditionPage)
        page = published(QuestionPage, question_conditions=about(hidden, other))
        assert (page.main_condition, page.other_conditions) == (None, [other])

    def test_a_row_without_a_condition_is_left_out_of_a_draft(self, db):
        page = QuestionPage(title="New", question_conditions=[QuestionCondition()])
        assert (page.main_condition, page.other_conditions) == (None, [])

    def test_a_question_without_conditions_has_no_main_one(self, db):
        assert QuestionPage(title="New").main_condition is None
