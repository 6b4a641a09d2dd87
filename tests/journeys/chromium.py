"""Finds the browser that the journeys run in; `python -m tests.journeys.chromium` says where it is."""

import shutil
import sys
from pathlib import Path

from config import env

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "The browser journeys need Chromium: install it (Debian and Ubuntu: apt-get install chromium; "
    "macOS: brew install --cask chromium), or set CHROMIUM to the path of a Chrome."
)
ARGUMENTS = [
    # Chromium refuses to run as root, as it does in a container, with its sandbox on.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def find_chromium() -> str | None:
    """The path of Chromium: CHROMIUM when it is set, else the first that is installed."""
    chosen = env.text("CHROMIUM")
    if chosen:
        return chosen if Path(chosen).is_file() else None
    return next(filter(None, map(shutil.which, NAMES)), None)


if __name__ == "__main__":
    sys.exit(0 if find_chromium() else MISSING)
