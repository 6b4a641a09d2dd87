"""The demo shows everything there is to see."""

from home.demo.content import CONTENT
from tests.home.demo.scope import short_sections, states, unused_blocks

PAGES = CONTENT / "pages"


class ScopeTests:
    def test_there_is_enough_of_every_kind(self):
        assert short_sections(PAGES) == {}

    def test_a_section_that_is_short_is_named(self, tmp_path):
        (tmp_path / "people").mkdir()
        (tmp_path / "people" / "ana.toml").write_text('title = "Ana"')
        assert short_sections(tmp_path)[("people",)] == 1

    def test_every_state_occurs(self):
        assert states(PAGES) == {"live", "scheduled", "in review", "draft", "retired"}

    def test_a_page_without_a_plan_is_live_and_a_product_no_longer_sold_retired(self, tmp_path):
        (tmp_path / "oil.toml").write_text('title = "Oil"')
        assert states(tmp_path) == {"live"}
        (tmp_path / "oil.toml").write_text("retired_on = 3")
        assert states(tmp_path) == {"retired"}

    def test_every_block_of_every_page_type_is_used(self):
        assert unused_blocks(PAGES) == []

    def test_a_block_is_used_only_where_its_page_type_has_it(self, tmp_path):
        for section in ("blog", "products"):
            (tmp_path / section).mkdir()
        (tmp_path / "blog" / "oil.toml").write_text('[[body]]\ntext = "Hello."\n[[body]]\nquote = {}\n')
        (tmp_path / "products" / "oil.toml").write_text('[[body]]\ntext = "Hello."\n')
        found = unused_blocks(tmp_path)
        assert "ProductPage: quote" in found and "BlogPostPage: quote" not in found
        assert "ProductPage: text" not in found and "ConditionPage: text" in found
