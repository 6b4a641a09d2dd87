"""Scores the suggestions against the labelled sentences, of which a third is kept for the end."""

import random
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

from conditions.models import ConditionPage
from editorial.linking.names import Kind, Name, distinct
from editorial.linking.suggestions import suggestions_for
from editorial.linking.vocabulary import Vocabulary

HERE = Path(__file__).parent
#: Decides which third is kept; chosen before the first score.
SEED = 20261127
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


@dataclass
class Score:
    """What was offered rightly, wrongly and not at all."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """How much of what was offered was expected."""
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """How much of what was expected was offered."""
        return self.right / (self.right + len(self.missed))

    def __str__(self):
        counts = f"precision {self.precision:.3f} ({self.right} of {self.right + len(self.wrong)} offered)"
        counts += f", recall {self.recall:.3f} ({self.right} of {self.right + len(self.missed)} expected)"
        return "\n".join(
            [counts, *(f"wrong:  {one}" for one in self.wrong), *(f"missed: {one}" for one in self.missed)]
        )


@cache
def pages() -> list[dict]:
    """The pages of the invented site."""
    return tomllib.loads((HERE / "names.toml").read_text())["page"]


@cache
def keys() -> dict[str, int]:
    """The key of each page, by its title."""
    return {page["title"]: key for key, page in enumerate(pages(), start=1)}


@cache
def vocabulary() -> Vocabulary:
    """The names of the invented site."""
    names, confirmed = [], []
    for page in pages():
        key, kind = keys()[page["title"]], Kind[page["kind"].upper()]
        words = distinct([page["title"], *page.get("names", [])])
        names += [Name(each, key, kind, page["title"]) for each in words]
        confirmed += [(key, each) for each in page.get("confirmed", [])]
    return Vocabulary(names, confirmed)


@cache
def sentences() -> list[dict]:
    """Every labelled sentence."""
    return tomllib.loads((HERE / "sentences.toml").read_text())["sentence"]


def kept_third() -> set[int]:
    """The numbers of the sentences that are scored at the end."""
    return set(random.Random(SEED).sample(range(len(sentences())), len(sentences()) // 3))


def markup_of(text: str) -> str:
    """The text as it is stored."""

    def link(match: re.Match) -> str:
        kind, key = ("source", 1) if match[2] == "source" else ("page", keys()[match[2]])
        return f'<a id="{key}" linktype="{kind}">{match[1]}</a>'

    return LINK.sub(link, escape(text, quote=False))


def page_with(sentence: dict) -> ConditionPage:
    """A page that consists of one sentence, at the place it was labelled for."""
    html = markup_of(sentence["text"])
    block = {
        "prose": ("text", f"<p>{html}</p>"),
        "heading": ("text", f"<h2>{html}</h2>"),
        "quote": ("text", f"<blockquote>{html}</blockquote>"),
        "seek_help": ("seek_help", {"advice": f"<p>{html}</p>"}),
        "clinical": ("triggers", {"note": f"<p>{html}</p>"}),
    }[sentence["place"]]
    stream = ConditionPage._meta.get_field("body").stream_block
    body = stream.to_python([{"type": block[0], "value": block[1], "id": "one"}])
    return ConditionPage(pk=keys().get(sentence.get("on", ""), 0), body=body)


def score(numbers: set[int]) -> Score:
    """Compare what is offered in these sentences with what was expected there."""
    result = Score()
    for number in sorted(numbers):
        sentence = sentences()[number]
        found = suggestions_for(page_with(sentence), vocabulary())
        offered = [f"{one.words} -> {one.name.title}" for one in found if not one.is_everyday]
        expected = list(sentence["expect"])
        for one in offered:
            if one in expected:
                expected.remove(one)
                result.right += 1
            else:
                result.wrong.append(f"{one} in “{sentence['text']}” ({sentence['place']}: {sentence['why']})")
        result.missed += [f"{one} in “{sentence['text']}” ({sentence['place']}: {sentence['why']})" for one in expected]
    return result
