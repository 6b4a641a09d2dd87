"""What the demo has to show: enough of every kind, each state, each block."""

from collections import Counter
from pathlib import Path

from django.apps import apps
from wagtail.fields import StreamField

from home.demo.content import Entry, entries
from home.demo.pages import MODELS, STANDING

#: At least so many pages of some sections taken together.
WANTED = {
    ("blog",): 12,
    ("conditions", "questions"): 12,
    ("ingredients",): 12,
    ("products",): 8,
    ("people",): 5,
}


def short_sections(pages: Path) -> dict[tuple, int]:
    """The sections with too few pages, and how many they have."""
    counts = Counter(entry.section for entry in entries(pages))
    found = {sections: sum(counts[section] for section in sections) for sections in WANTED}
    return {sections: count for sections, count in found.items() if count < WANTED[sections]}


def states(pages: Path) -> set[str]:
    """Every state a page of the demo is brought to, with “retired” for what is no longer sold."""
    return {"retired" if "retired_on" in entry.fields else entry.plan.get("state", "live") for entry in entries(pages)}


def unused_blocks(pages: Path) -> list[str]:
    """The blocks a page type offers and no page of the demo has, as ``ProductPage: quote``."""
    unused = []
    for label in [*MODELS.values(), STANDING]:
        own = [entry for entry in entries(pages) if MODELS.get(entry.section, STANDING) == label]
        for field in apps.get_model(label)._meta.get_fields():
            if isinstance(field, StreamField):
                missing = field.stream_block.child_blocks.keys() - used_blocks(own, field.name)
                unused += [f"{label.partition('.')[2]}: {name}" for name in sorted(missing)]
    return unused


def used_blocks(pages: list[Entry], field: str) -> set[str]:
    """The names of the blocks in one field of several pages."""
    return {name for page in pages for row in page.fields.get(field, []) for name in row}
