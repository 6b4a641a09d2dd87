"""The page form, tried the way a browser sends it, for every page type."""

import pytest
from wagtail.admin.panels import get_form_for_model
from wagtail.models import Page, get_page_models

from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core import publishing
from core.forms import PageForm
from home.models import StandardPage
from products.models import ProductPage
from tests.core import bodies
from tests.edit_form import (
    PUBLISH,
    SUBMIT,
    create_url,
    edit_url,
    errors_of,
    opened,
    said,
    sent_by,
    stream,
)
from tests.publication import draft


def creatable_types():
    """Each page type with somewhere it can be created; the fixed pages exist once and are edited instead."""
    return [model for model in get_page_models() if model is not Page and model.max_count is None]


def fixed_types():
    """The page types of which the fixed tree holds the only one."""
    return [model for model in get_page_models() if model.max_count == 1]


def parent_of(page_type):
    """Where a page of a type may be put."""
    return page_type.allowed_parent_page_models()[0].objects.first()


class DraftTests:
    """A draft saves with a title alone."""

    @pytest.mark.parametrize("page_type", creatable_types(), ids=lambda model: model.__name__)
    def test_a_new_page_of_any_type_saves_with_a_title_alone(self, administrator_client, page_type):
        url = create_url(page_type, parent_of(page_type))
        data = opened(administrator_client, url) | {"title": "Only a title", "slug": ""}
        response = administrator_client.post(url, data)
        assert response.status_code == 302, said(response)
        page = page_type.objects.get(draft_title="Only a title")
        assert not page.live
        assert response.url == edit_url(page)

    @pytest.mark.parametrize("page_type", creatable_types(), ids=lambda model: model.__name__)
    def test_autosave_creates_and_keeps_saving_any_type(self, administrator_client, page_type):
        url = create_url(page_type, parent_of(page_type))
        data = opened(administrator_client, url) | {"title": "Only a title", "slug": "only-a-title"}
        created = administrator_client.post(url, data, headers={"Accept": "application/json"}).json()
        assert created["success"]
        page = page_type.objects.get(pk=created["pk"])
        again = opened(administrator_client, edit_url(page)) | {
            "title": "Still a title",
            "overwrite_revision_id": created["revision_id"],
        }
        saved = administrator_client.post(edit_url(page), again, headers={"Accept": "application/json"}).json()
        assert saved["success"]
        assert saved["revision_id"] == created["revision_id"]
        page.refresh_from_db()
        assert page.draft_title == "Still a title"

    @pytest.mark.parametrize("page_type", fixed_types(), ids=lambda model: model.__name__)
    def test_the_fixed_pages_save_as_drafts(self, administrator_client, page_type):
        page = page_type.objects.get()
        data = opened(administrator_client, edit_url(page)) | {"title": "Another title"}
        response = administrator_client.post(edit_url(page), data)
        assert response.status_code == 302, said(response)
        page.refresh_from_db()
        assert page.draft_title == "Another title"

    def test_a_title_without_a_letter_gets_an_address_nobody_has(self, administrator_client):
        draft(BlogPostPage, slug="post")
        url = create_url(BlogPostPage, parent_of(BlogPostPage))
        data = opened(administrator_client, url) | {"title": "?!", "slug": ""}
        assert administrator_client.post(url, data).status_code == 302
        assert BlogPostPage.objects.get(title="?!").slug == "post-1"

    def test_a_title_used_before_gets_an_address_of_its_own(self, administrator_client):
        draft(BlogPostPage, slug="calm-skin")
        url = create_url(BlogPostPage, parent_of(BlogPostPage))
        data = opened(administrator_client, url) | {"title": "Calm skin", "slug": "calm-skin"}
        assert administrator_client.post(url, data).status_code == 302
        assert BlogPostPage.objects.get(title="Calm skin").slug == "calm-skin-1"

    def test_a_title_is_needed_even_for_a_draft(self, administrator_client):
        url = create_url(BlogPostPage, parent_of(BlogPostPage))
        data = opened(administrator_client, url) | {"title": "", "slug": ""}
        response = administrator_client.post(url, data)
        assert response.status_code == 200
        assert not BlogPostPage.objects.exists()

    @pytest.mark.parametrize("page_type", [BlogPostPage, ConditionPage, QuestionPage], ids=lambda model: model.__name__)
    def test_a_new_page_opens_with_its_starter_blocks(self, administrator_client, page_type):
        data = opened(administrator_client, create_url(page_type, parent_of(page_type)))
        kinds = [data[f"body-{place}-type"] for place in range(int(data["body-count"]))]
        assert tuple(kinds) == page_type.starter_blocks

    def test_a_half_filled_block_does_not_keep_a_draft_from_saving(self, administrator_client):
        page = draft(BlogPostPage)
        data = opened(administrator_client, edit_url(page))
        data |= stream(page, ("how_to", {"title": "Steam the skin"}))
        assert administrator_client.post(edit_url(page), data).status_code == 302
        block = BlogPostPage.objects.get(pk=page.pk).get_latest_revision_as_object().body[0]
        assert (block.block_type, block.value["title"]) == ("how_to", "Steam the skin")


