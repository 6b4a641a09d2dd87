"""The forms of articles, as an editor meets them."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import ReferenceIndex

from blog.models import BlogIndexPage, BlogPostPage, PostCondition
from conditions.models import ConditionPage, QuestionPage
from ingredients.models import IngredientPage
from products.models import ProductPage
from sources.models import Source
from tests.blog.factories import BlogPostPageFactory
from tests.conditions.factories import ConditionPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("ada", "ada@example.org", "not-a-real-password")
    client.force_login(user)
    return client


def tab(model, number: int) -> list[str]:
    """The names of the fields and relations on one tab, in order."""
    names = []

    def walk(panel):
        name = getattr(panel, "relation_name", "") or getattr(panel, "field_name", "")
        if name:
            names.append(name)
        else:
            for child in getattr(panel, "children", []):
                walk(child)

    walk(model.get_edit_handler().children[number])
    return names


class FormOrderTests:
    def test_a_question_starts_with_its_answer(self):
        order = [name for name in tab(QuestionPage, 0) if not name.startswith(("change_", "correction_"))]
        assert order[:4] == ["title", "short_answer", "verdict", "question_conditions"]
        assert order.index("body") < order.index("listed_sources")

    @pytest.mark.parametrize("model", [QuestionPage, ConditionPage, IngredientPage])
    def test_types_with_a_sentence_of_their_own_ask_for_no_standfirst_while_writing(self, model):
        assert "standfirst" not in tab(model, 0)
        assert "standfirst" in tab(model, 1)

    @pytest.mark.parametrize("model", [BlogPostPage, QuestionPage, ConditionPage, IngredientPage, ProductPage])
    def test_nothing_is_asked_twice(self, model):
        asked = [*tab(model, 0), *tab(model, 1), *tab(model, 2)]
        assert len(asked) == len(set(asked))

    @pytest.mark.parametrize("model", [BlogPostPage, QuestionPage, ConditionPage, IngredientPage, ProductPage])
    def test_the_menu_is_not_edited_here(self, model):
        assert "show_in_menus" not in tab(model, 1)

    def test_a_new_post_opens_with_what_it_usually_needs(self, editor):
        parent = BlogIndexPage.objects.get()
        form = editor.get(reverse("wagtailadmin_pages:add", args=["blog", "blogpostpage", parent.pk])).context["form"]
        assert [child.block_type for child in form.instance.body] == [
            "text",
            "seek_help",
            "how_to",
            "dos_and_donts",
        ]


class ChooserTests:
    """Choosers open where the editor needs them, not at the root of the tree."""

    @pytest.mark.parametrize("page_type", ["conditions.ConditionPage", "people.PersonPage", "products.ProductPage"])
    def test_a_chooser_of_one_type_opens_among_pages_of_that_type(self, editor, page_type):
        from tests.people.factories import PersonPageFactory
        from tests.products.factories import ProductPageFactory

        factory = {
            "conditions.ConditionPage": ConditionPageFactory,
            "people.PersonPage": PersonPageFactory,
            "products.ProductPage": ProductPageFactory,
        }[page_type]
        pages = [factory(), factory()]
        answer = editor.get(reverse("wagtailadmin_choose_page"), {"page_type": page_type}).json()
        assert answer["parent_page_id"] == pages[0].get_parent().pk


class RelationTests:
    def test_a_draft_keeps_its_conditions_to_itself(self):
        condition = ConditionPageFactory()
        post = BlogPostPageFactory()
        post.post_conditions = [PostCondition(condition=condition)]
        post.save_revision()
        assert condition.condition_posts.count() == 0
        assert [row.condition for row in post.get_latest_revision_as_object().post_conditions.all()] == [condition]

    def test_the_reference_index_sees_a_cited_source_once_the_post_is_live(self):
        source = Source.objects.create(title="Acne: management", publisher="NICE")
        post = BlogPostPageFactory()
        post.body = [("text", f'<p><a linktype="source" id="{source.pk}">NICE</a> says so.</p>'), *post.body.raw_data][
            :1
        ]
        post.save_revision().publish()
        references = ReferenceIndex.get_references_to(source)
        assert str(post.pk) in [reference.object_id for reference in references]
