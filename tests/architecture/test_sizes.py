"""Size budgets."""

from tests.architecture.project import ROOT, write
from tests.architecture.sizes import long_functions, oversized_files


class SizeBudgetTests:
    def test_every_file_keeps_its_budget(self):
        assert oversized_files(ROOT) == []

    def test_functions_keep_their_budget(self):
        assert long_functions(ROOT) == []

    def test_a_module_of_301_lines_is_found(self, tmp_path):
        write(tmp_path, "core/long.py", "x = 1\n" * 301)

        assert oversized_files(tmp_path) == ["core/long.py: 301 lines, 300 allowed"]

    def test_a_template_of_121_lines_is_found(self, tmp_path):
        write(tmp_path, "templates/core/long.html", "<p></p>\n" * 121)

        assert oversized_files(tmp_path) == ["templates/core/long.html: 121 lines, 120 allowed"]

    def test_base_settings_of_251_lines_are_found(self, tmp_path):
        write(tmp_path, "config/settings/base.py", "X = 1\n" * 251)

        assert oversized_files(tmp_path) == ["config/settings/base.py: 251 lines, 250 allowed"]

    def test_a_function_of_31_lines_is_found(self, tmp_path):
        write(tmp_path, "core/rule.py", "def rule():\n" + "    x = 1\n" * 31)

        assert long_functions(tmp_path) == ["core/rule.py:rule: 31 lines"]
