"""Marks a save that changes links and no words: what was approved stays approved."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_is_marked: ContextVar[bool] = ContextVar("links_alone", default=False)


@contextmanager
def links_alone() -> Iterator[None]:
    """Within this, new versions differ from the one before in links to pages of the site alone."""
    token = _is_marked.set(True)
    try:
        yield
    finally:
        _is_marked.reset(token)


def changes_links_alone() -> bool:
    """Whether a version that is saved now differs in links alone."""
    return _is_marked.get()
