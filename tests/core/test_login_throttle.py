"""Guessing passwords is slow, and whoever forgot theirs is told how long to wait."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

PASSWORD = "a long drop of water"


@pytest.fixture
def writer(django_user_model):
    """Somebody with a password."""
    return django_user_model.objects.create_superuser("wren", password=PASSWORD)


@pytest.fixture
def sign_in(client):
    """Try to sign in as somebody, from an address."""

    def attempt(password, username="wren", **meta):
        return client.post(reverse("wagtailadmin_login"), {"username": username, "password": password}, **meta)

    return attempt


@pytest.mark.django_db
class TooManyTriesTests:
    def test_nine_wrong_tries_close_nothing(self, writer, sign_in):
        for _ in range(9):
            assert sign_in("wrong").status_code == 200
        assert sign_in(PASSWORD).status_code == 302

    def test_the_tenth_closes_and_says_how_long_to_wait(self, writer, sign_in):
        for _ in range(9):
            sign_in("wrong")
        response = sign_in("wrong")
        assert response.status_code == 429
        assert "Wait 15 minutes" in " ".join(response.content.decode().split())
        assert response.headers["Retry-After"] == "900"
        assert response.headers["Cache-Control"] == "private, no-store"

    def test_then_the_right_password_is_of_no_use_until_the_wait_is_over(self, writer, sign_in, time_machine):
        start = timezone.now()
        for _ in range(10):
            sign_in("wrong")
        assert sign_in(PASSWORD).status_code == 429
        time_machine.move_to(start + timedelta(minutes=16))
        assert sign_in(PASSWORD).status_code == 302

    def test_a_colleague_at_the_same_address_may_still_sign_in(self, writer, sign_in, django_user_model):
        django_user_model.objects.create_superuser("robin", password=PASSWORD)
        for _ in range(10):
            sign_in("wrong")
        assert sign_in(PASSWORD, username="robin").status_code == 302

    def test_a_stranger_cannot_lock_somebody_out_from_elsewhere(self, writer, sign_in):
        for _ in range(10):
            sign_in("wrong", REMOTE_ADDR="203.0.113.5")
        assert sign_in(PASSWORD, REMOTE_ADDR="198.51.100.7").status_code == 302

    def test_an_invented_forwarding_header_wins_no_new_tries(self, writer, sign_in, settings):
        settings.PROXY_COUNT = 1
        for number in range(10):
            sign_in("wrong", HTTP_X_FORWARDED_FOR=f"192.0.2.{number}, 203.0.113.5")
        response = sign_in(PASSWORD, HTTP_X_FORWARDED_FOR="192.0.2.99, 203.0.113.5")
        assert response.status_code == 429
