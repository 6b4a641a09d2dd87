"""Icons of blocks and panels."""

import re

import pytest
from wagtail.admin.icons import get_icons
from wagtail.models import get_page_models

from core.icons import ICONS, register_icons
from tests.architecture.blocks import blocks_below, page_bodies


def panels_below(panel):
    for child in getattr(panel, "children", []):
        yield child
        yield from panels_below(child)


class IconTests:
    def test_ours_join_wagtails(self):
        assert register_icons(["a.svg"]) == ["a.svg", *ICONS]

    @pytest.mark.django_db
    def test_every_icon_a_form_names_is_drawn(self):
        drawn = set(re.findall(r'id="icon-([a-z0-9-]+)"', get_icons()))
        named = {block.meta.icon for body in page_bodies() for block in blocks_below(body)}
        for model in get_page_models():
            named |= {panel.icon for panel in panels_below(model.get_edit_handler()) if getattr(panel, "icon", "")}
        assert {"doctor", "droplet", "cause"} <= named
        assert named - drawn == set()
