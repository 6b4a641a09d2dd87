"""A database that is busy this moment."""

import pytest
from django.db import IntegrityError, OperationalError

from editorial.scheduling.patience import TIMES, patiently

BUSY = OperationalError("database is locked")


def answering(*answers):
    """Work that comes to these answers, one after the other."""
    left = list(answers)

    def work():
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return work, left


class PatientlyTests:
    def test_it_is_asked_again_until_it_answers(self):
        work, left = answering(BUSY, BUSY, "done", "done twice")
        assert patiently(work) == "done"
        assert left == ["done twice"]

    def test_it_is_not_asked_for_ever(self):
        work, left = answering(*[BUSY] * TIMES, "too late")
        with pytest.raises(OperationalError):
            patiently(work)
        assert left == ["too late"]

    def test_what_is_wrong_is_wrong_at_once(self):
        work, left = answering(IntegrityError(), "done")
        with pytest.raises(IntegrityError):
            patiently(work)
        assert left == ["done"]

    def test_it_is_told_what_to_work_on(self):
        assert patiently(max, 2, 3) == 3
