"""The answers to the profile offer."""

import pytest
from django.urls import reverse

from people.models import PersonPage
from people.profiles import make_profile, profile_of
from tests.people.factories import PersonPageFactory

pytestmark = pytest.mark.django_db


class MakeOwnProfileTests:
    def test_one_click_makes_a_draft_and_opens_it(self, desk, writer):
        response = desk.post(reverse("make_own_profile"))
        assert response.url == reverse("wagtailadmin_pages:edit", args=[profile_of(writer).pk])
        assert desk.get(response.url).status_code == 200

    def test_second_click_makes_no_second_page(self, desk, writer):
        desk.post(reverse("make_own_profile"))
        desk.post(reverse("make_own_profile"))
        assert PersonPage.objects.filter(user=writer).count() == 1

    def test_role_without_access_to_people_has_one_too(self, client, commerce):
        client.force_login(commerce)
        response = client.post(reverse("make_own_profile"), follow=True)
        assert response.request["PATH_INFO"] == reverse("wagtailadmin_home")
        assert "An editor completes it." in response.content.decode()
        assert reverse("wagtailadmin_pages:edit", args=[profile_of(commerce).pk]) not in response.content.decode()

    def test_is_refused_to_a_stranger_and_to_a_link(self, client, desk):
        assert desk.get(reverse("make_own_profile")).status_code == 405
        client.logout()
        client.post(reverse("make_own_profile"))
        assert not PersonPage.objects.exists()


class ClaimProfileTests:
    def test_links_a_page_of_the_same_name(self, desk, writer):
        page = PersonPageFactory(title="Wanda Ito")
        desk.post(reverse("claim_profile", args=[page.pk]))
        assert profile_of(writer) == page

    def test_page_of_another_name_cannot_be_claimed(self, desk, writer):
        page = PersonPageFactory(title="Nadia Okafor")
        assert desk.post(reverse("claim_profile", args=[page.pk])).status_code == 404
        assert profile_of(writer) is None

    def test_whoever_has_a_profile_keeps_it(self, desk, writer):
        own = make_profile(writer)
        desk.post(reverse("claim_profile", args=[PersonPageFactory(title="Wanda Ito", slug="other").pk]))
        assert profile_of(writer) == own
