"""Errors in words."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError
from wagtail.models import Page

from blog.models import BlogPostPage
from core.publishing import Problem, PublishRefused
from editorial.scheduling.reasons import CannotGoLiveError, in_words
from tests.publication import draft


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
        (
            KeyError("body"),
            "Something unexpected went wrong (KeyError: 'body'). "
            "Ask whoever runs the site to look into the log of the worker.",
        ),
        (
            Page.DoesNotExist("none"),
            "The page it stands below no longer exists. Ask whoever runs the site to run “manage.py fixtree”.",
        ),
    ],
)
def test_each_kind_of_error_is_said_so_that_somebody_can_act(error, words):
    assert in_words(error) == words


@pytest.mark.django_db
class CameUpWhileReadingTests:
    def said(self, site_tree, monkeypatch, error):
        """What is said when a stored version cannot be made into a page for some reason."""

        def broken(self, content):
            raise error

        revision = draft(BlogPostPage).latest_revision
        monkeypatch.setattr(BlogPostPage, "with_content_json", broken)
        with pytest.raises(type(error)) as raised:
            revision.publish()
        return in_words(raised.value)

    @pytest.mark.parametrize("error", [KeyError("pk"), AttributeError("get"), ValidationError("“soon” is no date")])
    def test_a_version_that_cannot_be_read_is_said_to_be_that(self, site_tree, monkeypatch, error):
        words = self.said(site_tree, monkeypatch, error)
        assert words.startswith("The scheduled version cannot be read any more, nor can its form be opened.")

    def test_a_database_that_does_not_answer_is_another_matter(self, site_tree, monkeypatch):
        words = self.said(site_tree, monkeypatch, OperationalError("locked"))
        assert words == "The database did not carry it out (locked)."
