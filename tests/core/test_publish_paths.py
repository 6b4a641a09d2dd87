"""No path to readers leads past the checks: each rule in the form and for code, each way of going live."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from blog.models import BlogIndexPage, BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.publishing import PublishRefused
from products.models import ProductPage
from tests.core import bodies
from tests.edit_form import PUBLISH, edit_url, opened, said
from tests.ingredients.factories import MedicineFactory
from tests.publication import draft, publish, published


def no_steps():
    """A how-to that lacks its steps."""
    name, value = bodies.how_to()
    return name, value | {"steps": ""}


def unguided(inside_cause):
    """A medicine without its guidance phrase, alone or inside a cause."""
    entry = {"medicine": MedicineFactory(), "form": "Gel", "guidance": ""}
    if inside_cause:
        return "causes", {"title": "Causes", "items": [{"name": "Acne", "medications": [entry]}]}
    return "medications", {"title": "Medicines", "introduction": "", "items": [entry]}


#: What is wrong, on which page, and a word of what is said.
FAULTS = {
    "empty required block box": (lambda: draft_with(no_steps()), "Steps"),
    "medicine without guidance": (lambda: draft_with(unguided(False), page_type=ConditionPage), "Guidance phrase"),
    "medicine without guidance in a cause": (
        lambda: draft_with(unguided(True), page_type=ConditionPage),
        "Guidance phrase",
    ),
    "required field": (lambda: spoilt(draft(ConditionPage), definition=""), "Definition"),
    "required relation": (lambda: spoilt(draft(QuestionPage), question_conditions=[]), "at least one condition"),
    "help after treatment": (lambda: draft_with(bodies.how_to(), bodies.seek_help()), "help card comes after"),
    "link in emergency": (lambda: draft_with(linking_card()), "Take the link out"),
    "nobody in the byline": (lambda: spoilt(draft(BlogPostPage), contributions=[]), "at least one author"),
    "no commercial relation": (lambda: spoilt(draft(ProductPage), commercial_relation=""), "what we gain"),
}


def linking_card():
    """An emergency card that leads elsewhere."""
    name, value = bodies.seek_help("emergency")
    return name, value | {"advice": '<p><a href="https://example.org/">Here</a></p>'}


def draft_with(*blocks, page_type=BlogPostPage):
    """A draft whose latest revision holds these blocks."""
    return spoilt(draft(page_type), body=[bodies.seek_help(), *blocks] if blocks[0][0] == "medications" else [*blocks])


def spoilt(page, **values):
    """A draft whose latest revision lacks something."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    return type(page).objects.get(pk=page.pk)


def is_live(page):
    """Whether readers see a page, asked anew."""
    return Page.objects.get(pk=page.pk).live


@pytest.fixture(params=FAULTS, ids=lambda name: name)
def fault(request, site_tree):
    """A page that may not go live, and a word of the reason."""
    make, words = FAULTS[request.param]
    return make(), words


class EveryRuleTests:
    """Each rule holds in the form and for code, with a user and without."""

    def test_publishing_the_revision_is_refused_without_a_user(self, fault):
        page, words = fault
        with pytest.raises(PublishRefused, match=words):
            page.latest_revision.publish()
        assert not is_live(page)

    def test_publishing_the_revision_is_refused_with_a_user(self, fault, administrator):
        page, words = fault
        with pytest.raises(PublishRefused, match=words):
            page.latest_revision.publish(user=administrator)
        assert not is_live(page)

    def test_publishing_in_the_form_is_refused_with_words(self, fault, administrator_client):
        page, words = fault
        response = administrator_client.post(edit_url(page), opened(administrator_client, edit_url(page)) | PUBLISH)
        assert response.status_code == 200
        assert words in said(response)
        assert not is_live(page)


