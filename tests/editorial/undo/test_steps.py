"""What somebody did to a page."""

import pytest
from django.core import signing

from core.shown import NEVER_PUBLIC
from editorial.undo.steps import Kind, Step, read


def state(live=False, revision=None, planned=None):
    """A state of page 7."""
    row = NEVER_PUBLIC | {"live": live, "live_revision_id": revision}
    return {"rows": {"7": row}, "latest": 2, "planned": planned or {}, "changes": []}


def kind(before, after):
    """What was done between two states."""
    return Step(7, 1, before, after).kind


class KindTests:
    @pytest.mark.parametrize(
        ("before", "after", "wanted"),
        [
            ({}, state(True, 2), Kind.PUBLISH),
            (state(), state(True, 2), Kind.PUBLISH),
            (state(True, 1), state(True, 2), Kind.CHANGES),
            (state(True, 1), state(), Kind.UNPUBLISH),
            (state(), state(planned={"2": "2099"}), Kind.SCHEDULE),
            ({}, state(planned={"2": "2099"}), Kind.SCHEDULE),
            (state(True, 1), state(True, 1, {"2": "2099"}), Kind.SCHEDULE),
            (state(planned={"1": "2098"}), state(planned={"2": "2099"}), Kind.SCHEDULE),
            (state(), state(), None),
            (state(True, 1), state(True, 1), None),
            (state(planned={"1": "2098"}), state(), None),
        ],
    )
    def test_it_is_told_from_the_two_states(self, before, after, wanted):
        assert kind(before, after) is wanted

    def test_what_was_live_without_a_revision_cannot_be_shown_again(self):
        assert kind(state(True, None), state(True, 2)) is None
        assert kind(state(True, None), state()) is None


class ReadTests:
    def test_a_signed_step_is_the_same(self):
        step = Step(7, 1, {}, state(True, 2))
        assert read(step.signed()) == step

    def test_one_that_was_changed_is_refused(self):
        with pytest.raises(signing.BadSignature):
            read(Step(7, 1, {}, state()).signed()[:-1] + "x")

    def test_after_ten_minutes_it_is_too_late(self, time_machine):
        time_machine.move_to("2026-03-02T09:00:00Z", tick=False)
        text = Step(7, 1, {}, state()).signed()
        time_machine.move_to("2026-03-02T09:10:00Z", tick=False)
        assert read(text)
        time_machine.move_to("2026-03-02T09:10:01Z", tick=False)
        with pytest.raises(signing.SignatureExpired):
            read(text)
