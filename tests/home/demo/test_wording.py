"""The demo's words: nothing is said twice, and what is published is long enough to be read."""

from pathlib import Path

import pytest

from home.demo.content import CONTENT
from tests.home.demo.wording import said_by_several, stubs

LINE = "Pat the skin dry with a towel"


def write(root: Path, name: str, text: str) -> None:
    """A content file in the demo's folders."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class SentenceTests:
    def test_no_two_pages_share_a_sentence(self):
        assert said_by_several(CONTENT) == {}

    @pytest.mark.parametrize(
        "text",
        [
            f'standfirst = "First wash. {LINE}."',
            f'[[body]]\nhow_to = {{ steps = """\nRinse\n{LINE.upper()}\n""" }}',
            '[[body]]\ntext = "<h2>After</h2><p>Pat the <b>skin</b> dry: “Pat the skin dry, with a <i>towel</i>”.</p>"',
            f'[[plan.changes]]\n[plan.changes.fields]\nchange_note = "{LINE}"',
        ],
    )
    def test_a_sentence_said_again_is_found_wherever_it_stands(self, tmp_path, text):
        write(tmp_path, "site.toml", f'footer = "{LINE}!"')
        write(tmp_path, "pages/blog/oil.toml", text)
        assert said_by_several(tmp_path) == {LINE.lower(): ["pages/blog/oil.toml", "site.toml"]}

    def test_names_labels_addresses_and_short_phrases_may_be_shared(self, tmp_path):
        text = f'title = "{LINE}"\nstandfirst = "Twice a day."\nrelated_pages = ["blog/what-to-do-after-a-swim"]\n'
        text += f'[[statuses]]\nstatus = "{LINE}"\n'
        for name in ("pages/blog/oil.toml", "pages/blog/soap.toml"):
            write(tmp_path, name, text)
        assert said_by_several(tmp_path) == {}

    def test_a_page_may_repeat_itself(self, tmp_path):
        write(tmp_path, "pages/blog/oil.toml", f'standfirst = "{LINE}"\n[[body]]\ntext = "{LINE}"\n')
        assert said_by_several(tmp_path) == {}


class LengthTests:
    def test_no_page_is_a_stub(self):
        assert stubs(CONTENT / "pages") == {}

    def test_a_page_is_counted_by_its_words_and_not_by_its_markup_or_keys(self, tmp_path):
        words = " ".join(["skin"] * 249)
        text = f'image = "foam"\n[[body]]\ntext = "<p class=\'a b c\'>{words}</p>"\n[plan]\nnote = "Not counted here"\n'
        write(tmp_path, "blog/oil.toml", text)
        assert stubs(tmp_path) == {"blog/oil": 249}

    @pytest.mark.parametrize(
        ("name", "plan"),
        [("about", ""), ("topics/oil", ""), ("people/ana", ""), ("blog/oil", '[plan]\nstate = "draft"\n')],
    )
    def test_what_is_short_by_nature_may_be_short(self, tmp_path, name, plan):
        write(tmp_path, f"{name}.toml", f'title = "Oil"\n{plan}')
        assert stubs(tmp_path) == {}
