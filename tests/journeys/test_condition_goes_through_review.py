"""A writer's condition page is approved by an editor and the medical reviewer, who lets it go live."""

import pytest
from playwright.sync_api import expect

from conditions.models import ConditionPage
from people.models import PersonPage
from tests.publication import published

TITLE = "Milia on the back"


@pytest.mark.django_db(transaction=True)
class ConditionGoesThroughReviewTests:
    def test_a_writer_submits_two_people_approve_and_a_reader_sees_it(
        self, desk_of, reader_with, site_tree, writer, editor, reviewer
    ):
        published(PersonPage, title="Wanda Ito", user=writer)
        form = desk_of(writer).start("New condition")
        form.write(
            title=TITLE,
            definition="Small firm bumps of keratin just below the surface of the skin.",
            also_known_as="Milk spots",
            colour="White or yellowish",
        )
        form.block("Signs").write(signs="Firm to the touch", on_black="Pale, with a sharp edge")
        form.block("Seek help").write(level="See someone when you can", signs="It grows", who="A dermatologist")
        form.block("Causes").item(0).write(name="A burn that healed")
        form.block("Dos and don'ts").write(dos="Leave it alone", donts="Squeeze it")
        form.press("Submit for review")
        expect(form.page.locator(".messages")).to_contain_text(TITLE)

        desk = desk_of(editor)
        desk.open("Waiting for you", TITLE).press("Approve")
        desk.says(f"You approved “{TITLE}”. It waits for one more: Medical reviewer approval.")
        desk = desk_of(reviewer)
        desk.open("Waiting for you", TITLE).press("Approve: ready to publish")
        desk.says(f"“{TITLE}” is approved. Nothing has gone live")
        assert not ConditionPage.objects.get(title=TITLE).live
        desk.page.get_by_role("button", name="Publish now").click()
        desk.says(f"“{TITLE}” is live.")

        reader = reader_with()
        page = reader.opens("/conditions/milia-on-the-back/")
        expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name="Wanda Ito").first).to_be_visible()
        expect(page.get_by_text("White or yellowish")).to_be_visible()
        expect(page.get_by_text("Pale, with a sharp edge")).to_be_visible()
        expect(page.get_by_role("heading", name="A burn that healed")).to_be_visible()
        assert reader.complaints == []

    def test_what_is_missing_is_said_at_its_box_and_help_moves_up_in_one_click(self, desk_of, site_tree, administrator):
        published(PersonPage, title="Ada Nowak", user=administrator)
        desk = desk_of(administrator)
        form = desk.start("New condition")
        form.write(title=TITLE)
        form.block("Seek help").delete()
        form.block("How to").write(title="Warm the skin", steps="Wet a cloth", evidence="No good evidence")
        form.add_block("Seek help").write(level="Get advice today", signs="It spreads")
        form.press("Publish")

        expect(form.box("definition")).to_contain_text("Fill in “Definition” before this page goes live.")
        expect(form.block("Seek help").box("who")).to_contain_text("Fill in “Who to see” before this page goes live.")
        expect(form.block("Seek help").child).to_contain_text("The help card comes after a treatment")
        form.write(definition="Small firm bumps of keratin.")
        form.block("Seek help").write(who="A dermatologist")
        form.press("Move help up")
        expect(form.kinds()).to_have_text(["Signs", "Causes", "Seek help", "How to", "Dos and don'ts", "Prevention"])
        expect(form.page.get_by_role("button", name="Move help up")).to_be_hidden()
        form.press("Publish")
        desk.says("published")
        assert ConditionPage.objects.live().filter(title=TITLE).exists()
