"""When Python looks for garbage: left to itself, it walks through every template and form again and again, which takes
an eighth of the time of all tests."""

import gc
from itertools import count

import pytest

#: Tests from one thorough look to the next.
EVERY = 12
#: Newcomers are looked through as ever; what has outlived them between tests, and within a very long one.
THRESHOLDS = (2_000, 10, 50)

tests = count(1)


def pytest_collection_finish():
    """What is there before the first test stays."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown():
    """Now and then everything that tests left behind goes."""
    if next(tests) % EVERY == 0:
        gc.collect()
