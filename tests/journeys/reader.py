"""An anonymous reader, whose browser notices everything that goes wrong behind the page."""

from io import BytesIO

from PIL import Image, ImageChops
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

from tests.journeys import eyes

PHONE = {"viewport": {"width": 360, "height": 740}}
DESK = {"viewport": {"width": 1440, "height": 900}}
#: More stops than any page of the site has: whoever has not arrived by then is in a trap.
MANY_STOPS = 200


class Reader:
    """The site in the browser of somebody who never signs in."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        #: Errors on the console, policies broken, files missing, and whatever was asked of other servers.
        self.complaints: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._on_request)
        page.on("requestfailed", self._on_failure)
        page.on("response", self._on_response)

    def opens(self, path: str) -> Page:
        """Go straight to an address."""
        self.page.goto(f"{self.address}{path}")
        return self._settled()

    def arrives(self, heading: str) -> Page:
        """Be on the page with this heading, which was asked for just now."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)
        return self._settled()

    def menu(self) -> Locator:
        """The main menu; a narrow screen folds it away."""
        fold = self.page.locator(".site-header__fold > summary")
        if fold.is_visible():
            fold.click()
        return self.page.get_by_role("navigation", name="Main").locator("visible=true")

    def searches(self, words: str) -> Page:
        """Type words into the search of the menu."""
        self.menu()
        box = self.page.get_by_label("Search the site").locator("visible=true").first
        box.fill(words)
        box.press("Enter")
        return self.arrives("Search")

    def follows(self, name: str) -> Page:
        """Follow the link to a page in the main part of another, and read it without scrolling sideways."""
        self.page.get_by_role("main").get_by_role("link", name=name).first.click()
        page = self.arrives(name.split(" →")[-1])
        assert self.sideways() == []
        return page

    def sideways(self) -> list[str]:
        """What makes the page wider than the screen."""
        return self.page.evaluate(eyes.TOO_WIDE)

    def reads(self, screen: dict, text: int = 1, zoom: int = 1, **media: str) -> Page:
        """Look at the page that is open on another screen, with larger text or zoom, or other wishes."""
        size = {side: pixels // zoom for side, pixels in screen["viewport"].items()}
        self.page.set_viewport_size(size)
        self.page.emulate_media(**({"forced_colors": "none", "reduced_motion": "no-preference"} | media))
        self.page.evaluate("times => { document.documentElement.style.fontSize = `${times * 100}%`; }", text)
        return self.page

    def off_screen(self, *parts: Locator) -> list[str]:
        """Which of these parts are not wholly on the first screen."""
        assert self.page.evaluate("scrollY") == 0
        return [str(part) for part in parts if not part.evaluate(eyes.IS_WHOLLY_ON_SCREEN)]

    def tabs(self) -> dict:
        """Press Tab; what is focused then, which must be in sight and look focused."""
        self.page.keyboard.press("Tab")
        stop = self.page.evaluate(eyes.FOCUSED)
        assert stop["covered_by"] == [], stop
        assert self._focus_shows(stop), f"Looks the same with and without the focus: {stop['what']}"
        return stop

    def tabs_to(self, target: Locator) -> list[str]:
        """Press Tab until the target has the focus; all stops on the way."""
        stops: list[str] = []
        while len(stops) < MANY_STOPS:
            stops.append(self.tabs()["what"])
            if target.evaluate("element => element === document.activeElement"):
                return stops
        raise AssertionError(f"{target} was not reached by {stops}")

    def _settled(self) -> Page:
        """The page as it stays: text without its styles, or in the fallback font, has other lines."""
        self.page.wait_for_load_state()
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    def _focus_shows(self, stop: dict) -> bool:
        """Whether the focus changes as many pixels as a line around the element has."""
        with_focus = self._shot(stop)
        self.page.evaluate("window.focused = document.activeElement; window.focused.blur()")
        without = self._shot(stop)
        self.page.evaluate("window.focused.focus({preventScroll: true})")
        changed = ImageChops.difference(with_focus, without).convert("L").point(lambda step: step > 40 and 1)
        return sum(changed.get_flattened_data()) >= stop["outline"]

    def _shot(self, stop: dict) -> Image.Image:
        """The screen around what is focused."""
        return Image.open(BytesIO(self.page.screenshot(clip=stop["around"]))).convert("RGB")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.complaints.append(f"elsewhere: {request.url}")

    def _on_failure(self, request: Request) -> None:
        # Whoever follows a link before a picture has come gives up on the picture: nothing is wrong with it.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")
