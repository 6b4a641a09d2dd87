"""Icons of conditions."""

from django.template.loader import render_to_string

from conditions.icons import ICONS, register_icons


class RegisterIconsTests:
    def test_the_icons_join_those_there_are(self):
        assert register_icons(["wagtailadmin/icons/edit.svg"]) == ["wagtailadmin/icons/edit.svg", *ICONS]

    def test_each_icon_is_a_drawing_with_an_id_of_its_own(self):
        drawings = [render_to_string(icon) for icon in ICONS]

        assert all("<svg" in drawing and 'id="icon-' in drawing for drawing in drawings)
        assert len(set(drawings)) == len(ICONS)
