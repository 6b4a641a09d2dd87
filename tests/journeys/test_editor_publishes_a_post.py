"""An editor writes a post with everything a post can have, and a reader finds it all."""

import pytest
from playwright.sync_api import expect

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from people.models import PersonPage
from products.models import ProductPage
from tests.images.factories import SiteImageFactory
from tests.publication import published
from tests.sources.factories import SourceFactory


@pytest.mark.django_db(transaction=True)
class EditorPublishesAPostTests:
    def test_an_editor_writes_previews_and_publishes_and_a_reader_sees_it_all(
        self, desk_of, reader_with, site_tree, editor
    ):
        published(PersonPage, title="Edith Brand", user=editor)
        condition = published(ConditionPage, title="Back acne")
        published(ProductPage, title="Even lotion")
        SourceFactory(title="Acne at any age")
        SiteImageFactory(title="Cream on a shoulder")

        desk = desk_of(editor)
        form = desk.start("New post")
        expect(form.panel("byline")).to_contain_text("Edith Brand")
        form.write(title="A calmer back in six weeks", standfirst="What helps, in which order.")
        form.choose(form.panel("picture"), "Cream on a shoulder")
        form.write(image_alt="White cream on a bare shoulder")

        text = form.block("Text").rich_text()
        text.write("## Why it happens\nMost people have it once, which doctors call back acne")
        text.select_last("back acne")
        text.press("LINK")
        form.find_and_pick("Back acne")
        text.write(". It passes, as many have shown")
        text.select_last("shown")
        text.press("SOURCE")
        form.pick("Acne at any age")

        form.block("Seek help").write(level="See someone when you can", signs="It hurts at night", who="A GP")
        form.block("How to").write(
            title="Wash after sport",
            steps="Rinse with lukewarm water\nPat dry",
            evidence="Some evidence that it helps",
            caution="Not on broken skin",
        )
        product = form.add_block("Product")
        form.choose(product.box("product"), "Even lotion")
        product.write(reason="Light enough for a back that sweats.")

        preview = form.preview()
        expect(preview.get_by_role("heading", name="A calmer back in six weeks")).to_be_visible()
        expect(preview.get_by_text("Most people have it once")).to_be_visible()

        form.press("Publish")
        desk.says("published")
        address = BlogPostPage.objects.live().get(title="A calmer back in six weeks").get_url()
        assert address == "/blog/a-calmer-back-in-six-weeks/"

        reader = reader_with()
        page = reader.opens(address)
        expect(page.get_by_role("heading", name="A calmer back in six weeks", level=1)).to_be_visible()
        expect(page.get_by_text("What helps, in which order.")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name="Edith Brand").first).to_be_visible()
        expect(page.get_by_alt_text("White cream on a bare shoulder")).to_be_visible()
        expect(page.get_by_role("heading", name="Why it happens")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name="back acne", exact=True).first).to_have_attribute(
            "href", condition.get_url()
        )
        expect(page.locator(".how-to").get_by_role("listitem")).to_have_text(["Rinse with lukewarm water", "Pat dry"])
        expect(page.get_by_role("complementary", name="Product: Even lotion")).to_contain_text("Ad: affiliate link")
        expect(page.locator(".source-list")).to_contain_text("Acne at any age")
        assert reader.complaints == []
