"""The demo's name."""

import pytest

from tests.architecture.brand import brand_mentions, brand_name
from tests.architecture.project import ROOT, write


class BrandTests:
    def test_code_and_templates_do_not_know_the_demos_name(self):
        assert brand_mentions(ROOT, brand_name(ROOT)) == []

    @pytest.mark.parametrize("name", ["core/words.py", "templates/base.html", "static/css/site.css"])
    def test_a_planted_name_is_found_whatever_its_spelling(self, tmp_path, name):
        write(tmp_path, name, "# FERN &amp; FOAM\n")

        assert brand_mentions(tmp_path, "Fern & Foam") == [name]
