"""What `make run` does before the servers start."""

from io import StringIO

import pytest
from django.core.management import call_command

from home.demo.loader import has_articles
from users.models import User


@pytest.fixture
def prepare(settings):
    """Run the command; what it prints."""
    settings.DEBUG = True

    def run(**options):
        out = StringIO()
        call_command("prepare", stdout=out, **options)
        return out.getvalue()

    return run


@pytest.mark.django_db
class PrepareTests:
    def test_an_empty_site_may_stay_empty(self, prepare):
        text = prepare(no_demo=True)
        assert not has_articles()
        assert "none yet; make the first with: .venv/bin/python manage.py createsuperuser" in text

    def test_it_says_where_the_site_and_its_admin_are(self, prepare, settings):
        settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8100"
        lines = prepare(no_demo=True).splitlines()
        assert lines[:2] == ["Site:   http://127.0.0.1:8100/", "Admin:  http://127.0.0.1:8100/admin/"]

    def test_logins_of_the_demo_are_named_every_time(self, prepare, monkeypatch):
        monkeypatch.setattr("home.management.commands.prepare.password", lambda: "drops")
        User.objects.create_user("writer")
        User.objects.create_user("admin")
        assert "Logins: admin, writer, with the password drops unless it was changed" in prepare(no_demo=True)

    def test_outside_development_nobody_is_told_a_password(self, prepare, settings):
        User.objects.create_user("writer")
        settings.DEBUG = False
        assert "Logins: those that were made before" in prepare(no_demo=True)

    def test_the_demo_is_loaded_into_an_empty_site_with_or_without_logins(self, prepare, monkeypatch):
        asked = []
        monkeypatch.setattr("home.demo.loader.load", lambda logins, width: asked.append(logins) or (3, []))
        text = prepare()
        prepare(no_logins=True)
        assert asked == [True, False]
        assert "Demo: 3 pages loaded." in text
