"""The test database: on SQLite migrated once and copied afterwards (235 migrations take 20 seconds, a copy none);
on PostgreSQL freed of whoever still holds it before it is dropped."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from tests.flushing.kept import back_up, forget, keep

FOLDER = settings.BASE_DIR / ".pytest_cache" / "databases"


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


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb) -> bool:
    """Let Django take over the copied SQLite database as it is."""
    return django_db_keepdb or settings.IS_SQLITE


@pytest.fixture(scope="session")
def migrated_copy(django_db_modify_db_settings) -> Path | None:
    """The kept copy, laid where Django will look for its test database; None on another database."""
    if not settings.IS_SQLITE:
        return None
    database = Path(connection.settings_dict["TEST"]["NAME"])
    copy = FOLDER / f"{fingerprint()}.sqlite3"
    remove(database)
    if copy.exists():
        shutil.copyfile(copy, database)
    return copy


def end_other_sessions() -> None:
    """End what a browser left open: a server thread that waits on a kept-alive connection holds its session."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()"
        )


@pytest.fixture(scope="session")
def django_db_setup(migrated_copy, django_db_setup, django_db_blocker):
    """Keep a copy of a database that was migrated for the first time, and clean up at the end."""
    if migrated_copy is None:
        with django_db_blocker.unblock():
            keep(connection)
        yield
        with django_db_blocker.unblock():
            end_other_sessions()
        return
    # By the name that only a test database has: where no test asked for one, the connection still knows the real one.
    database = Path(connection.settings_dict["TEST"]["NAME"])
    if database.exists() and not migrated_copy.exists():
        keep_copy(str(database), migrated_copy)
    with django_db_blocker.unblock():
        keep(connection)
    yield
    with django_db_blocker.unblock():
        forget(connection)
        connection.close()
    remove(database)
