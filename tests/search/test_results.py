"""What a search finds."""

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from home.models import StandardPage
from ingredients.models import IngredientPage
from people.models import PersonPage
from search.results import find
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.publication import draft, published
from topics.models import TopicPage


@pytest.fixture
def back_acne(db):
    return published(ConditionPage, title="Back acne", also_known_as="BackNe\nBacne", clinical_names="Acne dorsi")


class FindTests:
    @pytest.mark.parametrize("name", ["BackNe", "backne", "acne dorsi", "Back acne"])
    def test_a_page_known_by_exactly_this_name_comes_first(self, back_acne, name):
        for number in range(3):
            published(BlogPostPage, title=f"{name} {name} {number}", body=[bodies.text(f"<p>{name}</p>")])
        assert find(name)[0] == back_acne.pk

    @pytest.mark.parametrize("words", ["back acne", "acne on my back", "treat BACKNE"])
    def test_a_topic_never_stands_before_the_condition_that_is_meant(self, back_acne, words):
        topic = published(TopicPage, title=words, introduction=f"<p>{words}. {words}.</p>")
        assert find(words)[:2] == [back_acne.pk, topic.pk]

    def test_the_name_that_says_more_of_what_was_asked_comes_first(self, back_acne):
        acne = published(ConditionPage, title="Acne", also_known_as="", clinical_names="")
        assert find("acne back")[:2] == [back_acne.pk, acne.pk]
        assert find("acne")[:2] == [acne.pk, back_acne.pk]

    def test_a_question_asked_in_its_own_words_comes_before_what_it_names(self, back_acne):
        question = published(QuestionPage, title="Is it back acne?")
        assert find("is it back acne")[:2] == [question.pk, back_acne.pk]

    def test_a_name_that_is_little_of_a_sentence_does_not_come_before_the_words(self, db):
        spots = published(ConditionPage, title="Spots", also_known_as="", clinical_names="")
        post = published(BlogPostPage, title="Why do spots leave dark marks")
        assert find("why do spots leave dark marks") == [post.pk]
        assert find("spots")[0] == spots.pk

    def test_an_ingredient_is_found_by_its_name_on_the_label(self, db):
        page = published(IngredientPage, inci_name="Azelaic Acid")
        assert find("azelaic acid")[0] == page.pk

    @pytest.mark.parametrize("page_type", [TopicPage, StandardPage, PersonPage, BlogPostPage])
    def test_every_kind_of_page_is_found_by_its_title(self, db, page_type):
        page = published(page_type, title="Ceramides explained")
        assert find("ceramides") == [page.pk]

    def test_a_page_is_found_by_its_text(self, db):
        page = published(BlogPostPage, body=[bodies.text("<p>Pumpernickel does not clog pores.</p>")])
        assert find("pumpernickel") == [page.pk]

    def test_a_sentence_finds_pages_with_some_of_its_words(self, back_acne):
        assert back_acne.pk in find("what is this acne on me called please")

    def test_drafts_and_private_pages_are_never_found(self, db):
        draft(ConditionPage, title="Hidden rash", also_known_as="Hush")
        keep_private(published(ConditionPage, title="Private rash", also_known_as="Hush"))
        assert find("Hush") == find("rash") == []

    def test_changes_not_yet_published_are_never_found(self, back_acne):
        back_acne.also_known_as = "Secretname"
        back_acne.save_revision()
        assert find("Secretname") == []

    def test_nothing_is_found_for_nothing(self, back_acne):
        assert find("") == []
