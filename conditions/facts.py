"""The key facts of a condition, in words."""

from decimal import Decimal

CONTAGIOUS = {True: "Yes", False: "No"}


def key_facts_of(condition) -> list[tuple[str, str]]:
    """Label and words of each fact that is known, other names first."""
    facts = [
        ("Also called", in_one_line(condition.also_known_as)),
        ("Clinical name", in_one_line(condition.clinical_names)),
        ("Size", size(condition.size_min_mm, condition.size_max_mm)),
        ("Colour", condition.colour),
        ("Surface", condition.surface),
        ("Shape", condition.shape),
        ("Filled with", condition.contents),
        ("Arrangement", condition.get_arrangement_display()),
        ("Feels", condition.get_feeling_display()),
        ("How serious", condition.get_seriousness_display()),
        ("Over time", condition.get_course_display()),
        ("Contagious", CONTAGIOUS.get(condition.is_contagious, "")),
    ]
    return [(label, words) for label, words in facts if words]


def in_one_line(names: str) -> str:
    """Names typed one per line, as a list in a sentence."""
    return ", ".join(name.strip() for name in names.splitlines() if name.strip())


def size(smallest: Decimal | None, largest: Decimal | None) -> str:
    """A size in millimetres: “1–3 mm”, “up to 3 mm”, “1 mm or more”."""
    if smallest is None and largest is None:
        return ""
    if smallest is None:
        return f"Up to {plain(largest)} mm"
    if largest is None:
        return f"{plain(smallest)} mm or more"
    if smallest == largest:
        return f"{plain(smallest)} mm"
    return f"{plain(smallest)}–{plain(largest)} mm"


def plain(number: Decimal) -> str:
    """A number without needless zeros: “3”, “0.5”."""
    return f"{float(number):g}"
