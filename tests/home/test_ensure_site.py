"""The command, and that running it again changes nothing."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.mark.django_db
class EnsureSiteTests:
    def test_a_second_run_writes_nothing(self):
        with CaptureQueriesContext(connection) as queries:
            call_command("ensure_site", verbosity=0)
        writes = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
        assert writes == []

    def test_it_says_that_it_is_done(self, capsys):
        call_command("ensure_site")
        assert "in place" in capsys.readouterr().out
