"""The panels of the dashboard."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.profiles import make_profile
from tests.blog.factories import BlogPostPageFactory
from tests.people.factories import PersonPageFactory
from tests.publication import publish

pytestmark = pytest.mark.django_db
OFFER = "Readers see who wrote a page: make your profile"


def home(client) -> str:
    return client.get(reverse("wagtailadmin_home")).content.decode()


def submit(page, user):
    """Send a page to review, as its form does."""
    return page.get_workflow().start(page, user)


class OfferTests:
    def test_is_made_to_whoever_has_no_profile(self, desk, writer):
        assert OFFER in home(desk)
        make_profile(writer)
        assert OFFER not in home(desk)

    def test_not_now_is_remembered(self, desk):
        desk.patch(reverse("wagtailadmin_dismissibles"), json.dumps({"profile_offer": True}))
        assert OFFER not in home(desk)

    def test_other_dismissed_notices_do_not_count(self, desk):
        desk.patch(reverse("wagtailadmin_dismissibles"), json.dumps({"editor-guide": True}))
        assert OFFER in home(desk)

    def test_names_an_existing_page_of_the_same_name(self, desk):
        PersonPageFactory(title="Wanda Ito", honorific="", role="Writer")
        assert "“Wanda Ito, Writer” is me" in home(desk)


class QueryCountTests:
    def test_is_the_same_for_few_and_many_pages(self, client, writer, editor):
        def add(count):
            for _ in range(count):
                submit(BlogPostPageFactory(owner=writer), writer)
                submit(BlogPostPageFactory(owner=editor), editor).current_task_state.reject(user=editor)
                publish(BlogPostPageFactory(owner=editor))

        def queries() -> int:
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse("wagtailadmin_home"))
            return len(captured)

        client.force_login(editor)
        add(1)
        queries()
        few = queries()
        add(4)
        assert queries() == few
