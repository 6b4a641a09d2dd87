"""An editor presses the wrong button, and takes it back with the next click."""

import pytest
from playwright.sync_api import expect

from blog.models import BlogPostPage
from core.status import DRAFT, status_of
from tests.publication import draft, published

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
class UndoTests:
    def test_a_page_that_was_published_by_mistake_is_a_draft_again(
        self, desk_of, reader_with, site_tree, editor, screen
    ):
        post = draft(BlogPostPage, title="Calm skin", owner=editor)
        desk = desk_of(editor, **screen)
        desk.open("Your drafts", "Calm skin").press("Publish")
        desk.says("has been published")
        desk.page.get_by_role("button", name="Undo").click()
        desk.says("“Calm skin” is offline again. Your text is a draft.")
        assert status_of(BlogPostPage.objects.get(pk=post.pk)) is DRAFT
        assert reader_with().page.goto(f"{desk.address}{post.get_url()}").status == 404

    def test_changes_that_were_published_by_mistake_are_a_draft_again(
        self, desk_of, reader_with, site_tree, editor, screen
    ):
        post = published(BlogPostPage, title="Calm skin", standfirst="What helps.")
        desk = desk_of(editor, **screen)
        form = desk.open("Recently live", "Calm skin").write(standfirst="What might help.")
        form.page.get_by_label("Update", exact=True).check()
        form.write(change_note="We are less sure").press("Publish changes")
        desk.says("has been published")
        reader = reader_with()
        expect(reader.opens(post.get_url()).get_by_text("We are less sure")).to_be_visible()

        desk.page.get_by_role("button", name="Undo").click()
        desk.says("Readers see “Calm skin” as before. Your changes are a draft.")
        expect(desk.page.locator("#id_standfirst")).to_have_value("What might help.")
        seen = reader_with().opens(post.get_url())
        expect(seen.get_by_text("What helps.", exact=True)).to_be_visible()
        expect(seen.get_by_text("We are less sure")).to_have_count(0)
