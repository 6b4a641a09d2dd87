"""HTML written by code, reduced to what the editor itself could have typed."""

import nh3

TAGS = {"p", "br", "h2", "h3", "b", "i", "ul", "ol", "li", "a"}
#: Tags that say the same thing as one the editor knows.
SYNONYMS = {"strong": "b", "em": "i", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
LINK_TYPES = {"page", "document", "source"}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean_html(html: str) -> str:
    """The same text with the prose features alone: no script, no handler, no unknown kind of link."""
    for name, known in SYNONYMS.items():
        html = html.replace(f"<{name}>", f"<{known}>").replace(f"</{name}>", f"</{known}>")
    return nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href", "linktype", "id"}},
        attribute_filter=allowed_value,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def allowed_value(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute, or nothing when it is none the editor would write."""
    if attribute == "linktype":
        return value if value in LINK_TYPES else None
    if attribute == "id":
        return value if value.isascii() and value.isdigit() else None
    return value
