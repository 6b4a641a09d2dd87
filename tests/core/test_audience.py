"""Whom a request is answered for."""

import pytest

from core.audience import Audience, audience_of


class AudienceOfTests:
    @pytest.mark.parametrize(
        ("path", "audience"),
        [
            ("/", Audience.READER),
            ("/conditions/milia/", Audience.READER),
            ("/administration/", Audience.READER),
            ("/admin/", Audience.ADMIN),
            ("/admin/pages/3/edit/", Audience.ADMIN),
        ],
    )
    def test_the_address_tells_readers_from_editors(self, rf, path, audience):
        assert audience_of(rf.get(path)) is audience

    def test_a_preview_is_for_an_editor_although_its_address_is_a_readers(self, rf):
        request = rf.get("/conditions/milia/")
        request.is_preview = True
        assert audience_of(request) is Audience.PREVIEW
