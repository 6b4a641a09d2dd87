"""What a step took along."""

import pytest
from wagtail import hooks

from core.taken_along import TAKE_BACK_HOOK, note_along, take_back_along, taken_along


@pytest.fixture
def heard():
    """What whoever registered for taking back was told."""
    told = []
    with hooks.register_temporarily(TAKE_BACK_HOOK, lambda along, request: told.append((along, request))):
        yield told


class NoteAlongTests:
    def test_a_request_remembers_everything_it_did(self, rf):
        request = rf.post("/")
        assert taken_along(request) == {}
        note_along(request, "links", [1])
        note_along(request, "mails", [2])
        assert taken_along(request) == {"links": [1], "mails": [2]}
        assert taken_along(rf.post("/")) == {}


class TakeBackAlongTests:
    def test_whoever_registered_is_told(self, rf, heard):
        request = rf.post("/")
        take_back_along({"links": [1]}, request)
        assert heard == [({"links": [1]}, request)]

    def test_nobody_is_told_of_nothing(self, rf, heard):
        take_back_along({}, rf.post("/"))
        assert heard == []