class RefusedPublishTests:
    """Publishing names what is missing, at the field."""

    @pytest.fixture
    def post(self, db):
        return draft(BlogPostPage, live=False)

    def publish_with(self, client, page, changes):
        return client.post(edit_url(page), opened(client, edit_url(page)) | changes | PUBLISH)

    def test_an_empty_box_is_named_at_its_block_by_its_label(self, administrator_client, post):
        _, how_to = bodies.how_to()
        body = stream(post, bodies.text(), bodies.seek_help(), ("how_to", how_to | {"steps": ""}))
        response = self.publish_with(administrator_client, post, body)
        assert errors_of(response) == {
            "blockErrors": {
                "2": {"blockErrors": {"steps": {"messages": ["Fill in “Steps” before this page goes live."]}}}
            }
        }
        assert "Fill in “Steps” before this page goes live." in said(response)
        post.refresh_from_db()
        assert not post.live

    def test_a_choice_that_was_not_made_is_asked_for_as_a_choice(self, administrator_client, post):
        _, how_to = bodies.how_to()
        body = stream(post, bodies.seek_help(), ("how_to", how_to | {"evidence": ""}))
        response = self.publish_with(administrator_client, post, body)
        messages = errors_of(response)["blockErrors"]["1"]["blockErrors"]["evidence"]["messages"]
        assert messages == ["Choose “Evidence” before this page goes live."]

    def test_starter_blocks_left_empty_keep_their_place_and_are_ignored(self, administrator_client, site_tree):
        page = draft(ConditionPage)
        empty = [(name, {}) for name in ("signs", "how_to", "prevention")]
        stream_block = page.body.stream_block
        empty = [(name, stream_block.child_blocks[name].get_default()) for name, _ in empty]
        body = [empty[0], bodies.seek_help(), empty[1], bodies.prevention(), empty[2]]
        response = self.publish_with(administrator_client, page, stream(page, *body))
        assert response.status_code == 302, said(response)
        page.refresh_from_db()
        assert page.live
        assert [child.block_type for child in page.body] == [name for name, _ in body]

    def test_an_error_after_an_empty_starter_block_is_shown_at_its_own_block(self, administrator_client, post):
        _, signs = bodies.signs()
        empty = post.body.stream_block.child_blocks["how_to"].get_default()
        body = stream(post, ("how_to", empty), ("signs", signs | {"signs": ""}))
        response = self.publish_with(administrator_client, post, body)
        assert list(errors_of(response)["blockErrors"]) == ["1"]

    def test_fields_relations_and_blocks_are_all_named_in_one_round(self, administrator_client):
        page = draft(QuestionPage, short_answer="Yes.")
        _, how_to = bodies.how_to()
        data = opened(administrator_client, edit_url(page)) | stream(page, ("how_to", how_to | {"steps": ""}))
        data |= {"short_answer": "", "question_conditions-0-DELETE": "on", "contributions-0-DELETE": "on"}
        response = administrator_client.post(edit_url(page), data | PUBLISH)
        form = response.context["form"]
        assert form.errors["short_answer"] == ["Fill in “Short answer” before this page goes live."]
        assert form.formsets["question_conditions"].non_form_errors() == [
            "Choose at least one condition this question concerns."
        ]
        assert form.formsets["contributions"].non_form_errors() == [
            "Name at least one author, or tick “Organisation byline”."
        ]
        assert "steps" in errors_of(response)["blockErrors"]["0"]["blockErrors"]
        for words in (
            "Fill in “Short answer” before this page goes live.",
            "Choose at least one condition this question concerns.",
            "Name at least one author, or tick “Organisation byline”.",
        ):
            assert words in said(response)

    def test_what_cannot_be_read_is_said_in_the_same_round(self, administrator_client, post):
        _, how_to = bodies.how_to()
        body = stream(post, bodies.seek_help(), ("how_to", how_to | {"steps": ""}))
        response = self.publish_with(administrator_client, post, body | {"first_published_by_url": "not an address"})
        assert response.context["form"].errors["first_published_by_url"] == ["Enter a valid URL."]
        assert "steps" in errors_of(response)["blockErrors"]["1"]["blockErrors"]

    def test_an_unfinished_row_keeps_its_own_error(self, administrator_client):
        page = draft(ProductPage)
        data = opened(administrator_client, edit_url(page)) | {"offers-0-url": ""}
        response = administrator_client.post(edit_url(page), data | PUBLISH)
        formset = response.context["form"].formsets["offers"]
        assert formset.forms[0].errors["url"] == ["This field is required."]
        assert formset.non_form_errors() == []

    def test_nothing_typed_is_lost(self, administrator_client, post):
        _, how_to = bodies.how_to()
        body = stream(post, bodies.seek_help(), ("how_to", how_to | {"title": "Breathe", "steps": ""}))
        changes = body | {"title": "A new title", "standfirst": "Newly typed."}
        response = self.publish_with(administrator_client, post, changes)
        shown = sent_by(response)
        assert shown["title"] == "A new title"
        assert shown["standfirst"] == "Newly typed."
        assert shown["body-1-value-title"] == "Breathe"

    def test_publishing_after_putting_it_right_works_from_the_refused_form(self, administrator_client, post):
        _, how_to = bodies.how_to()
        body = stream(post, bodies.seek_help(), ("how_to", how_to | {"steps": ""}))
        refused = sent_by(self.publish_with(administrator_client, post, body))
        response = administrator_client.post(edit_url(post), refused | {"body-1-value-steps": "Breathe"} | PUBLISH)
        assert response.status_code == 302
        post.refresh_from_db()
        assert post.live

    def test_submitting_for_review_is_refused_the_same_way(self, writer_client, writer):
        post = draft(BlogPostPage, owner=writer)
        body = stream(post, ("how_to", {"title": "Steam"}))
        data = opened(writer_client, edit_url(post)) | body | SUBMIT
        response = writer_client.post(edit_url(post), data)
        assert "steps" in errors_of(response)["blockErrors"]["0"]["blockErrors"]
        assert not post.workflow_states.exists()

    def test_scheduling_is_refused_the_same_way(self, administrator_client, post):
        changes = {"go_live_at": "2099-05-01 09:00"} | stream(post, ("how_to", {"title": "Steam"}))
        response = self.publish_with(administrator_client, post, changes)
        assert "steps" in errors_of(response)["blockErrors"]["0"]["blockErrors"]
        assert not post.revisions.filter(approved_go_live_at__isnull=False).exists()

    def test_a_list_without_entries_asks_for_one(self, administrator_client):
        page = draft(ConditionPage)
        body = stream(page, ("causes", {"title": "Why it happens", "items": []}))
        response = self.publish_with(administrator_client, page, body)
        assert errors_of(response)["blockErrors"]["0"]["blockErrors"]["items"]["messages"] == [
            "Add at least one entry to “Causes” before this page goes live."
        ]

    def test_a_refused_address_is_said_once(self, administrator_client, site_tree):
        page = draft(StandardPage, parent=site_tree.home)
        response = self.publish_with(administrator_client, page, {"slug": "feed"})
        assert len(response.context["form"].errors["slug"]) == 1

    def test_a_row_that_cannot_be_read_is_said_before_what_the_relation_lacks(self, administrator_client):
        post = draft(BlogPostPage, contributions=[], has_organisation_byline=True)
        row = {"contributions-0-person": "", "contributions-0-role": "author", "contributions-0-ORDER": 1}
        data = opened(administrator_client, edit_url(post)) | row | {"contributions-TOTAL_FORMS": 1}
        data.pop("has_organisation_byline")
        formset = administrator_client.post(edit_url(post), data | PUBLISH).context["form"].formsets["contributions"]
        assert formset.forms[0].errors["person"] == ["This field is required."]
        assert formset.non_form_errors() == []

    def test_what_concerns_no_box_is_said_above_the_form(self, administrator_client, post, monkeypatch):
        problems = [publishing.Problem("", "Not on a Sunday."), publishing.Problem("weather", "It rains.")]
        monkeypatch.setattr(publishing, "_checks", [lambda page, moment: problems])
        response = self.publish_with(administrator_client, post, {})
        assert response.context["form"].non_field_errors() == ["Not on a Sunday.", "It rains."]

    def test_a_form_without_a_slug_box_works(self, post):
        form_class = get_form_for_model(BlogPostPage, form_class=PageForm, fields=["title"])
        assert form_class({"title": "Milia"}, instance=post, parent_page=post.get_parent()).is_valid()


