"""Errors in words."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError

from core.publishing import Problem, PublishRefused
from editorial.scheduling.reasons import CannotGoLiveError, in_words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            PublishRefused(
                SimpleNamespace(title="Calm"), [Problem("a", "Name an author."), Problem("b", "Add a text.")]
            ),
            "Name an author. Add a text.",
        ),
        (ValidationError({"slug": "The slug “calm” is in use."}), "The slug “calm” is in use."),
        (CannotGoLiveError("“Calm” no longer exists."), "“Calm” no longer exists."),
        (OperationalError("locked"), "The database did not carry it out (locked)."),
        (KeyError("body"), "Something unexpected went wrong (KeyError: 'body')."),
    ],
)
def test_each_kind_of_error_is_said_so_that_somebody_can_act(error, words):
    assert in_words(error) == words
