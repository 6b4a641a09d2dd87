"""What caches may keep: a reader's page for a minute, nothing personal."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.caching import ReaderCacheMiddleware, limit_freshness, next_known_change, shared_seconds

NOW = timezone.now()
PUBLIC = "public, max-age=0, s-maxage=60"
PRIVATE = "private, no-store"


class SharedSecondsTests:
    @pytest.mark.parametrize(
        ("seconds_to_change", "kept"), [(None, 60), (3600, 60), (59.9, 59), (10, 10), (0.5, 0), (-5, 0)]
    )
    def test_a_response_is_never_kept_past_its_next_change(self, seconds_to_change, kept):
        response = HttpResponse()
        if seconds_to_change is not None:
            limit_freshness(response, NOW + timedelta(seconds=seconds_to_change))
        assert shared_seconds(response, NOW) == kept


class LimitFreshnessTests:
    def test_the_earliest_moment_counts(self):
        response = HttpResponse()
        for seconds in (30, 10, 20):
            limit_freshness(response, NOW + timedelta(seconds=seconds))
        limit_freshness(response, None)
        assert shared_seconds(response, NOW) == 10


class NextKnownChangeTests:
    def test_a_page_with_no_plans_has_none_and_costs_no_query(self, plain_page, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert next_known_change(plain_page, NOW) is None

    def test_a_page_that_expires_changes_then(self, plain_page):
        plain_page.expire_at = NOW + timedelta(minutes=5)
        assert next_known_change(plain_page, NOW) == plain_page.expire_at

    def test_an_expiry_in_the_past_is_no_change_to_come(self, plain_page):
        plain_page.expire_at = NOW - timedelta(minutes=5)
        assert next_known_change(plain_page, NOW) is None

    def test_a_scheduled_version_comes_before_the_expiry(self, plain_page):
        moment = NOW + timedelta(minutes=2)
        plain_page.expire_at = NOW + timedelta(minutes=5)
        plain_page.has_unpublished_changes = True
        plain_page.save_revision(approved_go_live_at=moment)
        assert next_known_change(plain_page, NOW) == moment


@pytest.mark.django_db
class ReaderPageTests:
    def test_an_anonymous_reader_gets_a_page_that_caches_may_share_for_a_minute(self, client, plain_page):
        response = client.get("/")
        assert response.headers["Cache-Control"] == PUBLIC
        assert not response.cookies
        assert response.headers["Vary"] == "Accept-Encoding"

    def test_the_same_page_asked_for_again_is_not_sent_again(self, client, plain_page):
        etag = client.get("/").headers["ETag"]
        response = client.get("/", headers={"If-None-Match": etag})
        assert response.status_code == 304
        assert response.headers["Cache-Control"] == PUBLIC
        assert response.content == b""

    def test_a_changed_page_is_sent_again(self, client, plain_page):
        etag = client.get("/").headers["ETag"]
        plain_page.title = "Milia on the back"
        plain_page.save_revision().publish()
        assert client.get("/", headers={"If-None-Match": etag}).status_code == 200

    def test_the_header_of_a_page_may_be_shared_like_the_page(self, client, plain_page):
        assert client.head("/").headers["Cache-Control"] == PUBLIC

    def test_a_page_about_to_expire_is_kept_until_then(self, client, plain_page, time_machine):
        time_machine.move_to(NOW, tick=False)
        plain_page.expire_at = NOW + timedelta(seconds=20)
        plain_page.save_revision().publish()
        assert client.get("/").headers["Cache-Control"] == "public, max-age=0, s-maxage=20"

    def test_somebody_signed_in_gets_a_private_answer(self, client, plain_page, django_user_model):
        client.force_login(django_user_model.objects.create_user("writer"))
        response = client.get("/")
        assert response.headers["Cache-Control"] == PRIVATE
        assert "ETag" not in response.headers

    def test_a_stale_session_cookie_makes_nobody_a_user(self, client, plain_page, settings):
        client.cookies[settings.SESSION_COOKIE_NAME] = "long-gone"
        response = client.get("/")
        assert response.headers["Cache-Control"] == PUBLIC
        assert "Cookie" not in response.headers["Vary"]

    def test_a_request_with_credentials_gets_a_private_answer(self, client, plain_page):
        response = client.get("/", headers={"Authorization": "Basic d3JpdGVyOng="})
        assert response.headers["Cache-Control"] == PRIVATE

    def test_a_missing_page_may_be_shared_too(self, client, plain_page):
        assert client.get("/no-such-page/").headers["Cache-Control"].startswith("public, max-age=0, s-maxage=")


@pytest.mark.django_db
class PrivatePageTests:
    @pytest.fixture
    def password(self, plain_page):
        """The password that opens the page."""
        PageViewRestriction.objects.create(
            page=plain_page, restriction_type=PageViewRestriction.PASSWORD, password="drop"
        )
        return "drop"

    def test_the_question_for_its_password_is_not_kept(self, client, plain_page, password):
        response = client.get("/")
        assert "no-store" in response.headers["Cache-Control"]

    def test_neither_is_the_page_once_it_is_open(self, client, plain_page, password):
        form = client.get("/").context["action_url"]
        client.post(form, {"password": password, "return_url": "/"})
        response = client.get("/")
        assert plain_page.title in response.content.decode()
        assert "no-store" in response.headers["Cache-Control"]

    def test_a_page_for_users_sends_a_reader_to_sign_in_without_being_kept(self, client, plain_page):
        PageViewRestriction.objects.create(page=plain_page, restriction_type=PageViewRestriction.LOGIN)
        response = client.get("/")
        assert response.status_code == 302
        assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
class EditorsPagesTests:
    def test_the_admin_is_not_kept(self, client, plain_page):
        assert "no-store" in client.get("/admin/login/").headers["Cache-Control"]

    def test_a_preview_is_not_kept(self, plain_page):
        assert plain_page.make_preview_request().headers["Cache-Control"] == PRIVATE


class ReaderCacheMiddlewareTests:
    @pytest.fixture
    def answer(self, rf):
        """Send a response through the middleware."""
        return lambda response: ReaderCacheMiddleware(lambda request: response)(rf.get("/"))

    def test_what_a_view_says_is_left_alone(self, answer):
        response = HttpResponse(headers={"Cache-Control": "public, max-age=300"})
        assert answer(response).headers["Cache-Control"] == "public, max-age=300"

    def test_a_response_that_sets_a_cookie_is_private(self, answer):
        response = HttpResponse()
        response.set_cookie("seen", "1")
        assert answer(response).headers["Cache-Control"] == PRIVATE

    def test_a_response_that_depends_on_a_cookie_is_private(self, answer):
        assert answer(HttpResponse(headers={"Vary": "Cookie"})).headers["Cache-Control"] == PRIVATE

    def test_an_error_is_private(self, answer):
        assert answer(HttpResponse(status=500)).headers["Cache-Control"] == PRIVATE

    def test_a_form_sent_in_gets_a_private_answer(self, plain_page):
        response = Client().post("/no-such-form/")
        assert response.headers["Cache-Control"] == PRIVATE
