"""Import direction."""

import pytest

from tests.architecture.imports import upward_imports
from tests.architecture.project import ROOT, write


class ImportDirectionTests:
    def test_the_project_imports_downwards_only(self):
        assert upward_imports(ROOT) == []

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("core/blocks.py", "from blog.models import BlogPostPage\n"),
            ("blog/models.py", "import conditions.models\n"),
            ("editorial/review/tasks.py", "from editorial.dashboard import panels\n"),
            ("people/rules.py", "def check():\n    from home import settings\n"),
        ],
    )
    def test_a_planted_upward_or_sideways_import_is_found(self, tmp_path, name, text):
        write(tmp_path, name, text)

        assert len(upward_imports(tmp_path)) == 1

    def test_imports_of_lower_rooms_and_libraries_pass(self, tmp_path):
        write(tmp_path, "blog/models.py", "import json\nfrom wagtail.models import Page\nfrom people import models\n")

        assert upward_imports(tmp_path) == []
