"""A clock that stands still at eight in the morning until it is moved."""

from datetime import UTC

import pytest
import time_machine

from tests.editorial.scheduling.mornings import EIGHT


@pytest.fixture
def clock():
    """Eight in the morning; ``clock(moment)`` moves on."""
    with time_machine.travel(EIGHT, tick=False) as traveller:
        yield lambda moment: traveller.move_to(moment.astimezone(UTC))
