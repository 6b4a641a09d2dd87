"""The README's table of variables and what the code reads are the same."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
READERS = {"text", "flag", "number", "choice", "words", "path", "url", "time_zone", "database"}
SKIPPED = {".venv", ".git", "node_modules"}


def names_read(source: str) -> set[str]:
    """The variables a module reads through config.env."""
    return {
        call.args[0].value
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and call.func.attr in READERS
        and isinstance(call.args[0], ast.Constant)
    }


def python_files() -> list[Path]:
    """The project's modules, without the tests of the readers themselves."""
    return [
        file
        for file in ROOT.rglob("*.py")
        if not SKIPPED & set(file.relative_to(ROOT).parts) and file.parent != Path(__file__).parent
    ]


class ReadmeTests:
    def test_every_variable_has_its_row_and_every_row_its_variable(self):
        read = set().union(*(names_read(file.read_text()) for file in python_files()))
        of_make = set(re.findall(r"^(\w+) \?=", (ROOT / "Makefile").read_text(), re.MULTILINE))
        rows = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
        assert sorted(rows) == sorted(read | of_make | {"DJANGO_SETTINGS_MODULE"})

    def test_the_environment_is_read_in_one_place_only(self):
        readers = {
            str(file.relative_to(ROOT))
            for file in python_files()
            if re.search(r"os\.(environ\.get|getenv)\(", file.read_text())
        }
        assert readers == {"config/env.py"}


class NamesReadTests:
    def test_a_read_is_found_and_other_calls_are_not(self):
        assert names_read('env.text("ONE"); env.flag("TWO", True); other.text("THREE"); env.other("FOUR")') == {
            "ONE",
            "TWO",
        }
