"""Icons of clinical blocks."""

ICONS = ["conditions/icons/cause.svg", "conditions/icons/lookalike.svg", "conditions/icons/procedure.svg"]


def register_icons(icons: list[str]) -> list[str]:
    """Add the icons to Wagtail's."""
    return [*icons, *ICONS]
