"""Production starts with sound settings and refuses unsound ones, tried as a real process."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.refusals import refusals

ROOT = Path(__file__).resolve().parents[2]
SECRET = "k3Zx-v9Qp" * 8
SOUND = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "www.example.org",
    "SITE_URL": "https://www.example.org",
}
#: What a running process says of itself in one line.
ACCOUNT = """
import json
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection
with connection.cursor() as cursor:
    journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
print(json.dumps({
    "passwords": make_password("secret").partition("$")[0],
    "journal": journal,
    "transactions": connection.transaction_mode,
    "logs": settings.LOGGING["handlers"]["stdout"]["formatter"],
    "asks for new versions": settings.WAGTAIL_ENABLE_UPDATE_CHECK,
}))
"""


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run manage.py with production settings and these variables changed; a blank one counts as not set."""
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PATH", "HOME", "COV"))}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=kept | SOUND | environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


class ProductionStartTests:
    def test_sound_settings_pass_the_deployment_check_without_a_warning(self):
        result = manage("check", "--deploy", "--fail-level", "WARNING")
        assert result.returncode == 0, result.stderr
        assert "no issues" in result.stdout

    def test_passwords_sqlite_logs_and_the_admin_are_set_up_with_care(self, tmp_path):
        database = f"sqlite:///{tmp_path / 'site.sqlite3'}"
        result = manage("shell", "--no-imports", "--command", ACCOUNT, DATABASE_URL=database)
        assert result.returncode == 0, result.stderr
        assert json.loads(result.stdout.splitlines()[-1]) == {
            "passwords": "argon2",
            "journal": "wal",
            "transactions": "IMMEDIATE",
            "logs": "json",
            "asks for new versions": False,
        }

    @pytest.mark.parametrize(
        ("variable", "value", "line"),
        [
            ("SECRET_KEY", "", "SECRET_KEY is not set: production needs a long random one."),
            (
                "SECRET_KEY",
                "development-only-key-that-production-refuses",
                "SECRET_KEY is a default that anybody can read: production needs a random one of its own.",
            ),
            ("DEBUG", "on", "DEBUG is on: production shows no debug pages. Unset DEBUG."),
            (
                "ALLOWED_HOSTS",
                "",
                "ALLOWED_HOSTS is not set: production needs the site's host names, separated by commas.",
            ),
            (
                "ALLOWED_HOSTS",
                "www.example.org,*",
                "ALLOWED_HOSTS contains the wildcard '*': production needs each host name in full.",
            ),
            (
                "SITE_TIME_ZONE",
                "Londn",
                "SITE_TIME_ZONE must be a time zone such as Europe/London, not 'Londn': scheduling depends on it.",
            ),
        ],
    )
    def test_an_unsound_setting_is_refused_in_one_line(self, variable, value, line):
        result = manage("check", **{variable: value})
        assert result.returncode != 0
        assert result.stderr.splitlines() == [line]


class RefusalsTests:
    def test_sound_settings_have_none(self):
        assert refusals(SECRET, debug=False, allowed_hosts=["www.example.org"]) == []

    def test_every_reason_is_given_at_once(self):
        lines = refusals("", debug=True, allowed_hosts=[])
        assert [line.split()[0] for line in lines] == ["SECRET_KEY", "DEBUG", "ALLOWED_HOSTS"]

    @pytest.mark.parametrize("secret", ["short", "ab" * 40])
    def test_a_secret_that_could_be_guessed_is_refused(self, secret):
        assert refusals(secret, debug=False, allowed_hosts=["a.example"]) == [
            "SECRET_KEY is too weak: production needs 50 random characters or more."
        ]

    def test_a_secret_from_a_starter_template_is_refused(self):
        assert "a default" in refusals("django-insecure-" + "x" * 50, debug=False, allowed_hosts=["a.example"])[0]

    def test_a_leading_dot_is_a_wildcard_too(self):
        assert "'.example.org'" in refusals(SECRET, debug=False, allowed_hosts=[".example.org"])[0]
