"""The page form as a person uses it: boxes are written in, blocks are added, things are chosen in dialogs."""

import json
import re

from playwright.sync_api import FrameLocator, Locator, Page, expect


class RichText:
    """One box of rich text, worked from the keyboard and its toolbar."""

    def __init__(self, box: Locator) -> None:
        self.page = box.page
        self.box = box.locator("[contenteditable=true]").first
        self.stored = box.locator(".Draftail-Editor__wrapper").first.locator("xpath=preceding-sibling::input")
        # The toolbar floats outside the box, and another box may still hold one of its own.
        self.toolbar = self.page.locator(".Draftail-Toolbar, .Draftail-FloatingToolbar").locator("visible=true")

    def write(self, words: str) -> None:
        """Type at the end of what is there; a line that starts with “## ” becomes a heading."""
        # A click may land on a link, which opens its tooltip instead.
        self.box.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(words)
        self.holds(words.splitlines()[-1].removeprefix("## "))

    def holds(self, words: str) -> None:
        """Wait until the form would send these words: the editor hands them over a moment after they are typed."""
        expect(self.stored).to_have_value(re.compile(re.escape(json.dumps(words, ensure_ascii=False)[1:-1])))

    def select_last(self, words: str) -> None:
        """Mark the words that were typed last, which brings up the toolbar."""
        expect(self.box).to_contain_text(words)
        for _ in words:
            self.page.keyboard.press("Shift+ArrowLeft")

    def press(self, button: str) -> None:
        """Press a button of the toolbar, by the name of what it makes."""
        self.toolbar.locator(f"button[name={button}]").last.click()


class Block:
    """One block of the body; its boxes are found by their names in code."""

    def __init__(self, child: Locator) -> None:
        self.child = child

    def box(self, name: str) -> Locator:
        """The part of the form that holds one box."""
        return self.child.locator(f"[data-contentpath={name}]").first

    def write(self, **boxes: str) -> "Block":
        """Fill boxes of plain words, opening the groups they are folded away in."""
        for name, words in boxes.items():
            box = self.box(name).locator("input:not([type=hidden]), textarea, select").first
            self._unfold(box)
            if box.evaluate("element => element.tagName") == "SELECT":
                box.select_option(label=words)
            else:
                box.fill(words)
        return self

    def rich_text(self, name: str | None = None) -> RichText:
        """The rich text of the block, or of one of its boxes."""
        box = self.box(name) if name else self.child
        self._unfold(box.locator("[contenteditable=true]").first)
        return RichText(box)

    def delete(self) -> None:
        """Take the block out of the body."""
        self.child.get_by_role("button", name="Delete").first.click()
        expect(self.child).to_be_hidden()

    def item(self, place: int) -> "Block":
        """One entry of the list this block is, added when it is the next one."""
        entries = self._entries("items")
        return Block(entries.nth(place)) if place < entries.count() else self.add("items")

    def add(self, name: str) -> "Block":
        """One more entry of a list inside the block."""
        entries = self._entries(name)
        count = entries.count()
        self._list(name).locator("> [data-streamfield-list-add]").last.click()
        expect(entries).to_have_count(count + 1)
        return Block(entries.nth(count))

    def _entries(self, name: str) -> Locator:
        """The entries of a list inside the block, without what they hold in turn."""
        return self._list(name).locator("> [data-streamfield-child]")

    def _list(self, name: str) -> Locator:
        """A list inside the block."""
        return self.box(name).locator("> div > [data-streamfield-list-container]")

    def _unfold(self, box: Locator) -> None:
        """Open the folded group a box is in, if it is in one."""
        group = box.locator("xpath=ancestor::section[contains(@class, 'collapsed')][1]")
        toggle = group.locator(".w-panel__toggle").first
        # What was just added needs a moment to come into sight.
        expect(box.or_(toggle).first).to_be_visible()
        if not box.is_visible():
            toggle.click()
            expect(box).to_be_visible()


class EditForm:
    """The form of a page that is being written."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.dialog = page.locator(".modal-dialog")

    def write(self, **boxes: str) -> "EditForm":
        """Fill boxes of the page itself, by their names in code."""
        for name, words in boxes.items():
            self.page.locator(f"#id_{name}").fill(words)
        return self

    def box(self, name: str) -> Locator:
        """One box of the page itself, with what is said about it."""
        return self.page.locator(f"[data-field-wrapper]:has(#id_{name})").last

    def panel(self, name: str) -> Locator:
        """The panel of a relation or a field, by its name in code."""
        return self.page.locator(f"#panel-child-content-{name}-section, #panel-child-promote-{name}-section").first

    def blocks(self, label: str) -> Locator:
        """All blocks of one kind in the body."""
        kind = self.page.locator(".c-sf-block__type").get_by_text(re.compile(f"^{re.escape(label)}$"))
        return self.page.locator("#panel-child-content-body-section [data-streamfield-child]").filter(has=kind)

    def kinds(self) -> Locator:
        """The names of the blocks of the body, from top to bottom."""
        body = self.page.locator("#panel-child-content-body-section > .w-panel__content")
        blocks = body.locator("[data-streamfield-stream-container]").first.locator("> [data-streamfield-child]")
        return blocks.locator("> section > .w-panel__header .c-sf-block__type")

    def block(self, label: str, place: int = 0) -> Block:
        """One block of the body, by the name editors know it by."""
        child = self.blocks(label).nth(place)
        child.scroll_into_view_if_needed()
        return Block(child)

    def add_block(self, label: str) -> Block:
        """Put a block at the end of the body."""
        before = self.blocks(label).count()
        body = self.page.locator("#panel-child-content-body-section")
        body.get_by_role("button", name="Insert a block").last.click()
        self.page.get_by_role("option", name=label, exact=True).click()
        expect(self.blocks(label)).to_have_count(before + 1)
        return self.block(label, before)

    def choose(self, inside: Locator, name: str) -> None:
        """Open the chooser of a box and pick the thing of that name."""
        inside.locator("button.chooser__choose-button").first.click()
        self.pick(name)

    def pick(self, name: str) -> None:
        """Pick in the chooser that is open."""
        self.dialog.get_by_role("link", name=name).first.click()
        expect(self.dialog).to_be_hidden()

    def find_and_pick(self, name: str) -> None:
        """Search in the chooser that is open, and pick what is found."""
        self.dialog.get_by_label("Search term").fill(name)
        expect(self.dialog).to_contain_text("match")
        self.pick(name)

    def choose_several(self, relation: str, *names: str) -> None:
        """Open the chooser of a relation, tick things and confirm."""
        self.page.locator(f"#id_{relation}-OPEN_MODAL").click()
        for name in names:
            self.dialog.get_by_role("row").filter(has_text=name).get_by_role("checkbox").check()
        self.dialog.get_by_role("button", name="Confirm selection").click()
        expect(self.dialog).to_be_hidden()

    def preview(self) -> FrameLocator:
        """Open the preview beside the form."""
        self.page.get_by_role("button", name="Toggle preview").click()
        return self.page.frame_locator("[data-side-panel=preview] iframe").last

    def press(self, label: str) -> None:
        """Press the big button, or a repair the form offers."""
        self.page.get_by_role("button", name=label, exact=True).locator("visible=true").click()

    def tap(self, label: str) -> None:
        """Press the big button with a finger."""
        self.page.get_by_role("button", name=label, exact=True).locator("visible=true").tap()