class CreateAndPublishTests:
    """Creating and publishing in one step."""

    def data(self, client, **changes):
        url = create_url(BlogPostPage, parent_of(BlogPostPage))
        page = BlogPostPage()
        body = stream(page, bodies.text(), bodies.seek_help(), bodies.how_to())
        return url, opened(client, url) | {"title": "New", "slug": "new"} | body | changes | PUBLISH

    def test_a_complete_page_goes_live_at_once(self, administrator_client):
        url, data = self.data(administrator_client, has_organisation_byline="on")
        assert administrator_client.post(url, data).status_code == 302
        assert BlogPostPage.objects.get(slug="new").live

    def test_an_incomplete_page_is_not_made_and_the_form_keeps_what_was_typed(self, administrator_client):
        url, data = self.data(administrator_client)
        response = administrator_client.post(url, data)
        assert response.status_code == 200
        assert "Name at least one author" in said(response)
        assert sent_by(response)["title"] == "New"
        assert not BlogPostPage.objects.exists()

    def test_a_page_refused_after_the_form_passed_is_left_as_a_draft(self, administrator_client, monkeypatch):
        def refuse(page):
            raise publishing.PublishRefused(page, [publishing.Problem("", "Too late.")])

        monkeypatch.setattr(publishing, "guard", refuse)
        url, data = self.data(administrator_client, has_organisation_byline="on")
        assert administrator_client.post(url, data).status_code == 302
        assert not BlogPostPage.objects.get(slug="new").live
