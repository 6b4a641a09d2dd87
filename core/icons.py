"""Icons of blocks and status words every app shares."""

ICONS = ["core/icons/bulb.svg", "core/icons/doctor.svg", "core/icons/pause.svg", "core/icons/shield.svg"]


def register_icons(icons: list[str]) -> list[str]:
    """Add the icons to Wagtail's."""
    return [*icons, *ICONS]
