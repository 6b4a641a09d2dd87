"""What the house rules read: the project's own files, by kind."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

#: Rooms by layer; imports run downwards only, and rooms of one layer never import each other.
LAYERS = {
    "core": 0,
    "users": 1,
    "topics": 1,
    "images": 1,
    "sources": 1,
    "articles": 1,
    "people": 2,
    "ingredients": 2,
    "blog": 3,
    "conditions": 3,
    "products": 3,
    "home": 4,
    "search": 4,
    "editorial": 5,
    "config": 6,
}


def python_files(root: Path = ROOT) -> Iterator[Path]:
    """The project's own modules, without migrations and tests."""
    for room in LAYERS:
        for path in sorted((root / room).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


def files(root: Path, folder: str, pattern: str) -> Iterator[Path]:
    """Files below one top-level folder."""
    yield from sorted((root / folder).rglob(pattern))


def parsed(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(), filename=str(path))


def write(root: Path, name: str, text: str) -> Path:
    """Plant a file in a temporary tree."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path
