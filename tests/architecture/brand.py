"""House rule: the demo's brand is content; neither code nor a template knows its name."""

import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.architecture.project import files, python_files

SITE_WORDS = "home/demo/content/site.toml"


def brand_name(root: Path) -> str:
    """What the demo calls the site."""
    return tomllib.loads((root / SITE_WORDS).read_text())["settings"]["name"]


def code_files(root: Path) -> Iterator[Path]:
    """Everything that is code, template, style, script or icon."""
    yield from python_files(root)
    yield from files(root, "templates", "*.*")
    for pattern in ("*.css", "*.js", "*.svg"):
        yield from files(root, "static", pattern)


def brand_mentions(root: Path, name: str) -> list[str]:
    """The files that mention the brand."""
    spellings = {name.casefold(), escape(name).casefold()}
    found = [path for path in code_files(root) if any(word in path.read_text().casefold() for word in spellings)]
    return [str(path.relative_to(root)) for path in found]
