"""Icons of blocks every app shares."""

ICONS = ["core/icons/doctor.svg", "core/icons/shield.svg"]


def register_icons(icons: list[str]) -> list[str]:
    """Add the icons to Wagtail's."""
    return [*icons, *ICONS]
