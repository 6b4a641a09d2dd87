"""Databases for measuring, on the server or beside the file that DATABASE_URL names; they are gone afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from config import env

ROOT = Path(__file__).resolve().parents[1]


class SqliteFiles:
    """Each database is a file in a folder of its own."""

    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def address(self, name: str) -> str:
        """The DATABASE_URL of a database."""
        return f"sqlite:///{self.folder / name}.sqlite3"

    def create(self, name: str) -> None:
        """Nothing to do: connecting makes the file."""

    def copy(self, name: str, copy: str) -> None:
        """Make a second database with the same content; nobody may be connected to the first."""
        shutil.copyfile(self.folder / f"{name}.sqlite3", self.folder / f"{copy}.sqlite3")

    def drop(self, name: str) -> None:
        """Remove a database."""
        for suffix in ("", "-wal", "-shm"):
            (self.folder / f"{name}.sqlite3{suffix}").unlink(missing_ok=True)


class PostgresServer:
    """Each database is one on the server that an address names."""

    name = "PostgreSQL"

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder

    def address(self, name: str) -> str:
        """The DATABASE_URL of a database."""
        return urlunsplit(urlsplit(self.url)._replace(path=f"/{self._full(name)}"))

    def create(self, name: str) -> None:
        """Make an empty database, in place of one an earlier run left behind."""
        self.drop(name)
        self._execute(f"CREATE DATABASE {self._full(name)}")

    def copy(self, name: str, copy: str) -> None:
        """Make a second database with the same content; nobody may be connected to the first."""
        self.drop(copy)
        self._execute(f"CREATE DATABASE {self._full(copy)} TEMPLATE {self._full(name)}")

    def drop(self, name: str) -> None:
        """Remove a database."""
        self._execute(f"DROP DATABASE IF EXISTS {self._full(name)}")

    def _full(self, name: str) -> str:
        return f"measured_{os.getpid()}_{name}"

    def _execute(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(statement)


Databases = SqliteFiles | PostgresServer


@contextmanager
def databases() -> Iterator[Databases]:
    """Where databases for measuring are made: SQLite, or the server of DATABASE_URL."""
    url = env.text("DATABASE_URL")
    with tempfile.TemporaryDirectory() as folder:
        yield PostgresServer(url, Path(folder)) if url.startswith("postgres") else SqliteFiles(Path(folder))


def environment(databases: Databases, name: str) -> dict[str, str]:
    """What a process on a database finds in its environment: the settings of production."""
    return os.environ | {
        "DATABASE_URL": databases.address(name),
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "measured-and-thrown-away-" * 3,
        "ALLOWED_HOSTS": "localhost",
        "HTTPS": "off",
        "LOG_LEVEL": "ERROR",
        "MEDIA_ROOT": str(databases.folder / "media"),
    }


def start(databases: Databases, name: str, *command: str, stdout: int = subprocess.DEVNULL) -> subprocess.Popen:
    """Start a Python module on a database, in a process of its own."""
    words = [sys.executable, "-m", *command]
    return subprocess.Popen(words, cwd=ROOT, env=environment(databases, name), stdout=stdout, text=True)


def run(databases: Databases, name: str, *command: str) -> str:
    """Run a Python module on a database to its end; what it prints."""
    with start(databases, name, *command, stdout=subprocess.PIPE) as process:
        printed, _ = process.communicate()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {printed}")
    return printed
