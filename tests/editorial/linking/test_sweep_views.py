"""Screens on which many links are changed at once."""

import pytest
from django.test import Client
from django.urls import reverse

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking.models import Sweep, SweptPage
from editorial.linking.sweep_views import begin_replacing
from products.models import ProductPage
from tests.core.privacy import keep_private
from tests.edit_form import edit_url, parsed, said
from tests.editorial.linking.linked import (
    draft_linking,
    live_linking,
    mentions_screen,
    newest,
    panel,
    replace_screen,
    sweep_screen,
    texts,
    versions,
)
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(site_tree):
    """A condition that others link to."""
    return published(ConditionPage, title="Old", also_known_as="", clinical_names="")


@pytest.fixture
def new(site_tree):
    """A condition that takes its place."""
    return published(ConditionPage, title="New", also_known_as="", clinical_names="", slug="new")


class ReplaceViewTests:
    def test_what_will_change_is_listed_first_and_nothing_is_changed(self, old, editor_client):
        live_linking(old, title="Live post")
        draft_linking(old, title="Unseen post")
        before = versions()
        words = said(editor_client.get(replace_screen(old)))
        assert "2 pages lead to “Old”." in words
        assert "Live post" in words and "Unseen post" in words and "in a draft" in words
        assert "Replace in 2 pages" in words
        assert versions() == before
        assert not Sweep.objects.exists()

    def test_it_changes_links_everywhere_and_leads_to_what_it_did(self, old, new, editor, editor_client, client):
        live, unseen = live_linking(old, title="Live post"), draft_linking(old, title="Unseen post")
        response = editor_client.post(replace_screen(old), {"new": new.pk})
        sweep = Sweep.objects.get()
        assert response["Location"] == sweep_screen(sweep)
        assert (sweep.old_id, sweep.new_id, sweep.user) == (old.pk, new.pk, editor)
        for page in (live, unseen):
            assert f'id="{new.pk}"' in texts(newest(page)) and f'id="{old.pk}"' not in texts(newest(page))
        assert 'href="/conditions/new/">there</a>' in client.get(live.get_url()).content.decode()
        words = said(editor_client.get(sweep_screen(sweep)))
        assert "Readers follow the new links in 1 page." in words
        assert "1 page has them in a draft" in words
        assert "Live post Changed for readers" in words and "Unseen post Changed in the draft" in words

    def test_without_a_page_to_replace_it_by_nothing_happens(self, old, editor_client):
        live_linking(old)
        before = versions()
        hidden = published(ConditionPage)
        keep_private(hidden)
        before = versions()
        for sent, words in [
            ("", "This field is required."),
            (old.pk, "Choose another page: this is the one to be replaced."),
            (draft(BlogPostPage).pk, "Readers cannot see this page"),
            (hidden.pk, "Readers cannot see this page"),
            (10**9, "Select a valid choice."),
        ]:
            response = editor_client.post(replace_screen(old), {"new": sent})
            assert response.status_code == 200
            assert words in said(response)
        assert {pk: key for pk, key in versions().items() if pk in before} == before
        assert not Sweep.objects.exists()

    def test_what_is_no_page_at_all_is_refused_in_words(self, old, editor_client):
        live_linking(old)
        assert "Select a valid choice." in said(editor_client.post(replace_screen(old), {"new": "x"}))

    def test_a_product_is_replaced_by_its_successor_unless_somebody_says_otherwise(self, site_tree, editor_client):
        successor = published(ProductPage, title="Newer cream")
        page = published(ProductPage, successor=successor)
        live_linking(page)
        response = editor_client.get(replace_screen(page))
        assert response.context["form"]["new"].value() == successor.pk
        assert "Newer cream" in response.content.decode()

    def test_where_no_page_leads_there_is_nothing_to_replace(self, old, editor_client):
        words = said(editor_client.get(replace_screen(old)))
        assert "No page leads to “Old”: there is nothing to replace." in words

    def test_it_is_reached_from_the_panel(self, old, editor_client):
        live_linking(old)
        links = {link["href"] for link in parsed(panel(editor_client, old)).select("a.button")}
        assert links == {replace_screen(old), mentions_screen(old)}

    def test_pages_of_others_are_left_alone(self, site_tree, commerce_client):
        page, other = published(ProductPage), published(ProductPage)
        post, cream = live_linking(page), live_linking(page, page_type=ProductPage)
        commerce_client.post(replace_screen(page), {"new": other.pk})
        assert f'id="{page.pk}"' in texts(newest(post))
        assert f'id="{other.pk}"' in texts(newest(cream))

    def test_the_number_is_that_of_the_pages_that_will_change(self, site_tree, commerce_client):
        page = published(ProductPage)
        live_linking(page)
        live_linking(page, page_type=ProductPage)
        assert "Replace in 1 page" in said(commerce_client.get(replace_screen(page)))


