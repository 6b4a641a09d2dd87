"""The database as the migrations left it, kept beside itself: in a second file on SQLite, else in a second schema."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

_kept: set[str] = set()


def is_kept(connection: BaseDatabaseWrapper) -> bool:
    """Whether there is something to put back."""
    return connection.settings_dict["NAME"] in _kept


def keep(connection: BaseDatabaseWrapper) -> None:
    """Keep everything as it is now."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        back_up(connection.connection, copy_of(connection))
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept")
            for table in tables_of(connection):
                cursor.execute(f'CREATE TABLE kept."{table}" AS TABLE public."{table}"')
            cursor.execute(
                "CREATE TABLE kept.every_sequence AS"
                " SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
            )
    _kept.add(connection.settings_dict["NAME"])


def put_back(connection: BaseDatabaseWrapper) -> None:
    """Make everything as it was when it was kept, keys and their sequences included."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(copy_of(connection))) as copy:
            copy.backup(connection.connection)
    else:
        tables = tables_of(connection)
        with transaction.atomic(), connection.cursor() as cursor:
            # One statement each way: foreign keys are looked at when the transaction ends.
            cursor.execute(";".join(f'DELETE FROM public."{table}"' for table in tables))
            cursor.execute(";".join(f'INSERT INTO public."{table}" SELECT * FROM kept."{table}"' for table in tables))
            cursor.execute(
                "SELECT setval(format('public.%I', sequencename)::regclass,"
                " coalesce(last_value, 1), last_value IS NOT NULL) FROM kept.every_sequence"
            )
    ContentType.objects.clear_cache()


def forget(connection: BaseDatabaseWrapper) -> None:
    """Delete what was kept in a file; a schema goes with its database."""
    _kept.discard(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        copy_of(connection).unlink(missing_ok=True)


def back_up(source: sqlite3.Connection, copy: Path) -> None:
    """Copy an SQLite database into a file, though it is in use."""
    with closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def copy_of(connection: BaseDatabaseWrapper) -> Path:
    """The second file."""
    return Path(f"{connection.settings_dict['NAME']}-kept")


def tables_of(connection: BaseDatabaseWrapper) -> list[str]:
    """Every table of every app."""
    return sorted(connection.introspection.django_table_names(only_existing=True, include_views=False))
