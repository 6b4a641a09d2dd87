"""The design tokens, read from the one file that names them."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

SHEET = "css/tokens.css"
TOKEN = re.compile(r"^\s*--([a-z0-9-]+):\s*([^;]+);", re.MULTILINE)


def tokens() -> dict[str, str]:
    """Name and value of every custom property of ``tokens.css``, in its order."""
    return dict(TOKEN.findall(Path(finders.find(SHEET)).read_text(encoding="utf-8")))


def colours() -> list[tuple[str, str]]:
    """Name and value of every colour."""
    return [(name, value) for name, value in tokens().items() if value.startswith(("light-dark(", "#"))]


def scale(kind: str) -> list[tuple[str, str]]:
    """Name and value of every step of a scale: ``size`` for type, ``space`` for air."""
    return [(name, value) for name, value in tokens().items() if name.startswith(f"{kind}-")]