class BeginReplacingTests:
    def test_it_counts_the_pages_and_changes_none(self, old, new, editor):
        live, unseen = live_linking(old), draft_linking(old)
        before = versions()
        sweep = begin_replacing(old, new, editor)
        assert {row.page_id for row in sweep.pages.all()} == {live.pk, unseen.pk}
        assert {row.state for row in sweep.pages.all()} == {SweptPage.State.WAITING}
        assert versions() == before

    def test_the_page_that_is_led_to_is_none_of_them(self, old, editor):
        new = live_linking(old)
        assert not begin_replacing(old, new, editor).pages.exists()


@pytest.fixture
def sweep(old, new, editor, editor_client):
    """A sweep that Edith has made."""
    live_linking(old, title="Live post", slug="live-post")
    editor_client.post(replace_screen(old), {"new": new.pk})
    return Sweep.objects.get()


class SweepViewTests:
    def test_whoever_made_it_sees_it_with_the_way_back(self, sweep, editor_client):
        response = editor_client.get(sweep_screen(sweep))
        assert "Undo all of it" in said(response)
        page = sweep.pages.get().page
        assert parsed(response).select_one("tbody a")["href"] == edit_url(page)

    def test_nobody_else_does(self, sweep, commerce_client, writer_client, administrator_client):
        for client in (commerce_client, writer_client, administrator_client):
            assert "do not have permission" in said(client.get(sweep_screen(sweep), follow=True))
        assert Client().get(sweep_screen(sweep)).status_code == 302

    def test_what_is_still_to_come_is_said(self, sweep, editor_client):
        sweep.pages.update(state=SweptPage.State.WAITING)
        words = said(editor_client.get(sweep_screen(sweep)))
        assert "1 is still to come: reload this page in a moment." in words
        assert "Undo all of it" not in words

    def test_what_was_left_as_it_was_is_said_with_the_reason(self, sweep, editor_client):
        sweep.pages.update(state=SweptPage.State.KEPT, words="Somebody has locked it.")
        words = said(editor_client.get(sweep_screen(sweep)))
        assert "1 was left as it was." in words
        assert "Left as it was: Somebody has locked it." in words

    def test_one_that_has_no_page_says_so(self, old, new, editor, editor_client):
        empty = begin_replacing(old, new, editor)
        assert "No page had such a link." in said(editor_client.get(sweep_screen(empty)))

    def test_one_that_is_not_there_is_not_found(self, site_tree, editor_client):
        assert editor_client.get(reverse("links_sweep", args=[10**9])).status_code == 404


class UndoSweepTests:
    def undo(self, client, sweep):
        """Press “Undo all of it”."""
        return client.post(reverse("links_sweep_undo", args=[sweep.pk]), follow=True)

    def test_every_link_is_as_before(self, sweep, old, editor_client, client):
        response = self.undo(editor_client, sweep)
        assert "The links are as before, except where a page has been changed since." in said(response)
        assert "Taken back" in said(response)
        assert "Undo all of it" not in said(response)
        post = BlogPostPage.objects.get(slug="live-post")
        assert f'id="{old.pk}"' in texts(post)
        assert f'href="{old.get_url()}">there</a>' in client.get("/blog/live-post/").content.decode()

    def test_a_second_press_changes_nothing(self, sweep, editor_client):
        self.undo(editor_client, sweep)
        before = versions()
        assert "The links are as before" not in said(self.undo(editor_client, sweep))
        assert versions() == before

    def test_nobody_else_may(self, sweep, writer_client, administrator_client, commerce_client):
        before = versions()
        for client in (writer_client, administrator_client, commerce_client):
            assert "do not have permission" in said(self.undo(client, sweep))
        assert versions() == before

    def test_a_link_does_nothing(self, sweep, editor_client):
        assert editor_client.get(reverse("links_sweep_undo", args=[sweep.pk])).status_code == 405
        sweep.refresh_from_db()
        assert not sweep.is_taken_back


class AccessTests:
    @pytest.mark.parametrize("name", ["links_replace", "links_mentions", "links_mention_count"])
    def test_who_may_not_edit_the_page_is_turned_away(self, name, old, commerce_client):
        address = reverse(name, args=[old.pk])
        assert "do not have permission" in said(commerce_client.get(address, follow=True))

    @pytest.mark.parametrize("name", ["links_replace", "links_mentions"])
    def test_nor_do_they_change_anything(self, name, old, new, commerce_client):
        live_linking(old)
        before = versions()
        commerce_client.post(reverse(name, args=[old.pk]), {"new": new.pk, "mention": "x"})
        assert versions() == before
        assert not Sweep.objects.exists()

    @pytest.mark.parametrize("name", ["links_replace", "links_mentions", "links_mention_count"])
    def test_there_is_none_for_a_page_that_is_not_there(self, name, site_tree, editor_client):
        assert editor_client.get(reverse(name, args=[10**9])).status_code == 404

    @pytest.mark.parametrize("name", ["links_replace", "links_mentions"])
    def test_strangers_are_asked_to_sign_in(self, name, old):
        assert Client().post(reverse(name, args=[old.pk])).status_code == 302
