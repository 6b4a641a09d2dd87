"""House rule: size budgets of files, functions, templates and settings."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.project import files, parsed, python_files

FILE_LINES = 300
TEMPLATE_LINES = 120
SETTINGS_LINES = 250
FUNCTION_LINES = 30
#: How many of all functions may be longer than the budget.
LONG_FUNCTIONS_SHARE = 0.05


def line_count(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text().splitlines())


def oversized_files(root: Path) -> list[str]:
    """Modules, tests, styles, scripts and templates over their budget."""
    limits: list[tuple[Path, int]] = [(path, FILE_LINES) for path in python_files(root)]
    for folder, pattern, limit in [
        ("tests", "*.py", FILE_LINES),
        ("static", "*.css", FILE_LINES),
        ("static", "*.js", FILE_LINES),
        ("templates", "*.html", TEMPLATE_LINES),
        ("config/settings", "base.py", SETTINGS_LINES),
    ]:
        limits += [(path, limit) for path in files(root, folder, pattern)]
    return [
        f"{path.relative_to(root)}: {line_count(path)} lines, {limit} allowed"
        for path, limit in limits
        if line_count(path) > limit
    ]


def function_lengths(root: Path) -> Iterator[tuple[str, int]]:
    """Each function of the project with its length in lines, decorators and docstring left out."""
    for path in python_files(root):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
                yield f"{path.relative_to(root)}:{node.name}", (node.end_lineno or 0) - body[0].lineno + 1


def long_functions(root: Path) -> list[str]:
    """The functions over budget, when they are more than the share allowed."""
    lengths = list(function_lengths(root))
    long = [f"{name}: {length} lines" for name, length in lengths if length > FUNCTION_LINES]
    return long if len(long) > LONG_FUNCTIONS_SHARE * len(lengths) else []
