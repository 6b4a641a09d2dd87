"""Putting a suggested link into the newest version of a page."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.approval import is_approved
from editorial.linking.adding import CannotLinkError, add_link
from editorial.linking.inserting import PassageChangedError
from editorial.linking.known_names import vocabulary
from editorial.linking.suggestions import suggestions_for
from editorial.review.same_text import words_of
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.edit_form import SUBMIT, stream
from tests.editorial.linking.linked import (
    approve,
    change,
    link_to,
    newest,
    offers,
    panel,
    post_saying,
    press,
    texts,
)
from tests.editorial.scheduling.mornings import NINE
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db
WORDS = "<p>Some call it keratosis pilaris, some do not.</p>"


@pytest.fixture
def target(site_tree):
    """A condition that readers see, known by a name nothing else has."""
    return published(ConditionPage, title="Keratosis pilaris", also_known_as="", clinical_names="")


@pytest.fixture
def page(target):
    """The draft of a post that names it."""
    return post_saying("Some call it keratosis pilaris, some do not.")


def insertion_in(page):
    """The one link that is offered in the newest version of a page."""
    [one] = suggestions_for(newest(page), vocabulary())
    return one.insertion


class AddLinkTests:
    def test_the_newest_version_has_the_link(self, page, target, editor):
        add_link(page, insertion_in(page), editor)
        assert texts(newest(page)) == f"<p>Some call it {link_to(target, 'keratosis pilaris')}, some do not.</p>"

    def test_nothing_else_is_changed(self, page, target, editor):
        before = words_of(page.get_latest_revision())
        after = words_of(add_link(page, insertion_in(page), editor))
        assert {name for name in before if before[name] != after[name]} == {"body"}
        [was], [now] = before["body"], after["body"]
        assert now == was | {"value": was["value"].replace("keratosis pilaris", link_to(target, "keratosis pilaris"))}

    def test_it_is_a_version_of_whoever_did_it(self, page, editor):
        before = page.latest_revision_id
        revision = add_link(page, insertion_in(page), editor)
        fresh = Page.objects.get(pk=page.pk)
        assert (revision.user, revision.pk) == (editor, fresh.latest_revision_id)
        assert revision.pk != before

    def test_readers_see_nothing_of_it(self, target, editor, client):
        page = publish(post_saying("Some call it keratosis pilaris, some do not."))
        add_link(page, insertion_in(page), editor)
        assert f'href="{target.get_url()}"' not in client.get(page.get_url()).content.decode()
        assert texts(BlogPostPage.objects.get(pk=page.pk)) == WORDS

    def test_a_draft_that_could_not_go_live_yet_takes_it(self, target, editor):
        page = post_saying("Some call it keratosis pilaris, some do not.", contributions=[], standfirst="")
        add_link(page, insertion_in(page), editor)
        assert link_to(target, "keratosis pilaris") in texts(newest(page))

    @pytest.mark.parametrize("is_read_anew", [True, False])
    def test_words_that_somebody_saved_meanwhile_stay(self, is_read_anew, page, target, editor):
        insertion = insertion_in(page)
        newer = change(page, standfirst="Newer words")
        # What a request has read before the other save is no longer how the page is.
        add_link(newer if is_read_anew else page, insertion, editor)
        assert newest(page).standfirst == "Newer words"
        assert link_to(target, "keratosis pilaris") in texts(newest(page))


class RefusedTests:
    def refused(self, error, page, insertion, editor, match=None):
        """Nothing is saved."""
        before = Page.objects.get(pk=page.pk).latest_revision_id
        with pytest.raises(error, match=match):
            add_link(Page.objects.get(pk=page.pk), insertion, editor)
        assert Page.objects.get(pk=page.pk).latest_revision_id == before

    def test_a_passage_that_was_changed_since(self, page, editor):
        insertion = insertion_in(page)
        blocks = list(newest(page).body.raw_data)
        stream_block = page._meta.get_field("body").stream_block
        change(page, body=stream_block.to_python([{**blocks[0], "value": WORDS.replace("Some", "Few")}]))
        self.refused(PassageChangedError, page, insertion, editor)

    def test_a_passage_that_is_gone(self, page, editor):
        insertion = insertion_in(page)
        change(page, body=[bodies.quote()])
        self.refused(PassageChangedError, page, insertion, editor)

    def test_the_same_link_twice(self, page, editor):
        insertion = insertion_in(page)
        add_link(page, insertion, editor)
        self.refused(PassageChangedError, page, insertion, editor)

    def test_a_target_that_was_deleted(self, page, target, editor):
        insertion = insertion_in(page)
        Page.objects.get(pk=target.pk).delete()
        self.refused(PassageChangedError, page, insertion, editor)

    def test_a_target_that_was_taken_offline(self, page, target, editor):
        insertion = insertion_in(page)
        target.unpublish()
        self.refused(CannotLinkError, page, insertion, editor, "“Keratosis pilaris” cannot be seen by readers any more")

    def test_a_target_that_became_private(self, page, target, editor):
        insertion = insertion_in(page)
        keep_private(target)
        self.refused(CannotLinkError, page, insertion, editor, "cannot be seen")

    def test_a_page_that_somebody_else_has_locked(self, page, editor, administrator):
        insertion = insertion_in(page)
        Page.objects.filter(pk=page.pk).update(locked=True, locked_by=administrator)
        self.refused(CannotLinkError, page, insertion, editor, "locked")

    def test_a_page_in_a_review_of_others(self, target, writer, writer_client):
        page = post_saying("Some call it keratosis pilaris, some do not.", owner=writer)
        insertion = insertion_in(page)
        press(writer_client, page, SUBMIT)
        self.refused(CannotLinkError, page, insertion, writer, "locked")


class OwnLockTests:
    def test_who_locked_a_page_may_link_in_it(self, page, target, editor):
        Page.objects.filter(pk=page.pk).update(locked=True, locked_by=editor)
        add_link(Page.objects.get(pk=page.pk), insertion_in(page), editor)
        assert link_to(target, "keratosis pilaris") in texts(newest(page))


@pytest.fixture
def clinical(target, writer):
    """The draft of a condition that names another."""
    return draft(ConditionPage, owner=writer, body=[bodies.seek_help(), bodies.text(WORDS)])


def link_in_panel(client, page) -> int:
    """Press the one “Link” button of a page; the status of the answer."""
    [values] = offers(panel(client, page))
    return client.post(reverse("links_add", args=[page.pk]), values).status_code


def body_with(page, html) -> dict:
    """What the form of a page sends with this text."""
    return stream(page, bodies.seek_help(), bodies.text(html))


class ReviewTests:
    def approved(self, page, writer_client, editor_client, reviewer_client):
        """A clinical page whose text was approved by everybody."""
        press(writer_client, page, SUBMIT)
        approve(editor_client, page)
        approve(reviewer_client, page)
        assert is_approved(Page.objects.get(pk=page.pk))

    def test_what_was_approved_stays_approved(self, clinical, target, writer_client, editor_client, reviewer_client):
        self.approved(clinical, writer_client, editor_client, reviewer_client)
        assert link_in_panel(editor_client, clinical) == 204
        assert link_to(target, "keratosis pilaris") in texts(newest(clinical))
        assert is_approved(Page.objects.get(pk=clinical.pk))

    def test_the_same_link_set_by_hand_is_a_change_like_any_other(
        self, clinical, target, writer_client, editor_client, reviewer_client
    ):
        self.approved(clinical, writer_client, editor_client, reviewer_client)
        html = WORDS.replace("keratosis pilaris", link_to(target, "keratosis pilaris"))
        press(editor_client, clinical, {}, **body_with(clinical, html))
        assert link_to(target, "keratosis pilaris") in texts(newest(clinical))
        assert not is_approved(Page.objects.get(pk=clinical.pk))

    def test_a_word_changed_after_it_ends_the_approval(self, clinical, writer_client, editor_client, reviewer_client):
        self.approved(clinical, writer_client, editor_client, reviewer_client)
        link_in_panel(editor_client, clinical)
        press(editor_client, clinical, {}, standfirst="Other words.")
        assert not is_approved(Page.objects.get(pk=clinical.pk))

    def test_a_review_goes_on_with_the_link_in_it(
        self, clinical, writer_client, editor_client, reviewer_client, fresh_task
    ):
        press(writer_client, clinical, SUBMIT)
        approve(editor_client, clinical)
        waiting = fresh_task(clinical)
        assert link_in_panel(reviewer_client, clinical) == 204
        assert fresh_task(clinical) == waiting
        state = Page.objects.get(pk=clinical.pk).specific.current_workflow_task_state
        assert state.revision_id == Page.objects.get(pk=clinical.pk).latest_revision_id
        approve(reviewer_client, clinical)
        assert is_approved(Page.objects.get(pk=clinical.pk))
        assert "linktype" in texts(newest(clinical))


@pytest.fixture
def fresh_task():
    """The name of the approval a page waits for."""
    return lambda page: Page.objects.get(pk=page.pk).specific.current_workflow_task.name


class ScheduledTests:
    def test_what_waits_for_its_time_is_not_overwritten(self, page, target, clock, editor):
        page.go_live_at = NINE
        page.save_revision().publish()
        waiting = page.revisions.get(approved_go_live_at=NINE)
        add_link(Page.objects.get(pk=page.pk), insertion_in(page), editor)
        kept = page.revisions.get(approved_go_live_at__isnull=False)
        assert (kept.pk, kept.content["body"], kept.approved_go_live_at) == (waiting.pk, waiting.content["body"], NINE)
        assert Page.objects.get(pk=page.pk).latest_revision_id != waiting.pk
        assert link_to(target, "keratosis pilaris") in texts(newest(page))
