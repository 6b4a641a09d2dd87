"""What completes an editor's choice: pages about the same conditions first, then those on the same topics."""

from datetime import UTC, datetime

import pytest

from articles.common_ground import nearest, offered_types
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionIngredient, ConditionPage, ConditionProduct, QuestionCondition, QuestionPage
from ingredients.models import IngredientPage
from products.models import ProductPage
from tests.core.privacy import keep_private
from tests.publication import draft, publish, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def milia():
    return published(ConditionPage, title="Milia")


@pytest.fixture
def backs():
    return published(TopicPage, title="Backs")


def post_about(condition, **fields) -> BlogPostPage:
    return published(BlogPostPage, post_conditions=[PostCondition(condition=condition)], **fields)


def question_about(condition, **fields) -> QuestionPage:
    return published(QuestionPage, question_conditions=[QuestionCondition(condition=condition)], **fields)


def plain(*pages) -> list[int]:
    return [page.pk for page in pages]


class NearestTests:
    def test_a_post_leads_to_its_condition_and_to_what_else_is_about_it(self, milia):
        question, other = question_about(milia), post_about(milia)
        published(BlogPostPage)
        assert set(plain(*nearest(post_about(milia), 9))) == set(plain(milia, question, other))

    def test_a_condition_leads_to_what_is_about_it(self, milia):
        question = question_about(milia)
        assert plain(*nearest(milia, 9)) == [question.pk]

    @pytest.mark.parametrize(
        ("model", "row", "name"),
        [(IngredientPage, ConditionIngredient, "ingredient"), (ProductPage, ConditionProduct, "product")],
    )
    def test_what_helps_with_a_condition_leads_to_it(self, milia, model, row, name):
        remedy = published(model)
        setattr(milia, f"condition_{name}s", [row(**{name: remedy})])
        publish(milia)
        assert plain(*nearest(remedy, 9)) == [milia.pk]

    def test_a_shared_condition_comes_before_a_shared_topic_and_both_before_either(self, milia, backs):
        day = datetime(2026, 1, 1, tzinfo=UTC)
        both = question_about(milia, topics=[backs], published_at=day)
        condition_alone = question_about(milia, published_at=day.replace(month=2))
        topic_alone = published(BlogPostPage, topics=[backs], published_at=day.replace(month=3))
        keep_private(milia)
        assert plain(*nearest(post_about(milia, topics=[backs]), 9)) == plain(both, condition_alone, topic_alone)

    def test_the_newest_comes_first_where_two_are_equally_close(self, backs):
        older = published(BlogPostPage, topics=[backs], published_at=datetime(2026, 1, 1, tzinfo=UTC))
        newer = published(BlogPostPage, topics=[backs], published_at=datetime(2026, 2, 1, tzinfo=UTC))
        page = published(BlogPostPage, topics=[backs], published_at=datetime(2025, 1, 1, tzinfo=UTC))
        assert plain(*nearest(page, 9)) == plain(newer, older)
        assert plain(*nearest(page, 1)) == plain(newer)

    def test_drafts_private_pages_aliases_and_the_page_itself_are_left_out(self, backs):
        page = published(BlogPostPage, topics=[backs])
        draft(BlogPostPage, topics=[backs])
        keep_private(published(BlogPostPage, topics=[backs]))
        page.create_alias(update_slug="again")
        assert nearest(page, 9) == []

    def test_a_product_is_never_recommended_without_an_editor(self, backs):
        published(ProductPage, topics=[backs])
        assert nearest(published(BlogPostPage, topics=[backs]), 9) == []
        assert ProductPage not in offered_types()

    def test_what_is_shown_already_is_not_shown_again(self, backs):
        shown = published(BlogPostPage, topics=[backs])
        assert nearest(published(BlogPostPage, topics=[backs]), 9, without=[shown]) == []

    def test_it_is_one_query(self, milia, backs, django_assert_num_queries):
        page = post_about(milia, topics=[backs])
        assert page.topic_list
        nearest(page, 3)
        with django_assert_num_queries(2):  # and one for the restrictions, which a request asks for once
            nearest(page, 3)

    def test_a_draft_nobody_has_saved_has_nothing_in_common(self):
        assert nearest(BlogPostPage(title="New"), 9) == []
