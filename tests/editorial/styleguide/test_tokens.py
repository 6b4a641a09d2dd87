"""The design tokens as the style guide shows them."""

from pathlib import Path

from django.contrib.staticfiles import finders

from editorial.styleguide import tokens


class TokensTests:
    def test_colours_and_scales_are_told_apart(self):
        colours, sizes, spaces = dict(tokens.colours()), dict(tokens.scale("size")), dict(tokens.scale("space"))
        assert colours["ink"].startswith("light-dark(")
        assert colours["skin-brown"].startswith("#")
        assert {"size-xs", "size-3xl"} <= sizes.keys()
        assert {"space-2xs", "space-2xl"} <= spaces.keys()
        assert not colours.keys() & (sizes.keys() | spaces.keys())

    def test_every_one_has_its_specimen(self):
        sheet = Path(finders.find("css/styleguide.css")).read_text()
        wanted = [
            *(f".swatch--{name} {{\n  background: var(--{name});" for name, _ in tokens.colours()),
            *(f".specimen--{name} {{\n  font-size: var(--{name});" for name, _ in tokens.scale("size")),
            *(f".space--{name} {{\n  inline-size: var(--{name});" for name, _ in tokens.scale("space")),
        ]
        assert [specimen for specimen in wanted if specimen not in sheet] == []
