"""Where somebody makes the address of their calendar."""

import re

import pytest
from django.urls import reverse

from editorial.scheduling.away.keys import make_address, owner_of
from editorial.scheduling.away.models import CalendarKey
from tests.markup import words

pytestmark = pytest.mark.django_db

ADDRESS, OFF = reverse("calendar_address"), reverse("calendar_address_off")


def key_on(html: str) -> str:
    """The key in the address a page shows."""
    return re.search(r">http://127\.0\.0\.1:8000/calendar/([\w-]+)\.ics<", html)[1]


class CalendarAddressViewTests:
    def test_the_address_is_shown_once(self, writer_client, writer, site_tree):
        response = writer_client.post(ADDRESS)
        assert "no-store" in response["Cache-Control"]
        html = response.content.decode()
        assert owner_of(key_on(html)) == writer
        assert f"webcal://127.0.0.1:8000/calendar/{key_on(html)}.ics" in html
        assert key_on(html) not in writer_client.get(ADDRESS).content.decode()

    def test_it_says_what_it_shows_and_to_whom(self, writer_client, site_tree):
        text = words(writer_client.get(ADDRESS).content.decode())
        assert "Whoever has the address can read all this without signing in" in text
        assert "Make an address" in text
        assert "Switch off" not in text

    def test_a_new_one_takes_the_place_of_the_old(self, writer_client, writer, site_tree):
        old = key_on(writer_client.post(ADDRESS).content.decode())
        new = key_on(writer_client.post(ADDRESS).content.decode())
        assert (owner_of(old), owner_of(new)) == (None, writer)

    def test_looking_makes_none(self, writer_client, site_tree):
        writer_client.get(ADDRESS)
        assert not CalendarKey.objects.exists()

    def test_strangers_are_asked_to_sign_in(self, client, site_tree):
        assert client.post(ADDRESS).status_code == client.post(OFF).status_code == 302
        assert not CalendarKey.objects.exists()


class SwitchOffCalendarTests:
    def test_it_takes_one_s_own_address_away(self, writer_client, writer, editor, site_tree):
        make_address(writer)
        make_address(editor)
        response = writer_client.post(OFF, follow=True)
        assert "Your calendar can no longer be read elsewhere." in words(response.content.decode())
        assert list(CalendarKey.objects.values_list("user", flat=True)) == [editor.pk]

    def test_a_link_alone_changes_nothing(self, writer_client, writer, site_tree):
        make_address(writer)
        assert writer_client.get(OFF).status_code == 405
        assert CalendarKey.objects.exists()
