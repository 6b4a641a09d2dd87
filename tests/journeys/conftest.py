"""A real browser for whole tasks: the installed Chromium, a live server, and an eye on the console."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client, override_settings
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.chromium import ARGUMENTS, MISSING, find_chromium
from tests.journeys.desk import Desk
from tests.journeys.library import library
from tests.journeys.reader import Reader

# Playwright keeps an event loop in the thread that the tests query the database from.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the installed Chromium instead of a downloaded one."""
    executable = find_chromium()
    if executable is None:
        pytest.fail(MISSING, pytrace=False)
    return browser_type_launch_args | {"executable_path": executable, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """The language and time of the site; the size of the window is for each journey to say."""
    return browser_context_args | {
        "locale": "en-GB",
        "timezone_id": "Europe/London",
    }


@pytest.fixture
def console_errors(page):
    """What the browser complained about so far: errors, uncaught exceptions, blocked or missing files."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


LAPTOP = {"viewport": {"width": 1440, "height": 900}}
#: A browser that shares its processors with other tests may be slow; nothing waits longer than it has to.
PATIENCE = 30_000


@pytest.fixture(scope="session", autouse=True)
def patience():
    """Wait long enough for a state that will come."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=None)


@pytest.fixture
def uploads(settings, tmp_path):
    """Keep uploads in files, from which the live server can serve them."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }


@pytest.fixture
def open_browser(new_context):
    """Open a browser of one's own, a laptop's unless told otherwise."""

    def open_one(**options):
        context = new_context(**(LAPTOP | options))
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    return open_one


@pytest.fixture
def desk_of(live_server, open_browser, uploads):
    """Sit somebody down at the admin, signed in: ``desk_of(editor)``."""

    def sit_down(user, **options):
        return Desk(open_browser(**options), live_server.url).sign_in(user.get_username())

    return sit_down


@pytest.fixture
def reader_with(live_server, open_browser, uploads):
    """Let an anonymous reader arrive: ``reader_with(viewport=…)``."""

    def arrive(**options):
        return Reader(open_browser(**options), live_server.url)

    return arrive


def reads_library(item) -> bool:
    """Whether a test is a journey among the pages that are made once."""
    return item.path.parent == Path(__file__).parent and "addresses" in item.fixturenames


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Put the journeys that share a library last, as its pages stay until the end, and have a test database made."""
    items.sort(key=reads_library)
    for item in filter(reads_library, items):
        # Without the marker the library would be written into the real database.
        item.add_marker("django_db")


@pytest.fixture(scope="session")
def reading_server(django_db_setup):
    """The site for journeys that change nothing, and so need no fresh database each."""
    server = LiveServer("localhost")
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def addresses(tmp_path_factory, django_db_setup, django_db_blocker):
    """A page of each kind with everything in it, made once for all journeys that only read: address by name."""
    storages = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"), STORAGES=storages),
    ):
        with transaction.atomic():
            shelf = library()
        # Each test holds a transaction, in which SQLite would let no server make a size of a picture.
        for address in shelf.values():
            Client().get(address)
        yield shelf


@pytest.fixture
def visitor(reading_server, addresses, open_browser):
    """Let an anonymous reader arrive who knows where everything is: ``visitor(viewport=…)``."""

    def arrive(**options):
        return Reader(open_browser(**options), reading_server)

    return arrive
