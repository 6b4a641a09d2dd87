"""Everyday words that somebody says mean a page."""

import pytest

from conditions.models import ConditionPage
from editorial.linking.models import MeantName
from tests.editorial.linking.linked import (
    asked,
    offered,
    panel,
    post_saying,
    send,
)
from tests.publication import published

pytestmark = pytest.mark.django_db


@pytest.fixture
def target(site_tree):
    """A condition that readers see, also known by an everyday word."""
    return published(ConditionPage, title="Keratosis pilaris", also_known_as="Spots", clinical_names="")


class MeantTests:
    @pytest.fixture
    def spotted(self, target):
        """The draft of a post with an everyday word."""
        return post_saying("Most spots go by themselves.")

    def test_an_everyday_word_is_asked_about_and_not_offered(self, spotted, target, editor_client):
        response = panel(editor_client, spotted)
        assert offered(response) == []
        assert asked(response) == [{"target": str(target.pk), "words": "Spots"}]

    def test_once_it_is_meant_it_is_offered_everywhere(self, spotted, target, editor, editor_client):
        [values] = asked(panel(editor_client, spotted))
        response = send(editor_client, "links_meant", spotted, values)
        assert (offered(response), asked(response)) == (["spots"], [])
        assert offered(panel(editor_client, post_saying("Spots again."))) == ["Spots"]
        meant = MeantName.objects.get()
        assert (meant.page_id, meant.words, meant.user) == (target.pk, "Spots", editor)

    def test_twice_is_once(self, spotted, editor_client):
        [values] = asked(panel(editor_client, spotted))
        for _ in range(2):
            assert send(editor_client, "links_meant", spotted, values).status_code == 200
        assert MeantName.objects.count() == 1

    def test_words_that_are_no_name_of_the_page_are_not_remembered(self, spotted, target, editor_client):
        for values in ({}, {"target": target.pk, "words": "Most"}, {"target": "x", "words": "Spots"}):
            response = send(editor_client, "links_meant", spotted, values)
            assert response.status_code == 200
            assert offered(response) == []
        assert not MeantName.objects.exists()
