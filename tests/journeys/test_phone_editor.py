"""An editor on the way somewhere, with nothing but a phone."""

import re

import pytest
from playwright.sync_api import expect

from blog.models import BlogPostPage
from images.models import SiteImage
from tests.core import bodies
from tests.images.pictures import picture_bytes
from tests.publication import published

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def fits(page):
    """Whether nothing makes the page wider than the phone."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.django_db(transaction=True)
class PhoneEditorTests:
    def test_an_editor_fixes_a_typo_in_a_live_post(self, desk_of, reader_with, site_tree, editor):
        body = [bodies.text("<p>Gentle care calms the skinn</p>"), bodies.seek_help()]
        post = published(BlogPostPage, title="A calmer back", standfirst="What helps, and waht does not.", body=body)

        desk = desk_of(editor, **PHONE)
        assert fits(desk.page)
        form = desk.open("Recently live", "A calmer back")
        form.write(standfirst="What helps, and what does not.")
        text = form.block("Text").rich_text()
        text.box.focus()
        desk.page.keyboard.press("Control+End")
        desk.page.keyboard.press("Backspace")
        expect(text.stored).not_to_have_value(re.compile("skinn"))
        expect(text.box).to_have_text("Gentle care calms the skin")
        assert fits(desk.page)
        form.tap("Publish changes")
        desk.says("published")

        reader = reader_with(**PHONE)
        page = reader.opens(post.get_url())
        expect(page.get_by_text("What helps, and what does not.")).to_be_visible()
        expect(page.get_by_text("Gentle care calms the skin", exact=True)).to_be_visible()
        assert reader.complaints == []

    def test_an_editor_uploads_a_photo_as_a_phone_takes_it(self, desk_of, site_tree, editor):
        desk = desk_of(editor, **PHONE)
        page = desk.page
        page.get_by_role("button", name="Toggle sidebar").or_(page.get_by_label("Toggle sidebar")).first.tap()
        page.get_by_role("link", name="Images").tap()
        page.get_by_role("link", name="Add an image").tap()
        photo = {"name": "shoulder.heic", "mimeType": "image/heic", "buffer": picture_bytes("HEIF", (400, 300))}
        page.locator("#fileupload").set_input_files(photo)
        title = page.locator("#upload-list").get_by_label("Title")
        expect(title).to_have_value("shoulder")
        title.fill("A bare shoulder")
        page.locator("#upload-list").get_by_role("button", name="Update").tap()
        expect(page.get_by_role("status").get_by_text("Image updated")).to_be_visible()
        assert fits(page)
        assert SiteImage.objects.get().title == "A bare shoulder"