class EveryPathTests:
    """What may not go live does not, whatever is used to put it there."""

    @pytest.fixture
    def incomplete(self, site_tree):
        return draft_with(no_steps())

    @pytest.fixture
    def spoilt_live(self, site_tree):
        """A live page that stopped being complete, as after a new rule."""
        page = published(BlogPostPage, slug="spoilt")
        BlogPostPage.objects.filter(pk=page.pk).update(body=[])
        page = BlogPostPage.objects.get(pk=page.pk)
        page.contributions.all().delete()
        page.revisions.all().delete()
        return BlogPostPage.objects.get(pk=page.pk)

    def test_page_publish(self, incomplete):
        with pytest.raises(PublishRefused):
            incomplete.publish(incomplete.latest_revision)
        assert not is_live(incomplete)

    def test_a_refusal_leaves_the_schedule_as_it_was(self, incomplete):
        revision, moment = incomplete.latest_revision, timezone.now()
        revision.approved_go_live_at = moment
        revision.save()
        with pytest.raises(PublishRefused):
            revision.publish()
        revision.refresh_from_db()
        assert revision.approved_go_live_at == moment

    def test_setting_the_row_live(self, incomplete):
        page = incomplete.get_latest_revision_as_object()
        page.live = True
        with pytest.raises(PublishRefused):
            page.save()
        with pytest.raises(PublishRefused):
            page.save(clean=False)
        with pytest.raises(PublishRefused):
            page.save(update_fields=["live"])
        assert not is_live(incomplete)

    def test_adding_a_live_page_to_the_tree(self, site_tree):
        children = site_tree.blog.get_children().count()
        with pytest.raises(PublishRefused):
            site_tree.blog.add_child(instance=BlogPostPage(title="Straight to readers", live=True))
        assert BlogPostPage.objects.count() == 0
        assert site_tree.blog.get_children().count() == children

    def test_copying_and_keeping_live(self, spoilt_live):
        with pytest.raises(PublishRefused):
            spoilt_live.copy(update_attrs={"slug": "copy"}, keep_live=True)
        assert not Page.objects.filter(slug="copy", live=True).exists()

    def test_copying_a_section_and_keeping_it_live(self, spoilt_live, site_tree):
        blog = BlogIndexPage.objects.get()
        with pytest.raises(PublishRefused):
            blog.copy(recursive=True, to=site_tree.home, update_attrs={"slug": "blog-2"}, keep_live=True)
        assert Page.objects.filter(slug="spoilt", live=True).count() == 1

    def test_an_alias_elsewhere(self, spoilt_live, site_tree):
        with pytest.raises(PublishRefused):
            spoilt_live.create_alias(parent=site_tree.home, update_slug="alias")
        assert not Page.objects.filter(slug="alias", live=True).exists()

    def test_turning_an_alias_into_a_page_of_its_own(self, administrator_client, site_tree):
        alias = published(BlogPostPage).create_alias(update_slug="alias")
        BlogPostPage.objects.filter(pk=alias.pk).update(body=[])
        url = reverse("wagtailadmin_pages:convert_alias", args=[alias.pk])
        assert "there is no text yet" in said(administrator_client.post(url, follow=True))
        assert Page.objects.get(pk=alias.pk).alias_of is not None

    def test_a_translated_alias(self, spoilt_live, site_tree):
        welsh = Locale.objects.create(language_code="cy")
        site_tree.home.copy_for_translation(welsh)
        site_tree.blog.copy_for_translation(welsh)
        with pytest.raises(PublishRefused):
            spoilt_live.copy_for_translation(welsh, alias=True)
        assert not Page.objects.filter(locale=welsh, slug="spoilt").exists()

    def test_a_copy_for_translation_is_a_draft(self, site_tree):
        page = published(BlogPostPage)
        welsh = Locale.objects.create(language_code="cy")
        site_tree.home.copy_for_translation(welsh)
        site_tree.blog.copy_for_translation(welsh)
        copy = page.copy_for_translation(welsh)
        assert not is_live(copy)

    def test_the_scheduler(self, incomplete):
        incomplete.latest_revision.approved_go_live_at = timezone.now() - timedelta(minutes=5)
        incomplete.latest_revision.save()
        call_command("publish_scheduled")
        assert not is_live(incomplete)
        incomplete.latest_revision.refresh_from_db()
        assert incomplete.latest_revision.approved_go_live_at is not None

    def test_reverting_to_an_incomplete_revision(self, administrator_client, site_tree):
        page = draft_with(no_steps())
        old = page.latest_revision
        page.body = [bodies.text()]
        publish(page)
        url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
        response = administrator_client.post(edit_url(page), opened(administrator_client, url) | PUBLISH)
        assert response.status_code == 200
        assert "Fill in “Steps”" in said(response)
        assert BlogPostPage.objects.get(pk=page.pk).body[0].block_type == "text"
        with pytest.raises(PublishRefused):
            old.publish()

    def test_an_incomplete_change_to_a_live_page(self, site_tree):
        page = published(BlogPostPage)
        page.body = [no_steps()]
        revision = page.save_revision(clean=False)
        with pytest.raises(PublishRefused):
            revision.publish()
        row = BlogPostPage.objects.get(pk=page.pk)
        assert row.live and row.body[0].block_type == "text"
        assert row.live_revision != revision

    def test_bulk_publishing_says_why_and_publishes_nothing(self, administrator_client, incomplete):
        complete = draft(BlogPostPage)
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        response = administrator_client.post(f"{url}?id={complete.pk}&id={incomplete.pk}", follow=True)
        assert response.status_code == 200
        assert f"“{incomplete.title}” cannot go live yet. Fill in “Steps”" in said(response)
        assert "do not have permission" not in said(response)
        assert not is_live(incomplete)
        assert not is_live(complete)

    def test_bulk_publishing_of_complete_pages_works(self, administrator_client, site_tree):
        complete = draft(BlogPostPage)
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        assert administrator_client.post(f"{url}?id={complete.pk}").status_code == 302
        assert is_live(complete)


class ReviewTests:
    """What leads away from readers is possible whatever is missing by now."""

    @pytest.fixture
    def incomplete(self, writer, site_tree):
        """A post in review that nobody answers for any more."""
        post = draft(BlogPostPage, owner=writer)
        post.get_workflow().start(post, writer)
        post.contributions = []
        post.save_revision(user=writer, clean=False)
        return post

    def test_a_page_in_review_can_be_sent_back(self, editor_client, incomplete):
        data = opened(editor_client, edit_url(incomplete))
        data |= {"action-workflow-action": "true", "workflow-action-name": "reject"}
        data |= {"workflow-action-extra-data": json.dumps({"comment": "Who wrote this?"})}
        response = editor_client.post(edit_url(incomplete), data)
        assert response.status_code == 302, said(response)
        assert incomplete.current_workflow_state.status == "needs_changes"

    def test_a_review_can_be_called_off(self, editor_client, incomplete):
        data = opened(editor_client, edit_url(incomplete)) | {"action-cancel-workflow": "true"}
        response = editor_client.post(edit_url(incomplete), data)
        assert response.status_code == 302, said(response)
        assert incomplete.current_workflow_state is None

    def test_a_page_in_review_is_not_approved(self, editor_client, incomplete):
        data = opened(editor_client, edit_url(incomplete))
        data |= {"action-workflow-action": "true", "workflow-action-name": "approve"}
        response = editor_client.post(edit_url(incomplete), data)
        assert "Name at least one author" in said(response)
        assert incomplete.current_workflow_state.status == "in_progress"
