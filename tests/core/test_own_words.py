"""Words of the site's own in place of a view's general ones."""

from django.contrib import messages
from django.contrib.messages.storage import default_storage

from core.own_words import take_back_last


def queue(rf, *words):
    """A request whose view has said this so far."""
    request = rf.get("/")
    request.session = {}
    request._messages = default_storage(request)
    for one in words:
        messages.success(request, one)
    return request


class TakeBackLastTests:
    def test_only_what_was_said_last_is_forgotten(self, rf):
        request = queue(rf, "Saved.", "Page 'Milia' has been updated.")
        take_back_last(request)
        messages.success(request, "Ready.")
        assert [one.message for one in messages.get_messages(request)] == ["Saved.", "Ready."]

    def test_where_nothing_was_said_there_is_nothing_to_forget(self, rf):
        request = queue(rf)
        take_back_last(request)
        assert list(messages.get_messages(request)) == []
