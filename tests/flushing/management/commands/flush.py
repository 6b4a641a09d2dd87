"""Django's flush, which every test that commits ends with."""

from typing import Any

from django.core.management.commands import flush
from django.db import connections

from tests.flushing.kept import is_kept, put_back


class Command(flush.Command):
    """Put back what was kept, where something was.

    Django empties every table and has the apps fill them again: the fixed site alone takes seconds to publish.
    """

    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        if options.get("inhibit_post_migrate") or not is_kept(connection):
            return super().handle(**options)
        return put_back(connection)
