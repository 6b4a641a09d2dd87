"""What the buttons of the panel send."""

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.forms import InsertionForm, MeantForm, ReplaceForm
from editorial.linking.inserting import Insertion
from tests.core.privacy import keep_private
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def errors(form) -> str:
    """All that a form has to say against what was sent."""
    return " ".join(words for said in form.errors.values() for words in said)


class InsertionFormTests:
    def sent(self, page, **values):
        """A form with what a button sends."""
        whole = {"place": "body/b1/text", "start": "4", "end": "9", "target": page.pk, "state": "abc"}
        return InsertionForm(whole | values)

    def test_it_says_which_letters_of_which_passage_lead_where(self, site_tree):
        page = draft(ConditionPage)
        form = self.sent(page)
        assert form.is_valid()
        assert form.insertion == Insertion(("body", "b1", "text"), 4, 9, page.pk, "abc")

    @pytest.mark.parametrize(
        "values",
        [
            {"place": ""},
            {"place": "x" * 501},
            {"place": "body/\x00"},
            {"start": "-1"},
            {"start": "nine"},
            {"end": "4"},
            {"end": "3"},
            {"end": ""},
            {"target": "0"},
            {"target": "acne"},
            {"target": "9" * 40},
            {"state": ""},
            {"state": "x" * 65},
        ],
        ids=str,
    )
    def test_anything_else_is_refused(self, values, site_tree):
        assert not self.sent(draft(ConditionPage), **values).is_valid()

    def test_nothing_at_all_is_refused(self):
        assert not InsertionForm({}).is_valid()


class ReplaceFormTests:
    def test_another_page_that_readers_see_is_taken(self, site_tree):
        page, other = published(ConditionPage), published(ConditionPage)
        form = ReplaceForm({"new": other.pk}, page=page)
        assert form.is_valid()
        assert form.cleaned_data["new"].pk == other.pk

    def test_the_page_itself_is_not(self, site_tree):
        page = published(ConditionPage)
        assert "Choose another page" in errors(ReplaceForm({"new": page.pk}, page=page))

    def test_nor_one_that_readers_do_not_see(self, site_tree):
        page, private = published(ConditionPage), published(ConditionPage)
        keep_private(private)
        for other in (draft(ConditionPage), private):
            assert "Readers cannot see this page" in errors(ReplaceForm({"new": other.pk}, page=page))

    def test_nor_the_root_nor_none_nor_what_is_no_page(self, site_tree):
        page = published(ConditionPage)
        root = page.get_root()
        for sent in (root.pk, "", "acne", 10**9):
            assert not ReplaceForm({"new": sent}, page=page).is_valid()


class MeantFormTests:
    def test_a_name_of_a_page_is_taken(self, site_tree):
        page = published(ConditionPage, also_known_as="Spots\nBumps")
        assert MeantForm({"target": page.pk, "words": "Spots"}).is_valid()

    def test_other_words_are_no_name_of_it(self, site_tree):
        page = published(ConditionPage, also_known_as="Spots")
        assert errors(MeantForm({"target": page.pk, "words": "Sun"})) == "This is no name of that page."

    def test_nor_are_names_of_what_readers_do_not_see_or_of_a_page_without_names(self, site_tree):
        hidden = draft(ConditionPage, also_known_as="Spots")
        post = published(BlogPostPage, title="Spots")
        for page in (hidden, post):
            assert not MeantForm({"target": page.pk, "words": "Spots"}).is_valid()

    def test_nothing_at_all_is_refused(self):
        assert not MeantForm({}).is_valid()
        assert not MeantForm({"target": "acne", "words": ""}).is_valid()
