"""The two content security policies."""

import pytest

from config.content_security import admin_policy, media_sources, reader_policy


class ReaderPolicyTests:
    def test_nothing_unsafe_is_allowed(self):
        assert not [value for values in reader_policy("/media/").values() for value in values if "unsafe" in value]

    def test_what_is_not_named_may_not_be_loaded(self):
        assert reader_policy("/media/")["default-src"] == ["'none'"]

    def test_only_the_site_may_frame_a_page(self):
        assert reader_policy("/media/")["frame-ancestors"] == ["'self'"]


class MediaSourceTests:
    @pytest.mark.parametrize("policy", [reader_policy, admin_policy])
    def test_pictures_may_come_from_the_host_that_keeps_them(self, policy):
        assert "https://pictures.example.com" in policy("https://pictures.example.com/media/")["img-src"]

    def test_pictures_of_the_site_itself_need_no_other_source(self):
        assert media_sources("/media/") == []
