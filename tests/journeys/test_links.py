"""Linking with the help of the admin: suggestions while writing, replacing a product, deleting a linked page."""

import re

import pytest
from playwright.sync_api import expect

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.links import linked_pages
from ingredients.models import IngredientPage
from products.models import ProductPage
from tests.core import bodies
from tests.journeys.accessibility import faults, fits
from tests.publication import draft, published

LAPTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
TEXT = (
    "<p>Backne is common after sport. A wash with salicylic acid may help.</p>"
    "<h2>What else</h2><p>Niacinamide calms skin that stings.</p>"
)
# Autosave knows what is new by comparing with what the form held some two seconds after it opened.
WATCHES_EDITS = """() => window.wagtail?.app?.getControllerForElementAndIdentifier(
    document.querySelector("[data-controller~=w-unsaved]"), "w-unsaved")?.initialFormData"""


def link_to(page, words="here") -> str:
    """Prose with a link to a page."""
    return f'<p>More <a linktype="page" id="{page.pk}">{words}</a>.</p>'


def edit(desk, page) -> None:
    """Open the form of a page."""
    desk.page.goto(f"{desk.address}/admin/pages/{page.pk}/edit/")


def show_links(desk):
    """Open the panel with the links: one click; on a phone its button stands among the others."""
    toggle = desk.page.locator("[data-side-panel-toggle=links]")
    expect(toggle).to_be_visible()
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    panel = desk.page.locator("[data-links-panel]")
    expect(panel.get_by_role("heading", name="This page leads to")).to_be_visible()
    return panel


def choose_instead(desk, title: str) -> None:
    """Search for a page in the chooser of the screen and pick it."""
    desk.page.get_by_role("button", name="Choose a page").click()
    dialog = desk.page.locator(".modal-dialog")
    dialog.get_by_label("Search term").fill(title)
    dialog.get_by_role("link", name=title).first.click()
    expect(dialog).to_be_hidden()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("screen", [LAPTOP, PHONE], ids=["laptop", "phone"])
