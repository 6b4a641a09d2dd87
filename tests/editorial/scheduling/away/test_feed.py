"""The calendar at its address."""

import pytest
from django.conf import settings

from editorial.scheduling.away.keys import make_address, switch_off
from tests.editorial.scheduling.away.strict import event_about, strictly_read
from tests.editorial.scheduling.mornings import NINE, planned

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(site_tree, clock, editor):
    """The address of Edith's calendar, without the site's name."""
    planned(NINE, title="Dry hands")
    return make_address(editor).removeprefix(settings.WAGTAILADMIN_BASE_URL)


class CalendarFeedTests:
    def test_whoever_has_the_address_reads_it_without_signing_in(self, client, address):
        response = client.get(address)
        assert response.status_code == 200
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        assert event_about(strictly_read(response.content), "Dry hands")
        assert not response.cookies

    def test_nobody_keeps_it_or_lists_it(self, client, address):
        for asked in (address, "/calendar/unknown.ics"):
            response = client.get(asked)
            assert response["Cache-Control"] == "private, no-store"
            assert response["X-Robots-Tag"] == "noindex"

    def test_an_old_or_unknown_key_is_not_found(self, client, address, editor):
        make_address(editor)
        assert client.get(address).status_code == 404
        switch_off(editor)
        assert client.get(address).status_code == 404
        assert client.get(f"/calendar/{'a' * 5000}.ics").status_code == 404

    def test_who_left_is_not_found(self, client, address, editor):
        type(editor).objects.filter(pk=editor.pk).update(is_active=False)
        assert client.get(address).status_code == 404

    def test_it_is_only_read(self, client, address):
        assert client.head(address).status_code == 200
        assert client.post(address).status_code == 405
