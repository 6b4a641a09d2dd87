"""An editor answers a question with five causes; with the medical reviewer's signature the editor may publish it."""

import pytest
from playwright.sync_api import expect

from conditions.models import ConditionPage, QuestionPage
from people.models import PersonPage
from tests.ingredients.factories import MedicineFactory
from tests.publication import published

TITLE = "Why does white stuff come out of my back?"
CAUSES = ["Too much sebum", "Keratin that builds up", "Folliculitis", "A cyst", "Acne"]


def write_question(form):
    """Fill the form as it opens: short answer, help card, five causes, dos and don'ts."""
    form.write(title=TITLE, short_answer="Mostly sebum and dead skin. Only some of the causes need a doctor.")
    form.choose_several("question_conditions", "Folliculitis")
    form.block("Seek help").write(level="Get advice today", signs="It spreads\nFever", who="A GP")
    causes = form.block("Causes")
    for place, name in enumerate(CAUSES):
        causes.item(place).write(name=name, signs=f"How {name.lower()} shows", self_care="Leave it alone")
    form.block("Dos and don'ts").write(dos="Wear loose cotton", donts="Squeeze it")


@pytest.mark.django_db(transaction=True)
class EditorPublishesAQuestionTests:
    def test_an_editor_submits_and_approves_the_reviewer_signs_and_a_reader_sees_five_causes(
        self, desk_of, reader_with, site_tree, editor, reviewer
    ):
        published(PersonPage, title="Edith Brand", user=editor)
        published(ConditionPage, title="Folliculitis")
        MedicineFactory(substance="Mupirocin")

        desk = desk_of(editor)
        form = desk.start("New question")
        write_question(form)
        folliculitis = form.block("Causes").item(2)
        medicine = folliculitis.add("medications")
        form.choose(medicine.box("medicine"), "Mupirocin")
        medicine.write(guidance="Only if a doctor has prescribed it", form="Ointment")
        form.press("Submit for review")
        desk.says(TITLE)
        desk.open("Waiting for you", TITLE).press("Approve")
        desk.says(TITLE)

        question = QuestionPage.objects.get(title=TITLE)
        assert not question.live
        signer = desk_of(reviewer)
        signer.open("Waiting for you", TITLE).press("Approve: ready to publish")
        signer.says(TITLE)
        assert not QuestionPage.objects.get(title=TITLE).live
        desk.open("Publish now", TITLE).press("Publish")
        desk.says("has been published")

        reader = reader_with()
        page = reader.opens("/questions/why-does-white-stuff-come-out-of-my-back/")
        expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()
        expect(page.get_by_text("Mostly sebum and dead skin.")).to_be_visible()
        for name in CAUSES:
            expect(page.locator(".cause__name", has_text=name)).to_be_visible()
        expect(page.get_by_text("Only if a doctor has prescribed it")).to_be_visible()
        expect(page.get_by_text("Mupirocin").first).to_be_visible()
        assert reader.complaints == []