class LinkingJourneyTests:
    def test_three_suggestions_are_accepted_and_published(self, desk_of, reader_with, site_tree, editor, screen):
        targets = [
            published(ConditionPage, title="Back acne", also_known_as="Backne"),
            published(IngredientPage, title="Salicylic acid"),
            published(IngredientPage, title="Niacinamide", inci_name="Niacinamide", also_known_as=""),
        ]
        post = draft(BlogPostPage, title="Calm skin", owner=editor, body=[bodies.text(TEXT)])
        post.save_revision(user=editor)
        desk = desk_of(editor, **screen)
        edit(desk, post)
        for left in (3, 2, 1):
            panel = show_links(desk)
            expect(panel.locator("[data-links-add]")).to_have_count(left)
            panel.locator("[data-links-add]").first.click()
            expect(panel.locator("[data-links-add]")).to_have_count(left - 1)
            expect(desk.page.locator(".links-panel__words")).to_contain_text("in the draft")
        newest = BlogPostPage.objects.get(pk=post.pk).get_latest_revision_as_object()
        assert {page.pk for page in targets} <= linked_pages(newest)
        assert re.sub(r"</?a\b[^>]*>| data-block-key=\"[^\"]*\"", "", newest.body.raw_data[0]["value"]) == TEXT
        if screen is PHONE:
            desk.page.locator("[data-form-side-close-button]").click()
        desk.page.get_by_role("button", name="Publish").first.click()
        desk.says("has been published")
        seen = reader_with().opens(post.get_url())
        for words in ("Backne", "salicylic acid", "Niacinamide"):
            expect(seen.locator("main").get_by_role("link", name=words, exact=True).first).to_be_visible()

    def test_a_suggestion_comes_while_somebody_types(self, desk_of, site_tree, editor, screen):
        published(IngredientPage, title="Niacinamide", inci_name="Niacinamide", also_known_as="")
        post = draft(BlogPostPage, title="Calm skin", owner=editor, body=[bodies.text("<p>Skin stings.</p>")])
        post.save_revision(user=editor)
        desk = desk_of(editor, **screen)
        form = desk.open("Your drafts", "Calm skin")
        desk.page.wait_for_function(WATCHES_EDITS)
        form.block("Text").rich_text().write(" Try niacinamide")
        counter = desk.page.locator("[data-side-panel-toggle=links] [data-side-panel-toggle-counter]")
        expect(counter).to_have_text("1")
        panel = show_links(desk)
        panel.locator("[data-links-add]").click()
        expect(desk.page.locator(".links-panel__words")).to_contain_text("“niacinamide” leads to “Niacinamide”")
        newest = BlogPostPage.objects.get(pk=post.pk).get_latest_revision_as_object()
        assert "Try <a" in newest.body.raw_data[0]["value"]

    def test_a_retired_product_is_replaced_everywhere_and_back(self, desk_of, reader_with, site_tree, editor, screen):
        old, new = published(ProductPage, title="Old Wash"), published(ProductPage, title="New Wash")
        post = published(BlogPostPage, title="Calm skin", body=[bodies.text(link_to(old, "the wash"))])
        desk = desk_of(editor, **screen)
        edit(desk, old)
        show_links(desk).get_by_role("link", name="Replace everywhere").click()
        choose_instead(desk, "New Wash")
        assert faults(desk.page, "main") == []
        assert fits(desk.page)
        desk.page.get_by_role("button", name="Replace in 1 page").click()
        expect(desk.page.get_by_text("Readers follow the new links in 1 page.")).to_be_visible()
        link = reader_with().opens(post.get_url()).locator("main").get_by_role("link", name="the wash")
        expect(link).to_have_attribute("href", new.get_url())
        desk.page.get_by_role("button", name="Undo all of it").click()
        desk.says("The links are as before")
        link = reader_with().opens(post.get_url()).locator("main").get_by_role("link", name="the wash")
        expect(link).to_have_attribute("href", old.get_url())

    def test_a_linked_page_is_deleted_and_its_readers_are_led_on(self, desk_of, reader_with, site_tree, editor, screen):
        old, new = published(BlogPostPage, title="Old advice"), published(BlogPostPage, title="New advice")
        post = published(BlogPostPage, title="Calm skin", body=[bodies.text(link_to(old, "the advice"))])
        address = old.get_url()
        desk = desk_of(editor, **screen)
        desk.page.goto(f"{desk.address}/admin/pages/{old.pk}/delete/")
        expect(desk.page.get_by_role("heading", name="What leads to it")).to_be_visible()
        expect(desk.page.get_by_role("link", name="Calm skin")).to_be_visible()
        desk.page.get_by_label("Lead readers to another page").check()
        choose_instead(desk, "New advice")
        assert faults(desk.page, "main") == []
        desk.page.get_by_role("button", name="Yes, delete it").click()
        desk.says("deleted")
        reader = reader_with()
        link = reader.opens(post.get_url()).locator("main").get_by_role("link", name="the advice")
        expect(link).to_have_attribute("href", new.get_url())
        reader.page.goto(f"{desk.address}{address}")
        expect(reader.page).to_have_url(re.compile(re.escape(new.get_url())))

    def test_what_links_here_takes_one_click(self, desk_of, site_tree, editor, screen):
        target = published(ConditionPage, title="Back acne")
        published(BlogPostPage, title="Calm skin", body=[bodies.text(link_to(target, "acne on the back"))])
        desk = desk_of(editor, **screen)
        edit(desk, target)
        panel = show_links(desk)
        expect(panel.get_by_role("link", name="Calm skin")).to_be_visible()
        expect(panel.get_by_text("“More acne on the back.”")).to_be_visible()
        assert faults(desk.page, "[data-links-panel]") == []
