"""The vocabulary kept ready."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from conditions.models import ConditionPage
from core.shown import state_of
from editorial.linking.known_names import vocabulary
from editorial.linking.models import MeantName
from editorial.undo.steps import Step
from editorial.undo.taking_back import take_back
from products.models import ProductPage
from tests.core.privacy import keep_private
from tests.editorial.scheduling.mornings import NINE
from tests.publication import draft, publish, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def is_known(words: str) -> bool:
    """Whether a text of these words is a mention that is offered."""
    return any(one.name and not one.is_everyday for one in vocabulary().mentions(words))


class VocabularyTests:
    def test_nothing_is_read_again_while_nothing_changes(self, site_tree, django_assert_max_num_queries):
        published(ConditionPage, title="Milia")
        first = vocabulary()
        with django_assert_max_num_queries(3):
            assert vocabulary() is first

    def test_saving_a_draft_changes_nothing(self, site_tree):
        page = published(ConditionPage, title="Milia")
        first = vocabulary()
        page.title = "Zoster"
        page.save_revision()
        draft(ConditionPage, title="Zoster")
        assert vocabulary() is first

    def test_a_page_just_published_is_known(self, site_tree):
        page = draft(ConditionPage, title="Zoster")
        assert not is_known("zoster")
        publish(page)
        assert is_known("zoster")

    def test_one_taken_offline_is_not(self, site_tree):
        page = published(ConditionPage, title="Zoster")
        assert is_known("zoster")
        page.unpublish()
        assert not is_known("zoster")

    def test_one_deleted_is_not(self, site_tree):
        page = published(ConditionPage, title="Zoster")
        assert is_known("zoster")
        Page.objects.get(pk=page.pk).delete()
        assert not is_known("zoster")

    def test_a_new_title_is_known_and_the_old_one_is_not(self, site_tree):
        page = published(ConditionPage, title="Zoster", also_known_as="")
        assert is_known("zoster")
        page.title, page.also_known_as = "Tinea", "Ringworm"
        publish(page)
        assert (is_known("tinea"), is_known("ringworm"), is_known("zoster")) == (True, True, False)

    def test_one_hidden_behind_a_sign_in_is_not_and_comes_back_with_it_lifted(self, site_tree):
        page = published(ConditionPage, title="Zoster")
        assert is_known("zoster")
        restriction = keep_private(page)
        assert not is_known("zoster")
        restriction.delete()
        assert is_known("zoster")

    def test_one_below_a_page_that_is_hidden_is_not(self, site_tree):
        published(ConditionPage, title="Zoster")
        assert is_known("zoster")
        keep_private(site_tree.conditions)
        assert not is_known("zoster")

    def test_an_everyday_word_counts_once_an_editor_said_so_and_no_more_once_that_is_gone(self, site_tree, editor):
        page = published(ConditionPage, title="Pimples and more", also_known_as="Spots")
        assert not is_known("spots")
        meant = MeantName.objects.create(page=Page.objects.get(pk=page.pk), words="Spots", user=editor)
        assert is_known("spots")
        meant.delete()
        assert not is_known("spots")

    def test_one_word_taken_back_and_another_confirmed_in_its_place(self, site_tree):
        page = published(ConditionPage, title="Pimples and more", also_known_as="Spots\nBumps")
        meant = MeantName.objects.create(page_id=page.pk, words="Spots")
        assert is_known("spots")
        meant.delete()
        MeantName.objects.create(page_id=page.pk, words="Bumps")
        assert (is_known("spots"), is_known("bumps")) == (False, True)

    def test_a_product_leaves_on_its_day_without_anybody_doing_anything(self, site_tree, clock):
        published(ProductPage, title="Calm Balm", retired_on=NINE.date() + timedelta(days=1))
        assert is_known("Calm Balm")
        clock(NINE + timedelta(days=1))
        assert not is_known("Calm Balm")

    def test_one_page_taken_offline_while_another_is_shown_again_by_undo(self, site_tree, editor):
        zoster, tinea = published(ConditionPage, title="Zoster"), published(ConditionPage, title="Tinea")
        published(TopicPage, title="Calm days")
        before = state_of(tinea.pk)
        tinea.unpublish()
        step = Step(tinea.pk, editor.pk, before, state_of(tinea.pk))
        assert (is_known("zoster"), is_known("tinea")) == (True, False)
        zoster.unpublish()
        take_back(step, editor)
        assert (is_known("zoster"), is_known("tinea")) == (False, True)

    def test_only_the_newest_is_kept(self, site_tree):
        first = vocabulary()
        page = published(ConditionPage, title="Zoster")
        assert vocabulary() is not first
        page.unpublish()
        assert not is_known("zoster")
