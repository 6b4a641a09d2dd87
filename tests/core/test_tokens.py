"""Every pair of words and ground the stylesheets use can be read, by day and by night."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

TOKENS = settings.BASE_DIR / "static" / "css" / "tokens.css"
HEX = r"#[0-9a-f]{6}"
LIGHT_DARK = re.compile(rf"--([a-z-]+):\s*light-dark\(({HEX}),\s*({HEX})\)")
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(|light-dark\(")
FONT = re.compile(r"font-family:(?!\s*var\()|@font-face")

GROUNDS = ["paper", "surface", "petal", "petal-deep", "sage", "sage-deep"]
WORDS = ["ink", "ink-soft", "accent", "accent-strong"]
PAIRS = [
    *((words, ground) for ground in GROUNDS for words in WORDS),
    ("ink", "amber"),
    ("ink", "rose"),
    ("accent", "amber"),
    ("accent-strong", "amber"),
    ("amber-ink", "amber"),
    ("amber-ink", "surface"),
    ("amber-ink", "paper"),
    ("rose-ink", "rose"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-alarm", "alarm"),
    ("alarm", "on-alarm"),
]


def tokens(scheme: int) -> dict[str, str]:
    """The colours of one scheme: 0 by day, 1 by night."""
    return {name: values[scheme] for name, *values in LIGHT_DARK.findall(TOKENS.read_text())}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


class ContrastTests:
    @pytest.mark.parametrize("scheme", [0, 1], ids=["day", "night"])
    @pytest.mark.parametrize(("words", "ground"), PAIRS)
    def test_words_can_be_read_on_their_ground(self, words, ground, scheme):
        colours = tokens(scheme)

        assert contrast(colours[words], colours[ground]) >= 4.5

    @pytest.mark.parametrize("scheme", [0, 1], ids=["day", "night"])
    @pytest.mark.parametrize("ground", ["paper", "surface"])
    def test_the_edge_of_a_control_can_be_seen(self, ground, scheme):
        colours = tokens(scheme)

        assert contrast(colours["line-strong"], colours[ground]) >= 3

    def test_contrast_is_measured_as_wcag_says(self):
        assert round(contrast("#ffffff", "#000000"), 2) == 21
        assert round(contrast("#ffffff", "#767676"), 2) == 4.54


class OneHomeTests:
    @pytest.mark.parametrize("pattern", [COLOUR, FONT], ids=["colours", "fonts"])
    def test_only_the_tokens_name(self, pattern):
        others = [sheet for sheet in TOKENS.parent.rglob("*.css") if sheet != TOKENS]

        assert others
        assert [sheet.name for sheet in others if pattern.search(sheet.read_text())] == []

    def test_every_token_used_is_defined(self):
        sheets = [sheet.read_text() for sheet in TOKENS.parent.rglob("*.css")]
        # The admin's sheets use the tokens of the admin.
        sheets_of_wagtail = Path(finders.find("wagtailadmin/css/core.css")).read_text()
        used = {name for text in sheets for name in re.findall(r"var\(--([a-z0-9-]+)", text)}
        defined = {name for text in [*sheets, sheets_of_wagtail] for name in re.findall(r"--([a-z0-9-]+):", text)}

        assert used - defined == set()

    def test_fonts_weigh_little_and_carry_their_licence(self):
        folders = [folder for folder in (settings.BASE_DIR / "static" / "fonts").iterdir() if folder.is_dir()]
        fonts = [font for folder in folders for font in folder.glob("*.woff2")]

        assert sum(font.stat().st_size for font in fonts) <= 40 * 1024
        assert all("SIL Open Font License" in (folder / "LICENSE").read_text() for folder in folders)
