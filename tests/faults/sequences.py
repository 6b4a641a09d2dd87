"""Many sequences of steps of one machine."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

STEPS = 14


def try_sequences(machine: type[RuleBasedStateMachine], count: int, is_random: bool = False) -> None:
    """Try so many sequences of steps; the same ones each time unless they are to be random."""
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=count,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            derandomize=not is_random,
            # What fails is told as it was found: making it smaller takes longer than finding it.
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
