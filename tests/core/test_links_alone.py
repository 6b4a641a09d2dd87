"""Saves that change links and no words."""

from contextvars import copy_context

import pytest

from core.links_alone import changes_links_alone, links_alone


class LinksAloneTests:
    def test_only_what_is_saved_within_is_marked(self):
        assert not changes_links_alone()
        with links_alone():
            assert changes_links_alone()
        assert not changes_links_alone()

    def test_one_within_another_does_not_end_it(self):
        with links_alone():
            with links_alone():
                assert changes_links_alone()
            assert changes_links_alone()
        assert not changes_links_alone()

    def test_an_error_ends_it(self):
        with pytest.raises(ValueError, match="full"), links_alone():
            raise ValueError("The disk is full")
        assert not changes_links_alone()

    def test_what_somebody_else_saves_meanwhile_is_not_marked(self):
        elsewhere = copy_context()
        with links_alone():
            assert not elsewhere.run(changes_links_alone)
