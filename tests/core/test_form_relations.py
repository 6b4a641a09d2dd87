"""Rows typed into the page form: gathered for the checks, saved once."""

import pytest

from conditions.models import ConditionPage, QuestionPage
from people.models import Contribution
from tests.edit_form import (
    PUBLISH,
    create_url,
    edit_url,
    opened,
    said,
)
from tests.people.factories import PersonPageFactory, author
from tests.publication import publish, published
from tests.sources.factories import SourceFactory


def rows(name, *entries):
    """What an inline list of new rows sends."""
    data = {f"{name}-TOTAL_FORMS": len(entries), f"{name}-INITIAL_FORMS": 0}
    for place, entry in enumerate(entries):
        data |= {f"{name}-{place}-{key}": value for key, value in entry.items()}
        data |= {f"{name}-{place}-id": "", f"{name}-{place}-ORDER": place + 1, f"{name}-{place}-DELETE": ""}
    return data


class RelationTests:
    """Gathering what was typed for the checks and saving it afterwards give the same rows."""

    @pytest.fixture
    def question(self, administrator_client, site_tree):
        self.conditions = [published(ConditionPage, title=title) for title in ("Milia", "Acne")]
        self.people = [author(), publish(PersonPageFactory(title="Nadia Okafor"))]
        self.sources = [SourceFactory(title="Skin one"), SourceFactory(title="Skin two")]
        url = create_url(QuestionPage, site_tree.questions)
        data = opened(administrator_client, url) | {"title": "Is it harmless?", "slug": "harmless"}
        data |= {"short_answer": "Yes.", "topics": []} | PUBLISH
        data |= rows("question_conditions", *[{"condition": page.pk} for page in self.conditions])
        data |= rows("contributions", *[{"person": person.pk, "role": "author"} for person in self.people])
        data |= rows("related_pages", *[{"target": page.pk} for page in self.conditions])
        data |= rows("listed_sources", *[{"source": source.pk} for source in self.sources])
        response = administrator_client.post(url, data)
        assert response.status_code == 302, said(response)
        return QuestionPage.objects.get(slug="harmless")

    def state(self, page):
        page = QuestionPage.objects.get(pk=page.pk)
        return (
            [row.condition.title for row in page.question_conditions.all()],
            [row.person.title for row in page.contributions.all()],
            [row.target.title for row in page.related_pages.all()],
            [row.source.title for row in page.listed_sources.all()],
        )

    def test_rows_typed_when_creating_and_publishing_are_saved_once(self, question):
        assert question.live
        assert self.state(question) == (
            ["Milia", "Acne"],
            ["Ana Ruiz", "Nadia Okafor"],
            ["Milia", "Acne"],
            ["Skin one", "Skin two"],
        )

    def test_publishing_untouched_changes_nothing(self, administrator_client, question):
        before = self.state(question)
        data = opened(administrator_client, edit_url(question)) | PUBLISH
        assert administrator_client.post(edit_url(question), data).status_code == 302
        assert self.state(question) == before

    def test_rows_are_edited_reordered_and_deleted(self, administrator_client, question):
        data = opened(administrator_client, edit_url(question))
        data |= {"question_conditions-0-ORDER": 2, "question_conditions-1-ORDER": 1}
        data |= {"contributions-1-role": "reviewer", "related_pages-0-DELETE": "on"}
        data |= {"listed_sources-0-ORDER": 2, "listed_sources-1-ORDER": 1}
        response = administrator_client.post(edit_url(question), data | PUBLISH)
        assert response.status_code == 302, said(response)
        assert self.state(question) == (
            ["Acne", "Milia"],
            ["Ana Ruiz", "Nadia Okafor"],
            ["Acne"],
            ["Skin two", "Skin one"],
        )
        roles = Contribution.objects.filter(page=question).order_by("sort_order").values_list("role", flat=True)
        assert list(roles) == ["author", "reviewer"]

    def test_a_row_is_added_to_those_that_are_there(self, administrator_client, question):
        data = opened(administrator_client, edit_url(question))
        added = {"related_pages-2-target": self.people[0].pk, "related_pages-2-id": "", "related_pages-2-ORDER": 3}
        response = administrator_client.post(
            edit_url(question), data | added | {"related_pages-TOTAL_FORMS": 3} | PUBLISH
        )
        assert response.status_code == 302, said(response)
        assert self.state(question)[2] == ["Milia", "Acne", "Ana Ruiz"]

    def test_a_refused_publish_writes_no_row(self, administrator_client, question):
        before = self.state(question)
        data = opened(administrator_client, edit_url(question)) | {"short_answer": ""}
        data |= {"related_pages-0-DELETE": "on", "contributions-1-DELETE": "on"}
        response = administrator_client.post(edit_url(question), data | PUBLISH)
        assert response.status_code == 200
        assert self.state(question) == before
