"""Rich texts and bodies that nobody would write, for tests that hold whatever is written."""

from hypothesis import strategies as st

NAMED = [
    "acne",
    "Acne scars",
    "acne&nbsp;scar",
    "salicylic acid",
    "salicylic\u00a0acid",
    "Salicylic  acid",
    "R&amp;D",
    "Gardener&#x27;s Balm",
    "Gardener’s Balm",
    "cre\u0300me skin",
    "cr&egrave;me skin",
]
FILLERS = [
    " ",
    " ",
    ", ",
    ". ",
    " and ",
    "-",
    "’s ",
    "&nbsp;",
    "\u00a0",
    "&lt;",
    " &amp; ",
    "\u00ad",
    " 2 < 3 ",
    "\n",
    "é",
]
INLINE = [
    "b",
    "i",
    "b",
    "i",
    'a id="1" linktype="page"',
    'a id="3" linktype="source"',
    'a href="https://acne.example.org"',
]
ALONE = ["<br/>", "<hr/>", '<embed alt="acne" embedtype="image" format="left" id="1"/>']
BOXES = ["p", "p", 'p data-block-key="acne1"', "h2", 'h3 data-block-key="x2"', "blockquote"]
NOTES = {
    "callout": "text",
    "triggers": "note",
    "diagnosis": "note",
    "seek_help": "advice",
    "ingredients": "introduction",
}
LISTS = {"faq": "answer", "causes": "mechanism"}


def within(tag: str, inner: str) -> str:
    """Something inside a tag."""
    return f"<{tag}>{inner}</{tag.split()[0]}>"


def joined(parts: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    """Several of these one after the other."""
    return st.lists(parts, min_size=1, max_size=most).map("".join)


WORDS = st.sampled_from([*NAMED, *NAMED, *FILLERS, *FILLERS])
LINES = joined(
    st.recursive(WORDS, lambda inner: st.builds(within, st.sampled_from(INLINE), joined(inner, 3)), max_leaves=8), 7
)
LIST_ITEMS = joined(LINES.map(lambda line: within("li", line)), 3)
TEXTS = joined(
    st.one_of(
        st.builds(within, st.sampled_from(BOXES), LINES),
        st.builds(within, st.sampled_from(BOXES), LINES),
        st.builds(within, st.sampled_from(["ul", "ol"]), LIST_ITEMS),
        st.sampled_from(ALONE),
        LINES,
    ),
    4,
)


def listed(kind: str, texts: list[str], has_keys: bool) -> dict:
    """A block that holds a list of texts, with keys as they are stored now or without, as they once were."""
    values = [{LISTS[kind]: text} for text in texts]
    items = [{"type": "item", "id": f"i{place}", "value": value} for place, value in enumerate(values)]
    return {"type": kind, "value": {"title": "Acne", "items": items if has_keys else values}}


BLOCKS = st.one_of(
    TEXTS.map(lambda text: {"type": "text", "value": text}),
    st.builds(lambda kind, text: {"type": kind, "value": {NOTES[kind]: text}}, st.sampled_from(sorted(NOTES)), TEXTS),
    st.builds(listed, st.sampled_from(sorted(LISTS)), st.lists(TEXTS, min_size=1, max_size=3), st.booleans()),
    st.just({"type": "summary", "value": {"title": "Acne", "points": "Acne\nSalicylic acid"}}),
)
BODIES = st.lists(BLOCKS, min_size=1, max_size=4).map(
    lambda blocks: [{**block, "id": f"k{place}"} for place, block in enumerate(blocks)]
)
