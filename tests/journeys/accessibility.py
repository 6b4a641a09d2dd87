"""What an accessibility checker finds on a page of the admin."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

#: A message that is still fading in has too little contrast for a moment.
STILL = """() => Promise.all(
    document.getAnimations()
        .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
        .map((one) => one.finished.catch(() => null))
).then(() => null)"""


def faults(page: Page, part: str | None = None) -> list[tuple[str, list]]:
    """Each rule that a page, or a part of it, breaks, and where; asked once nothing moves any more."""
    page.wait_for_load_state()
    page.evaluate(STILL)
    found = Axe().run(page, context=part).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


def fits(page: Page) -> bool:
    """Whether nothing makes a page wider than the screen."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")
