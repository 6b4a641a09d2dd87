"""House rule: sizes of pictures are named in one module, and a reader's page has none made."""

import re
from collections.abc import Iterable
from pathlib import Path

from tests.architecture.markup import is_reader_template
from tests.architecture.project import files, python_files

NAMES_SIZES = "images/sizes.py"
MAKES_SIZES = "images/making.py"
SPEC = re.compile(
    r"\b(?:fill|max|min)-\{?\d+x\d+"
    r"|\b(?:width|height|scale)-\{?\d+"
    r"|\bformat-(?:\{|(?:avif|gif|jpeg|png|webp)\b)"
    r"|\b(?:avif|jpeg|webp)quality-\d"
)
MAKING_TAG = re.compile(r"\{%\s*load\s[^%]*\bwagtailimages_tags\b")
MAKING_CALL = re.compile(r"\.(?:get|create)_renditions?\(")
USE = re.compile(r"""\{%\s*picture(?:_at)?\s+\S+\s+["']([^"']*)["']""")


def texts(root: Path) -> dict[str, str]:
    """Every module and template by its path."""
    paths = [*python_files(root), *files(root, "templates", "*.*")]
    return {str(path.relative_to(root)): path.read_text() for path in paths}


def sizes_elsewhere(root: Path) -> list[str]:
    """Sizes spelled out where only names belong."""
    found = {name: SPEC.search(text) for name, text in texts(root).items() if name != NAMES_SIZES}
    return [f"{name}: {match[0]}" for name, match in found.items() if match]


def made_while_a_reader_waits(root: Path) -> list[str]:
    """Readers' templates and modules that would have a missing size made on the spot."""
    found = []
    for name, text in texts(root).items():
        if name.startswith("templates/"):
            if is_reader_template(name.removeprefix("templates/")) and MAKING_TAG.search(text):
                found.append(f"{name}: Wagtail's own tags")
        elif name != MAKES_SIZES and MAKING_CALL.search(text):
            found.append(f"{name}: {MAKING_CALL.search(text)[0]}…)")
    return found


def unnamed_sizes(root: Path, names: Iterable[str]) -> list[str]:
    """Sizes that templates ask for and nobody has named."""
    asked = [(name, size) for name, text in texts(root).items() for size in USE.findall(text)]
    return [f"{name}: {size}" for name, size in asked if size not in set(names)]
