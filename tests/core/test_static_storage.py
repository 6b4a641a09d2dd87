"""What collectstatic makes of the stylesheets."""

import json

import pytest
from django.core.management import call_command

from core.static_storage import StylesheetError


@pytest.fixture
def sheets(settings, tmp_path):
    """A static folder to write sheets into, collected by the production storage."""
    source = tmp_path / "source"
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STYLESHEET_ENTRIES = ["css/site.css"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "core.static_storage.BundledStaticFilesStorage"}
    }

    def write(**texts):
        for name, text in texts.items():
            file = source / "css" / f"{name.replace('__', '/')}.css"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)

    write(
        site='@import url("tokens.css") layer(tokens); @import "blocks/causes.css" layer(blocks);',
        tokens=":root { --ink: #222; }",
        blocks__causes=".causes { color: var(--ink); }",
    )
    return write


@pytest.fixture
def collect(settings):
    """Run collectstatic; the folder it filled and the text of the one stylesheet readers get."""

    def run():
        call_command("collectstatic", interactive=False, verbosity=0)
        manifest = json.loads((settings.STATIC_ROOT / "staticfiles.json").read_text())["paths"]
        return settings.STATIC_ROOT, (settings.STATIC_ROOT / manifest["css/site.css"]).read_text()

    return run


class BundledStaticFilesStorageTests:
    def test_readers_get_one_minified_sheet_in_layers(self, sheets, collect):
        _, text = collect()
        assert "@import" not in text
        assert "@layer blocks{.causes{color:var(--ink)}}" in text

    def test_the_sheet_is_hashed_and_compressed_twice(self, sheets, collect):
        sheets(
            blocks__causes=".causes { color: var(--ink); }" + "".join(f".c{n} {{ margin: {n}px }}" for n in range(99))
        )
        folder, _ = collect()
        names = sorted(file.name.split(".", 2)[-1] for file in (folder / "css").glob("site.*.css*"))
        assert names == ["css", "css.br", "css.gz"]

    def test_the_sources_are_not_published(self, sheets, collect):
        folder, _ = collect()
        assert not (folder / "css/tokens.css").exists()
        assert not list((folder / "css").glob("blocks/*"))

    def test_a_second_run_takes_up_what_has_changed(self, sheets, collect):
        collect()
        sheets(tokens=":root { --ink: #444; }")
        _, text = collect()
        assert "--ink:#444" in text

    def test_an_address_in_the_entry_is_hashed(self, sheets, collect, settings):
        font = settings.STATICFILES_DIRS[0] / "fonts/body.woff2"
        font.parent.mkdir()
        font.write_bytes(b"font")
        sheets(site='@font-face { font-family: Body; src: url("../fonts/body.woff2"); }')
        _, text = collect()
        assert "../fonts/body." in text
        assert "../fonts/body.woff2" not in text

    def test_an_import_that_is_commented_out_is_no_import(self, sheets, collect):
        sheets(site='/* @import "gone.css"; */ .a { color: red; }')
        assert collect()[1] == ".a{color:red}"

    def test_a_dry_run_writes_nothing(self, sheets, settings):
        call_command("collectstatic", interactive=False, verbosity=0, dry_run=True)
        assert not settings.STATIC_ROOT.exists()


class StylesheetErrorTests:
    def message(self, collect) -> str:
        with pytest.raises(StylesheetError) as error:
            collect()
        return str(error.value)

    def test_a_missing_import_is_named_with_the_sheet_that_asks_for_it(self, sheets, collect):
        sheets(blocks__causes='@import "../signs.css";')
        assert self.message(collect) == "css/blocks/causes.css imports ../signs.css, which does not exist."

    def test_a_missing_entry_is_named(self, sheets, collect, settings):
        settings.STYLESHEET_ENTRIES = ["css/shop.css"]
        assert self.message(collect) == "css/shop.css is named in STYLESHEET_ENTRIES and does not exist."

    def test_a_relative_address_below_the_entry_is_refused(self, sheets, collect):
        sheets(blocks__causes=".causes { background: url('dots.png'); }")
        assert self.message(collect) == (
            "css/blocks/causes.css has the relative address dots.png: only sheets beside the entry sheet may have one."
        )

    def test_a_mistake_in_a_sheet_is_shown_with_its_place(self, sheets, collect):
        sheets(blocks__causes=".causes { co!!lor: red }")
        assert "causes.css:0:" in self.message(collect)
