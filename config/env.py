"""The one place where the environment is read; anything unusable fails here, in one clear line."""

import os
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}
DATABASE_ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}


def text(name: str, default: str = "") -> str:
    """The variable without surrounding blanks; a blank one counts as not set."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """A yes/no variable; ImproperlyConfigured for any other word."""
    value = text(name).lower()
    if not value:
        return default
    if value in TRUE_WORDS:
        return True
    if value in FALSE_WORDS:
        return False
    raise ImproperlyConfigured(f"{name} must be on or off, not {value!r}.")


def number(name: str, default: int, least: int = 0) -> int:
    """A whole number, `least` or more; ImproperlyConfigured for anything else."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.")
    if int(value) < least:
        raise ImproperlyConfigured(f"{name} must be {least} or more, not {value}.")
    return int(value)


def choice(name: str, options: list[str], default: str) -> str:
    """One of a few words, in any case; ImproperlyConfigured names the words for any other."""
    value = text(name, default).upper()
    if value not in options:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(options)}, not {value!r}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list, blanks dropped."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def path(name: str, default: Path) -> Path:
    """A folder or file, absolute."""
    value = text(name)
    return Path(value).resolve() if value else default


def url(name: str, default: str = "") -> str:
    """A web address without its final slash; ImproperlyConfigured unless it names http or https and a host."""
    value = text(name, default)
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ImproperlyConfigured(f"{name} must be a full address such as https://www.example.org, not {value!r}.")
    return value.rstrip("/")


def time_zone(name: str, default: str) -> str:
    """A time zone of the tz database; ImproperlyConfigured for a name it does not know."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ValueError, OSError, LookupError):
        raise ImproperlyConfigured(
            f"{name} must be a time zone such as Europe/London, not {value!r}: scheduling depends on it."
        ) from None
    return value


def database(name: str, default: str) -> dict:
    """Django's settings for a database address; ImproperlyConfigured unless it is SQLite or PostgreSQL."""
    try:
        settings = dj_database_url.parse(text(name, default), conn_health_checks=True)
    except ValueError:
        settings = {"ENGINE": None}
    if settings["ENGINE"] not in DATABASE_ENGINES:
        # The value is left out of the message because it usually holds a password.
        raise ImproperlyConfigured(f"{name} must begin with sqlite:/// or postgresql://.")
    return settings
