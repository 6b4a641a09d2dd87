"""Icons of ingredients and medicines."""

ICONS = ["ingredients/icons/droplet.svg", "ingredients/icons/medicine.svg"]


def register_icons(icons: list[str]) -> list[str]:
    """Add the icons to Wagtail's."""
    return [*icons, *ICONS]
