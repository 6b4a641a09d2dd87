"""Where a page names another page of the site without leading there (decision 0017)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from core.contents import keys_within
from editorial.linking import markup
from editorial.linking.inserting import Insertion, state_of
from editorial.linking.markup import BREAK, Markup
from editorial.linking.names import Kind, Name
from editorial.linking.passages import CLOSED, Passage, Place, parts_of
from editorial.linking.vocabulary import Mention, Vocabulary

#: A sentence ends here; what stands in for it ends with its paragraph.
SENTENCE_END = re.compile(rf"[.!?…]+[”’\"')]*\s+|{BREAK}")


@dataclass(frozen=True)
class Suggestion:
    """A name in a text that could lead to its page; ``before`` and ``after`` are the rest of its sentence."""

    name: Name
    place: Place
    start: int
    end: int
    words: str
    before: str
    after: str
    #: Of the passage as it was read: what was offered for one text is not put into another.
    state: str
    #: Asked about, not offered: the words mean the page only where an editor says so.
    is_everyday: bool = False

    @property
    def place_key(self) -> str:
        """The steps to its passage as one text."""
        return place_key(self.place)

    @property
    def insertion(self) -> Insertion:
        """What accepting it does."""
        return Insertion(self.place, self.start, self.end, self.name.page_id, self.state)

    @property
    def key(self) -> str:
        """What tells it from the others of its page, as long as its passage says the same."""
        return f"{self.place_key}/{self.start}/{self.state}"

    @property
    def reason(self) -> str:
        """Why it is offered."""
        page = f"the {self.name.kind.word} “{self.name.title}”"
        if self.name.words.casefold() == self.name.title.casefold():
            return f"Names {page}"
        return f"“{self.name.words}” is another name of {page}"


def suggestions_for(page: Page, vocabulary: Vocabulary, not_here: Iterable[tuple[int, str]] = ()) -> list[Suggestion]:
    """What could be linked in a page as it is in memory, in reading order; ``not_here`` are pairs (page, place)."""
    refused, found = set(not_here), []
    texts, linked = sections_of(page)
    asked: set[int] = set()
    for section, passage, text in texts:
        for mention in () if passage.block in CLOSED else vocabulary.mentions(text.text):
            where = section + sum(heading <= mention.start for heading in text.headings)
            if not is_offered(mention, passage, text) or (mention.name.page_id, place_key(passage.place)) in refused:
                continue
            key = mention.name.page_id
            if key == page.pk or (where, key) in linked or (mention.is_everyday and key in asked):
                continue
            if mention.is_everyday:
                asked.add(key)
            else:
                linked.add((where, key))
            found.append(suggestion(mention, passage, text))
    return found


def is_offered(mention: Mention, passage: Passage, text: Markup) -> bool:
    """Whether a link may stand where a name was found."""
    if mention.name is None or (mention.name.kind == Kind.PRODUCT and passage.is_clinical):
        return False
    return text.span(mention.start, mention.end) is not None


def sections_of(page: Page) -> tuple[list[tuple[int, Passage, Markup]], set[tuple[int, int]]]:
    """Each passage with the number of the section it begins in, and which section leads to which page already."""
    section, texts, linked = 0, [], set()
    for part in parts_of(page):
        section += part.opens_section
        linked |= {(section, key) for model, key in keys_within(part.block, part.stored) if issubclass(model, Page)}
        for passage in part.passages:
            text = markup.read(passage.html)
            texts.append((section, passage, text))
            linked |= {(section + sum(at <= place for at in text.headings), key) for place, key in text.links}
            section += len(text.headings)
    return texts, linked


def suggestion(mention: Mention, passage: Passage, text: Markup) -> Suggestion:
    """A mention with the sentence around it."""
    start, end = mention.start, mention.end
    begin, finish = sentence_around(text.text, start, end)
    return Suggestion(
        mention.name,
        passage.place,
        start,
        end,
        words=text.text[start:end],
        before=text.text[begin:start].lstrip(),
        after=text.text[end:finish].rstrip(),
        state=state_of(passage.html),
        is_everyday=mention.is_everyday,
    )


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around some letters begins and ends."""
    ends = [match.span() for match in SENTENCE_END.finditer(text)]
    begin = max((after for _, after in ends if after <= start), default=0)
    finish = min((at + len(text[at:after].rstrip()) for at, after in ends if at >= end), default=len(text))
    return begin, finish


def place_key(place: Place) -> str:
    """The steps to a passage as one text."""
    return "/".join(place)
