"""House rules for templates and styles: no orphan, nothing marked safe, nothing inline on a reader's page."""

import re
from pathlib import Path

from tests.architecture.project import files, python_files

#: Templates Django or Wagtail finds by name alone.
FOUND_BY_NAME = re.compile(r"^(404|500|400|403|403_csrf)\.html$|^wagtailadmin/|^wagtailcore/|^wagtailsnippets/|^axes/")
INLINE = {
    "an inline style": re.compile(r"<style[\s>]|\sstyle\s*=", re.IGNORECASE),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)[^>]*>", re.IGNORECASE),
    "an inline event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "text marked safe": re.compile(r"\|\s*safe\b|autoescape off"),
}
MARKED_SAFE = re.compile(r"\bmark_safe\b")
SUPPRESSION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover)")


def is_reader_template(name: str) -> bool:
    """Whether a template renders a reader's page rather than a piece of the admin."""
    return not name.startswith(("wagtailadmin/", "editorial/", "wagtailsnippets/"))


def inline_markup(root: Path) -> list[str]:
    """Inline style, script or handler, and anything marked safe."""
    found = []
    for path in files(root, "templates", "*.html"):
        name = str(path.relative_to(root / "templates"))
        for words, pattern in INLINE.items():
            if (is_reader_template(name) or words == "text marked safe") and pattern.search(path.read_text()):
                found.append(f"templates/{name}: {words}")
    for path in python_files(root):
        if MARKED_SAFE.search(path.read_text()):
            found.append(f"{path.relative_to(root)}: text marked safe")
    return found


def suppressions(root: Path) -> list[str]:
    """Comments that silence a checker."""
    every = [*python_files(root), *files(root, "tests", "*.py")]
    here = Path(__file__).name
    return [str(path.relative_to(root)) for path in every if path.name != here and SUPPRESSION.search(path.read_text())]


def default_template_names(page_names: list[tuple[str, str]]) -> set[str]:
    """The template Wagtail looks for by default, for each (app label, class name) of a page type."""
    return {f"{app}/{re.sub(r'(?<!^)(?=[A-Z])', '_', name).lower()}.html" for app, name in page_names}


def orphan_templates(root: Path, defaults: set[str]) -> list[str]:
    """Templates that no page type, block, view or other template names."""
    sources = [*python_files(root), *files(root, "templates", "*")]
    texts = {path: path.read_text() for path in sources if path.is_file()}
    found = []
    for path in files(root, "templates", "*.*"):
        name = str(path.relative_to(root / "templates"))
        if name in defaults or FOUND_BY_NAME.search(name):
            continue
        if not any(f'"{name}"' in text or f"'{name}'" in text for other, text in texts.items() if other != path):
            found.append(f"templates/{name}")
    return found


def orphan_styles(root: Path) -> list[str]:
    """Stylesheets that no sheet imports, no template links and no module names."""
    texts = {path: path.read_text() for path in [*python_files(root), *files(root, "templates", "*.html")]}
    texts |= {path: path.read_text() for path in files(root, "static", "*.css")}
    found = []
    for path in files(root, "static", "*.css"):
        if not any(path.name in text for other, text in texts.items() if other != path):
            found.append(str(path.relative_to(root)))
    return found
