"""The search page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from home.models import StandardPage
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductPage
from tests.markup import words
from tests.publication import published
from topics.models import TopicPage

BOUNDED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

KINDS = {
    ConditionPage: "Condition",
    QuestionPage: "Question",
    BlogPostPage: "Post",
    IngredientPage: "Ingredient",
    ProductPage: "Product",
    PersonPage: "Person",
    TopicPage: "Topic",
    StandardPage: "About this site",
}
COMMANDS = ["and", "OR", "NOT", "NEAR", "milia", "*", '"', "(", ")", ":", "^", "&", "|", "!", "\\"]


@pytest.fixture
def milia(site_tree):
    return published(ConditionPage, title="Milia", slug="milia", also_known_as="Milk spots", clinical_names="")


class SearchTests:
    def test_results_lead_to_their_pages(self, client, milia):
        assert 'href="/conditions/milia/"' in client.get("/search/", {"q": "milk spots"}).content.decode()

    @pytest.mark.parametrize(("page_type", "kind"), KINDS.items(), ids=lambda value: getattr(value, "__name__", value))
    def test_each_result_says_what_it_is_in_the_words_of_readers(self, client, site_tree, page_type, kind):
        page = published(page_type, title="Ceramides explained")
        html = client.get("/search/", {"q": "ceramides explained"}).content.decode()
        rows = words(html[html.index('<ul class="row-list">') :])
        assert rows.startswith(f"{kind} {getattr(page, 'full_name', page.title)}")
        assert "Standing page" not in html

    def test_a_result_is_told_in_a_sentence(self, client, site_tree):
        published(TopicPage, title="Ceramides", introduction="<p>Fats of the <b>skin</b> itself.</p>")
        published(PersonPage, title="Cera Mides", role="Pharmacist")
        assert "Fats of the skin itself." in words(client.get("/search/", {"q": "ceramides"}).content.decode())
        assert "Pharmacist" in words(client.get("/search/", {"q": "cera mides"}).content.decode())

    def test_without_a_question_it_asks_for_one(self, client, site_tree):
        response = client.get("/search/")
        assert response.status_code == 200
        assert response.context["query"] == ""

    def test_search_engines_keep_out(self, client, site_tree):
        response = client.get("/search/", {"q": "milia"})
        assert response["X-Robots-Tag"] == "noindex"
        assert '<meta name="robots" content="noindex">' in response.content.decode()

    def test_only_reading_is_allowed(self, client, site_tree):
        assert client.post("/search/", {"q": "milia"}).status_code == 405

    @pytest.mark.parametrize("page", ["0", "-1", "9" * 5000, "two", "\x00", "1e9", "٣"])
    def test_any_page_number_gives_a_page(self, client, milia, page):
        response = client.get("/search/", {"q": "milia", "page": page})
        assert response.status_code == 200
        assert response.context["items"].number == 1

    @pytest.mark.parametrize(
        "query", ["\x00", "a" * 100_000, "skin " * 1000, "'", '"', "*", "%", "NEAR(", "a AND", "-", "😀"]
    )
    def test_any_question_is_answered(self, client, milia, query):
        assert client.get("/search/", {"q": query}).status_code == 200

    @BOUNDED
    @given(query=st.text(max_size=300), page=st.one_of(st.integers().map(str), st.text(max_size=20)))
    def test_whatever_is_typed_is_answered(self, client, milia, query, page):
        assert client.get("/search/", {"q": query, "page": page}).status_code == 200

    @BOUNDED
    @given(query=st.lists(st.sampled_from(COMMANDS)))
    def test_words_a_backend_could_take_for_commands_are_answered(self, client, milia, query):
        assert client.get("/search/", {"q": " ".join(query)}).status_code == 200
