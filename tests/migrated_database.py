"""The test database: on SQLite migrated once and copied afterwards (235 migrations take 20 seconds, a copy none);
on PostgreSQL created by one worker at a time, and dropped with whoever still holds it."""

import hashlib
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from psycopg.sql import SQL, Identifier

from tests.flushing.kept import back_up, forget, keep

FOLDER = settings.BASE_DIR / ".pytest_cache" / "databases"
#: How often PostgreSQL is asked for a database, and how many seconds lie between.
TRIES = 5
PAUSE = 2


def fingerprint() -> str:
    """A name for what a migrated database holds: every app's migrations, and what makes the fixed site after them."""
    folders = [Path(app.path) / "migrations" for app in apps.get_app_configs()]
    files = [file for folder in folders for file in sorted(folder.glob("*.py"))]
    files += sorted((settings.BASE_DIR / "home/ensure_site").rglob("*.py"))
    digest = hashlib.sha256()
    for file in files:
        digest.update(str(file).encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def remove(database: Path) -> None:
    """Delete a database with the two files SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)


def keep_copy(database: str, copy: Path) -> None:
    """Copy a database in use, in one step for whoever looks for the copy; older copies go."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    unfinished = copy.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(database)) as source:
        back_up(source, unfinished)
    for older in FOLDER.glob("*.sqlite3"):
        older.unlink(missing_ok=True)
    unfinished.replace(copy)


@contextmanager
def server(name: str) -> Iterator[psycopg.Connection]:
    """The database that every worker can reach, held by one of them: databases are made from one template."""
    parameters = {**connection.get_connection_params(), "dbname": name}
    with psycopg.connect(**parameters, autocommit=True) as session:
        session.execute("SELECT pg_advisory_lock(1)")
        yield session


def create(database: str, server_database: str) -> None:
    """Make an empty database on PostgreSQL, in place of what a run that was ended left there.

    Django gives up at the first refusal, by leaving the process: every later test of that worker would then fail for a
    reason that names nothing.
    """
    for left in reversed(range(TRIES)):
        try:
            with server(server_database) as session:
                session.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(database)))
                session.execute(SQL("CREATE DATABASE {}").format(Identifier(database)))
        except psycopg.OperationalError:
            if not left:
                raise
            time.sleep(PAUSE)
        else:
            return


def drop(database: str, server_database: str) -> None:
    """End what a browser left open, a server thread that waits on a kept-alive connection, and drop the database."""
    connection.close_pool()
    with server(server_database) as session:
        session.execute(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(database)))


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Let Django take over the database that was laid out for it, as it is, and leave it to us in the end."""
    return True


@pytest.fixture(scope="session")
def own_database(django_db_modify_db_settings) -> Iterator[Path | None]:
    """A database of this worker's own where Django will look for one: on SQLite with the kept copy, if there is one."""
    real_name = connection.settings_dict["NAME"]
    if not settings.IS_SQLITE:
        database = connection.settings_dict["TEST"]["NAME"] or f"test_{real_name}"
        create(database, real_name)
        yield None
        drop(database, real_name)
        return
    database = Path(connection.settings_dict["TEST"]["NAME"])
    copy = FOLDER / f"{fingerprint()}.sqlite3"
    remove(database)
    if copy.exists():
        shutil.copyfile(copy, database)
    yield copy
    remove(database)


@pytest.fixture(scope="session")
def django_db_setup(own_database, django_db_setup, django_db_blocker):
    """Keep a copy of a database that was migrated for the first time, and everything as it is before the first test."""
    # By the name that only a test database has: where no test asked for one, the connection still knows the real one.
    is_new = own_database is not None and not own_database.exists()
    if is_new and Path(connection.settings_dict["TEST"]["NAME"]).exists():
        keep_copy(connection.settings_dict["TEST"]["NAME"], own_database)
    with django_db_blocker.unblock():
        keep(connection)
    yield
    with django_db_blocker.unblock():
        forget(connection)
        connection.close()
