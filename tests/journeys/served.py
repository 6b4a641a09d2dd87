"""The demo served as production serves it: production settings, gunicorn, bundled and hashed styles, made pictures."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings

from config import processes

#: Wide enough for every size the layout asks for to be made from it, small enough to be painted quickly.
PICTURE_WIDTH = 900
STARTS_WITHIN = 60


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def production(folder: Path, address: str) -> dict[str, str]:
    """The environment of a production site that keeps everything in a folder of its own."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "off",
        "LOG_LEVEL": "WARNING",
        "SITE_URL": address,
        "BIND": address.removeprefix("http://"),
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "STATIC_ROOT": str(folder / "static"),
    }


def manage(environment: dict[str, str], *words: str) -> None:
    """Run one of the site's commands, which must succeed."""
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]


@contextmanager
def served_demo(folder: Path) -> Iterator[str]:
    """Fill a site with the demo and serve it; the address it is served at."""
    address = f"http://127.0.0.1:{free_port()}"
    environment = production(folder, address)
    manage(environment, "migrate", "--verbosity", "0")
    manage(environment, "load_demo", "--no-logins", "--picture-width", str(PICTURE_WIDTH))
    manage(environment, "db_worker", "--batch", "--no-startup-delay")
    manage(environment, "collectstatic", "--no-input", "--verbosity", "0")
    command = [sys.executable, "-m", "gunicorn", "-c", "config/gunicorn.py", "config.wsgi"]
    server = subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, start_new_session=True, stdout=subprocess.DEVNULL
    )
    try:
        wait_for(f"{address}/health/ready")
        yield address
    finally:
        processes.stop([server])


def wait_for(address: str) -> None:
    """Wait until a server answers; an error when it does not within a minute."""
    deadline = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            urlopen(address)
            return
        except (URLError, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
