"""Static files for production: each entry stylesheet bundled into one, then hashed and compressed."""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import lightningcss
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management.base import CommandError
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?["']?([^"')\s;]+)""")
RELATIVE_URL = re.compile(r"""(?<!@import )url\(\s*["']?(?!data:|/|#|https?:)([^"')]+)""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class StylesheetError(CommandError):
    """A stylesheet cannot be bundled; the message names the sheet and what is wrong with it."""


def imported_sheets(entry: str, sources: dict[str, Path]) -> list[str]:
    """Every stylesheet that the entry imports, directly or not; StylesheetError for one that is not there."""
    found: list[str] = []
    waiting = [entry]
    while waiting:
        sheet = waiting.pop()
        text = COMMENT.sub("", sources[sheet].read_text(encoding="utf-8"))
        if dirname(sheet) != dirname(entry):
            refuse_relative_addresses(sheet, text)
        for target in IMPORT.findall(text):
            name = normpath(join(dirname(sheet), target))
            if name not in sources:
                raise StylesheetError(f"{sheet} imports {target}, which does not exist.")
            if name not in found:
                found.append(name)
                waiting.append(name)
    return found


def refuse_relative_addresses(sheet: str, text: str) -> None:
    """StylesheetError for a relative url() in a sub-folder: the bundle moves it, and lightningcss keeps it as it is."""
    without_imports = re.sub(r"@import[^;]*;", "", text)
    if address := RELATIVE_URL.search(without_imports):
        raise StylesheetError(
            f"{sheet} has the relative address {address[1]}: only sheets beside the entry sheet may have one."
        )


def bundle(entry: Path) -> str:
    """The entry and all it imports as one minified stylesheet."""
    try:
        return lightningcss.bundle_css(str(entry))
    except (OSError, ValueError) as error:
        raise StylesheetError(f"{entry.name}: {error}") from error


class BundledStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Readers fetch one stylesheet; its sources, one file per noun, are not published."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[tuple]:
        """Bundle each of STYLESHEET_ENTRIES from its sources, then hash and compress what remains."""
        # The sources are read, not the collected copies: an earlier run has put a bundle in their place.
        sources = {name: Path(storage.path(path)) for name, (storage, path) in paths.items()}
        remaining = dict(paths)
        for entry in settings.STYLESHEET_ENTRIES:
            if entry not in sources:
                raise StylesheetError(f"{entry} is named in STYLESHEET_ENTRIES and does not exist.")
            parts = imported_sheets(entry, sources)
            if dry_run:
                continue
            content = bundle(sources[entry])
            for name in [entry, *parts]:
                self.delete(name)
                remaining.pop(name, None)
            self.save(entry, ContentFile(content.encode()))
            remaining[entry] = (self, entry)
        yield from super().post_process(remaining, dry_run=dry_run, **options)
