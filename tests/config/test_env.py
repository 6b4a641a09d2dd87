"""What the readers of the environment accept, and what they say when they do not."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.fixture
def given(monkeypatch):
    """Set the variable the tests read."""
    return lambda value: monkeypatch.setenv("THING", value)


class TextTests:
    def test_blanks_around_a_value_are_dropped(self, given):
        given("  word ")
        assert env.text("THING", "other") == "word"

    def test_a_blank_value_counts_as_not_set(self, given):
        given("  ")
        assert env.text("THING", "other") == "other"


class FlagTests:
    @pytest.mark.parametrize(
        ("word", "meaning"), [("on", True), ("1", True), ("YES", True), ("off", False), ("0", False)]
    )
    def test_the_usual_words_are_understood(self, given, word, meaning):
        given(word)
        assert env.flag("THING", not meaning) is meaning

    def test_without_a_value_the_default_holds(self):
        assert env.flag("THING", True) is True

    def test_any_other_word_is_refused(self, given):
        given("maybe")
        with pytest.raises(ImproperlyConfigured, match=r"^THING must be on or off, not 'maybe'\.$"):
            env.flag("THING", True)


class NumberTests:
    def test_a_whole_number_is_read(self, given):
        given("12")
        assert env.number("THING", 3) == 12

    def test_without_a_value_the_default_holds(self):
        assert env.number("THING", 3) == 3

    @pytest.mark.parametrize("value", ["-1", "1.5", "many", "٣"])
    def test_anything_else_is_refused(self, given, value):
        given(value)
        with pytest.raises(ImproperlyConfigured, match="THING must be a whole number"):
            env.number("THING", 3)

    def test_less_than_what_can_work_is_refused(self, given):
        given("0")
        with pytest.raises(ImproperlyConfigured, match=r"^THING must be 1 or more, not 0\.$"):
            env.number("THING", 3, least=1)


class ChoiceTests:
    def test_case_does_not_matter(self, given):
        given("warm")
        assert env.choice("THING", ["COLD", "WARM"], "COLD") == "WARM"

    def test_another_word_is_refused_with_the_words_there_are(self, given):
        given("tepid")
        with pytest.raises(ImproperlyConfigured, match="THING must be one of COLD, WARM, not 'TEPID'"):
            env.choice("THING", ["COLD", "WARM"], "COLD")


class WordsTests:
    def test_a_list_is_split_at_commas_and_blanks_dropped(self, given):
        given("one, two,,")
        assert env.words("THING") == ["one", "two"]


class PathTests:
    def test_a_relative_path_becomes_absolute(self, given):
        given("somewhere")
        assert env.path("THING", Path("/other")) == Path.cwd() / "somewhere"

    def test_without_a_value_the_default_holds(self):
        assert env.path("THING", Path("/other")) == Path("/other")


class UrlTests:
    def test_the_final_slash_is_dropped(self, given):
        given("https://www.example.org/")
        assert env.url("THING") == "https://www.example.org"

    @pytest.mark.parametrize("value", ["www.example.org", "ftp://example.org", "https://"])
    def test_anything_but_a_web_address_is_refused(self, given, value):
        given(value)
        with pytest.raises(ImproperlyConfigured, match="THING must be a full address"):
            env.url("THING")


class TimeZoneTests:
    def test_a_known_zone_is_read(self, given):
        given("Asia/Singapore")
        assert env.time_zone("THING", "Europe/London") == "Asia/Singapore"

    @pytest.mark.parametrize("value", ["London", "Europe/Londn", "../etc/passwd", "Europe"])
    def test_an_unknown_zone_is_refused(self, given, value):
        given(value)
        with pytest.raises(ImproperlyConfigured, match="THING must be a time zone such as Europe/London"):
            env.time_zone("THING", "Europe/London")


class DatabaseTests:
    def test_a_postgresql_address_is_read(self, given):
        given("postgresql://writer@db.example.org:5433/site")
        assert env.database("THING", "")["ENGINE"] == "django.db.backends.postgresql"
        assert env.database("THING", "")["PORT"] == 5433

    @pytest.mark.parametrize("value", ["mysql://writer:hidden@db/site", "db.example.org:hidden"])
    def test_another_database_is_refused_without_showing_the_password(self, given, value):
        given(value)
        with pytest.raises(ImproperlyConfigured, match="THING must begin with") as refusal:
            env.database("THING", "")
        assert "hidden" not in str(refusal.value)
