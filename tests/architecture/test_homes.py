"""Every module with behaviour has its test module, and no module hides behind a name that says nothing."""

import pytest

from tests.architecture.homes import nameless_modules, untested_modules
from tests.architecture.project import ROOT, write


class TestHomeTests:
    def test_every_module_with_behaviour_has_its_test_module(self):
        assert untested_modules(ROOT) == []

    @pytest.mark.parametrize(
        "text",
        [
            "def rule():\n    return 1\n",
            "X = 1 if __name__ else 2\n",
            "class A:\n    def rule(self):\n        return 1\n",
        ],
    )
    def test_a_module_with_behaviour_and_no_test_is_found(self, tmp_path, text):
        write(tmp_path, "core/rule.py", text)

        assert untested_modules(tmp_path) == ["core/rule.py: tests/core/test_rule.py is missing"]

    def test_its_test_module_settles_it(self, tmp_path):
        write(tmp_path, "core/rule.py", "def rule():\n    return 1\n")
        write(tmp_path, "tests/core/test_rule.py", "")

        assert untested_modules(tmp_path) == []

    def test_declarations_need_no_test_module(self, tmp_path):
        write(tmp_path, "core/things.py", "class Thing:\n    size = 1\n\n    def __str__(self):\n        return 'x'\n")

        assert untested_modules(tmp_path) == []


class NamelessModuleTests:
    def test_no_module_is_called_by_a_name_that_says_nothing(self):
        assert nameless_modules(ROOT) == []

    def test_a_planted_utils_module_is_found(self, tmp_path):
        write(tmp_path, "core/utils.py", "")

        assert nameless_modules(tmp_path) == ["core/utils.py"]
