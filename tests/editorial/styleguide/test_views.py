"""The style guide's page."""

import pytest

from conditions.models import ConditionPage
from tests.publication import published

pytestmark = pytest.mark.django_db


class StyleguideTests:
    def test_readers_are_sent_to_sign_in(self, client):
        response = client.get("/styleguide/")
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")

    def test_it_shows_an_empty_site_too(self, writer_client):
        response = writer_client.get("/styleguide/")
        assert response.status_code == 200
        assert "Nothing has been published yet" in response.content.decode()

    def test_it_is_made_of_the_newest_pages(self, writer_client):
        page = published(ConditionPage)
        shown = writer_client.get("/styleguide/").content.decode()
        assert page.title in shown
        assert 'class="help-glance"' in shown

    def test_nobody_keeps_a_copy_and_no_robot_lists_it(self, writer_client):
        response = writer_client.get("/styleguide/")
        assert "no-store" in response["Cache-Control"]
        assert '<meta name="robots" content="noindex">' in response.content.decode()
