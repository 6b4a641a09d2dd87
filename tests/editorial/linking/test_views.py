"""The panel beside a page form, and its buttons."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from conditions.models import ConditionPage
from core.links_alone import changes_links_alone
from editorial.linking.inserting import state_of
from editorial.linking.models import NotHere
from products.models import ProductPage
from tests.core import bodies
from tests.edit_form import said
from tests.editorial.linking.linked import (
    change,
    draft_linking,
    link_to,
    live_linking,
    newest,
    offered,
    offers,
    panel,
    post_saying,
    send,
    texts,
    version,
)
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
POSTED = ["links_add", "links_not_here", "links_meant"]
WORDS = "Some call it keratosis pilaris, some do not."


@pytest.fixture
def target(site_tree):
    """A condition that readers see, also known by an everyday word."""
    return published(ConditionPage, title="Keratosis pilaris", also_known_as="Spots", clinical_names="")


@pytest.fixture
def post(target):
    """The draft of a post that names it."""
    return post_saying(WORDS)


class PanelTests:
    def test_it_offers_what_the_text_names_with_sentence_and_reason(self, post, editor_client):
        response = panel(editor_client, post)
        assert offered(response) == ["keratosis pilaris"]
        assert "Some call it keratosis pilaris , some do not." in said(response)
        assert "Names the condition “Keratosis pilaris”" in said(response)

    def test_it_reads_the_newest_version(self, post, editor_client):
        change(post, body=[bodies.text("<p>Nothing is named.</p>")])
        assert offered(panel(editor_client, post)) == []

    def test_it_shows_both_directions(self, target, editor_client):
        live_linking(target, title="A post")
        page = draft_linking(target, title="Another post")
        assert "Links in its text Keratosis pilaris Live “Read on there at night.”" in said(panel(editor_client, page))
        words = said(panel(editor_client, target))
        assert "What leads here Linked in the text of" in words
        assert "A post" in words and "Another post" in words and "in a draft" in words

    def test_what_a_link_of_readers_lacks_is_said(self, site_tree, editor_client):
        page = draft_linking(draft(ConditionPage, title="Sore skin"))
        assert "It is a draft: readers see the words without a link." in said(panel(editor_client, page))

    def test_a_deleted_page_is_one_nobody_can_see(self, target, editor_client):
        page = draft_linking(target)
        Page.objects.get(pk=target.pk).delete()
        assert "A page you cannot see" in said(panel(editor_client, page))
        assert "It has been deleted" in said(panel(editor_client, page))

    def test_the_name_of_what_somebody_may_not_know_is_not_in_it(self, site_tree, commerce_client):
        hidden = draft(ConditionPage, title="Secret canary", slug="secret-canary")
        page = draft_linking(hidden, page_type=ProductPage)
        draft_linking(page, title="Another canary")
        assert "canary" not in panel(commerce_client, page).content.decode().lower()

    def test_nothing_to_show_is_said(self, site_tree, editor_client):
        words = said(panel(editor_client, draft(ConditionPage, body=[], contributions=[])))
        assert "It leads to no other page yet." in words
        assert "No page leads here yet." in words
        assert "Every page this text names is linked, or it names none yet." in words

    def test_titles_are_no_markup(self, site_tree, editor_client):
        published(ConditionPage, title="<b>Keratosis</b> pilaris")
        target = published(ConditionPage, title="<i>Bold</i>")
        page = draft_linking(target)
        html = panel(editor_client, page).content.decode()
        assert "&lt;i&gt;Bold" in html and "<i>Bold" not in html

    def test_reading_it_changes_nothing(self, post, editor_client):
        before = version(post)
        panel(editor_client, post)
        assert version(post) == before


class AddTests:
    def test_the_draft_has_the_link_and_nothing_else(self, post, target, editor_client):
        [values] = offers(panel(editor_client, post))
        before = post.get_latest_revision().content
        response = send(editor_client, "links_add", post, values)
        assert (response.status_code, response.content) == (204, b"")
        after = newest(post).latest_revision.content
        changed = {name for name in before if before[name] != after[name]}
        assert changed <= {"body", "latest_revision", "latest_revision_created_at", "draft_title"}
        assert texts(newest(post)) == f"<p>{WORDS}</p>".replace(
            "keratosis pilaris", link_to(target, "keratosis pilaris")
        )

    def test_it_is_offered_no_more_and_shown_as_led_to(self, post, editor_client):
        [values] = offers(panel(editor_client, post))
        send(editor_client, "links_add", post, values)
        response = panel(editor_client, post)
        assert offered(response) == []
        assert "Links in its text Keratosis pilaris Live" in said(response)

    def test_later_saves_are_no_links_alone(self, post, editor_client):
        [values] = offers(panel(editor_client, post))
        send(editor_client, "links_add", post, values)
        assert not changes_links_alone()

    def refused(self, client, page, values, words):
        """Nothing is saved, and the panel says why."""
        before = version(page)
        response = send(client, "links_add", page, values)
        assert response.status_code == 409
        assert words in said(response)
        assert "What leads here" in said(response)
        assert version(page) == before

    def test_a_passage_that_was_changed_since_is_left_alone(self, post, editor_client):
        [values] = offers(panel(editor_client, post))
        change(post, body=[bodies.text(f"<p>Well. {WORDS}</p>")])
        self.refused(editor_client, post, values, "This passage has been changed since, so nothing was linked.")

    def test_so_is_a_link_to_what_readers_do_not_see_any_more(self, post, target, editor_client):
        [values] = offers(panel(editor_client, post))
        target.unpublish()
        self.refused(editor_client, post, values, "“Keratosis pilaris” cannot be seen by readers any more")

    def test_so_is_a_page_that_somebody_has_locked(self, post, administrator, editor_client):
        [values] = offers(panel(editor_client, post))
        Page.objects.filter(pk=post.pk).update(locked=True, locked_by=administrator)
        self.refused(editor_client, post, values, "Somebody has locked this page, so nothing was linked.")

    @pytest.mark.parametrize(
        "spoiled",
        [
            {"place": "body"},
            {"place": "nowhere/at/all"},
            {"place": "body//"},
            {"place": "slug"},
            {"start": "-4"},
            {"start": "0"},
            {"start": "x"},
            {"start": str(10**30), "end": str(10**31)},
            {"start": "4", "end": "4"},
            {"end": "100000"},
            {"target": "0"},
            {"target": "9" * 30},
            {"target": "<script>"},
            {"state": "0"},
            {"state": ""},
        ],
        ids=str,
    )
    def test_garbage_changes_nothing(self, spoiled, post, editor_client):
        [values] = offers(panel(editor_client, post))
        self.refused(editor_client, post, values | spoiled, "nothing was linked")

    def test_nothing_at_all_changes_nothing(self, post, editor_client):
        self.refused(editor_client, post, {}, "nothing was linked")

    def test_letters_of_an_empty_passage_change_nothing(self, target, editor_client):
        triggers = {"title": "What sets it off", "triggers": "Heat", "note": ""}
        page = draft(ConditionPage, body=[bodies.seek_help(), ("triggers", triggers)])
        key = newest(page).body.raw_data[1]["id"]
        values = {"place": f"body/{key}/note", "start": 0, "end": 1, "target": target.pk, "state": state_of("")}
        self.refused(editor_client, page, values, "nothing was linked")

    def test_a_link_across_the_end_of_a_paragraph_is_none(self, target, editor_client):
        page = post_saying("First.", "Second.")
        html = texts(newest(page))
        key = newest(page).body.raw_data[0]["id"]
        values = {"place": f"body/{key}", "start": 2, "end": 12, "target": target.pk, "state": state_of(html)}
        self.refused(editor_client, page, values, "nothing was linked")


class NotHereTests:
    def test_it_is_offered_in_this_passage_no_more(self, post, target, editor_client):
        [values] = offers(panel(editor_client, post))
        response = send(editor_client, "links_not_here", post, values)
        assert response.status_code == 200
        assert offered(response) == []
        assert offered(panel(editor_client, post)) == []
        assert NotHere.objects.get().target_id == target.pk

    def test_nor_once_the_passage_was_changed(self, post, editor_client):
        [values] = offers(panel(editor_client, post))
        send(editor_client, "links_not_here", post, values)
        block = newest(post).body.raw_data[0]
        stream = post._meta.get_field("body").stream_block
        change(post, body=stream.to_python([{**block, "value": "<p>Or keratosis pilaris.</p>"}]))
        assert offered(panel(editor_client, post)) == []

    def test_in_other_passages_and_pages_it_is(self, target, editor_client):
        post = post_saying(WORDS)
        elsewhere = post_saying(WORDS)
        [values] = offers(panel(editor_client, post))
        send(editor_client, "links_not_here", post, values)
        assert offered(panel(editor_client, elsewhere)) == ["keratosis pilaris"]
        change(post, body=[*newest(post).body.raw_data, *post_saying(WORDS).body.raw_data])
        assert offered(panel(editor_client, post)) == ["keratosis pilaris"]

    def test_twice_is_once(self, post, editor_client):
        [values] = offers(panel(editor_client, post))
        for _ in range(2):
            assert send(editor_client, "links_not_here", post, values).status_code == 200
        assert NotHere.objects.count() == 1

    def test_garbage_shows_the_panel_and_remembers_nothing(self, post, editor_client):
        for values in ({}, {"place": "x", "start": "a", "end": "", "target": "0", "state": "\x00"}):
            response = send(editor_client, "links_not_here", post, values)
            assert response.status_code == 200
            assert offered(response) == ["keratosis pilaris"]
        assert not NotHere.objects.exists()


class AccessTests:
    @pytest.mark.parametrize("name", ["links", *POSTED])
    def test_who_may_not_edit_the_page_is_turned_away(self, name, post, commerce_client):
        ask = commerce_client.get if name == "links" else commerce_client.post
        address = reverse(name, args=[post.pk])
        assert "do not have permission" in said(ask(address, follow=True))
        assert ask(address, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403

    def test_who_may_not_edit_the_page_adds_no_link(self, post, editor_client, commerce_client):
        [values] = offers(panel(editor_client, post))
        before = version(post)
        send(commerce_client, "links_add", post, values)
        assert version(post) == before

    @pytest.mark.parametrize("name", ["links", *POSTED])
    def test_strangers_are_asked_to_sign_in(self, name, post):
        response = Client().post(reverse(name, args=[post.pk]))
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")

    @pytest.mark.parametrize("name", POSTED)
    def test_what_changes_something_is_not_to_be_got(self, name, post, editor_client):
        assert editor_client.get(reverse(name, args=[post.pk])).status_code == 405

    def test_what_shows_something_is_not_to_be_posted(self, post, editor_client):
        assert editor_client.post(reverse("links", args=[post.pk])).status_code == 405

    @pytest.mark.parametrize("name", ["links", *POSTED])
    def test_there_is_none_for_a_page_that_is_not_there(self, name, site_tree, editor_client):
        ask = editor_client.get if name == "links" else editor_client.post
        assert ask(reverse(name, args=[10**9])).status_code == 404
