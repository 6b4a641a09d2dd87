"""Where the journeys look for a browser."""

import shutil

from tests.journeys.chromium import find_chromium


class FindChromiumTests:
    def test_a_chosen_browser_comes_first(self, monkeypatch, tmp_path):
        browser = tmp_path / "browser"
        browser.touch()
        monkeypatch.setenv("CHROMIUM", str(browser))
        assert find_chromium() == str(browser)

    def test_a_chosen_browser_that_is_not_there_is_not_replaced_in_silence(self, monkeypatch, tmp_path):
        monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
        assert find_chromium() is None

    def test_without_a_choice_the_first_installed_one_is_taken(self, monkeypatch):
        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setattr(shutil, "which", lambda name: "/opt/chrome" if name == "google-chrome" else None)
        assert find_chromium() == "/opt/chrome"

    def test_without_any_there_is_none(self, monkeypatch):
        monkeypatch.delenv("CHROMIUM", raising=False)
        monkeypatch.setattr(shutil, "which", lambda name: None)
        assert find_chromium() is None
