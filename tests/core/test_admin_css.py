"""Styles added to the admin."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.urls import reverse

from core.admin_css import phone_css, schedule_css, status_css


class PhoneCssTests:
    def test_the_sheet_exists(self):
        assert phone_css() == '<link rel="stylesheet" href="/static/css/admin/phone.css">'
        assert finders.find("css/admin/phone.css")

    @pytest.mark.django_db
    def test_every_page_of_the_admin_links_it(self, client):
        client.force_login(get_user_model().objects.create_superuser("ada", "ada@example.org", "not-a-real-password"))
        assert phone_css() in client.get(reverse("wagtailadmin_home")).content.decode()


class StatusCssTests:
    def test_the_sheet_exists(self):
        assert status_css() == '<link rel="stylesheet" href="/static/css/admin/status.css">'
        assert finders.find("css/admin/status.css")

    @pytest.mark.django_db
    def test_every_page_of_the_admin_links_it(self, client):
        client.force_login(get_user_model().objects.create_superuser("ada", "ada@example.org", "not-a-real-password"))
        assert status_css() in client.get(reverse("wagtailadmin_home")).content.decode()


class ScheduleCssTests:
    def test_the_sheet_exists(self):
        assert schedule_css() == '<link rel="stylesheet" href="/static/css/admin/schedule.css">'
        assert finders.find("css/admin/schedule.css")
