"""Whatever planners do in whatever order, each page has one moment, by the site's clock."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from editorial.scheduling import moving
from editorial.scheduling.plans import wish
from tests.faults.planners import Planners

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_tree")]

SMALL, FULL = 6, 1000
STEPS = 12


def try_sequences(count: int, is_random: bool = False) -> None:
    """Try so many sequences of steps; the same ones each time unless they are to be random."""
    run_state_machine_as_test(
        Planners,
        settings=settings(
            max_examples=count,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            derandomize=not is_random,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


class SequenceTests:
    def test_a_few_sequences(self):
        try_sequences(SMALL)

    @pytest.mark.faults
    def test_a_thousand_sequences(self):
        try_sequences(FULL, is_random=True)

    @pytest.mark.parametrize("module", [moving, wish], ids=["scheduled", "loose"])
    def test_a_plan_that_is_not_kept_in_step_is_found(self, monkeypatch, module):
        monkeypatch.setattr(module, "keep_in_step", lambda *args: None)
        with pytest.raises(AssertionError):
            try_sequences(SMALL)
