"""Reads the demo's content: one TOML file a page, found at the address the page gets on the site.

``content/pages/conditions/back-acne.toml`` becomes ``/conditions/back-acne/``. More pages need more files, no code.
"""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

CONTENT = Path(__file__).parent / "content"

#: Sections in the order their pages are published, so that what a page shows is already there.
SECTIONS = ["people", "topics", "ingredients", "products", "conditions", "questions", "blog"]


@dataclass(frozen=True)
class Entry:
    """One page as written: its address below home, its fields, and how it gets to its state."""

    address: str
    fields: dict
    plan: dict

    @property
    def section(self) -> str:
        """The first part of the address."""
        return self.address.split("/")[0]

    @property
    def parent(self) -> str:
        """The address of the page above; empty for home."""
        return self.address.rpartition("/")[0]

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.address.rpartition("/")[2]


def read(path: Path) -> dict:
    """One content file."""
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def entries(folder: Path = CONTENT / "pages") -> list[Entry]:
    """Every page of the demo: standing pages first, then section by section."""
    found = []
    for path in sorted(folder.rglob("*.toml")):
        fields = read(path)
        plan = fields.pop("plan", {})
        found.append(Entry(path.relative_to(folder).with_suffix("").as_posix(), fields, plan))
    return sorted(found, key=lambda entry: (place(entry.section), entry.address))


def place(section: str) -> int:
    """Where a section comes in the order of publishing; standing pages come first."""
    return SECTIONS.index(section) if section in SECTIONS else -1
