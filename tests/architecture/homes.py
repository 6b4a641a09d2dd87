"""House rules: behaviour has a test module at the same path; modules have names that say what is in them."""

import ast
from pathlib import Path

from tests.architecture.project import parsed, python_files

NAMELESS = {"utils", "helpers", "services", "misc", "common", "util", "helper"}
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.Try, ast.Match, ast.comprehension)
#: Django's own entry points: they register and connect, and what they register is tested at its home.
DECLARATIVE = {"apps.py", "wagtail_hooks.py", "__init__.py"}


def has_behaviour(path: Path) -> bool:
    """Whether a module branches or offers a public function or method."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, BRANCHES):
            return True
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            return True
    return False


def test_module_of(root: Path, path: Path) -> Path:
    """Where the tests of a module live: the same path below ``tests``, commands directly under their app."""
    folders = [part for part in path.relative_to(root).parent.parts if part not in {"management", "commands"}]
    return root.joinpath("tests", *folders, f"test_{path.name}")


def untested_modules(root: Path) -> list[str]:
    """Modules with behaviour whose test module is missing."""
    found = []
    for path in python_files(root):
        if path.name in DECLARATIVE or "settings" in path.relative_to(root).parts[:2]:
            continue
        expected = test_module_of(root, path)
        if has_behaviour(path) and not expected.exists():
            found.append(f"{path.relative_to(root)}: {expected.relative_to(root)} is missing")
    return found


def nameless_modules(root: Path) -> list[str]:
    """Modules called utils, helpers and the like."""
    return [str(path.relative_to(root)) for path in python_files(root) if path.stem in NAMELESS]
