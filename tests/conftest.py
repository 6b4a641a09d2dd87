"""Fixtures every test may use."""

import pytest
from django.core.cache import caches

pytest_plugins = ["tests.clock", "tests.fixtures", "tests.garbage", "tests.migrated_database"]


@pytest.fixture(autouse=True)
def empty_cache():
    """Each test starts with nothing cached."""
    for name in ("default", "renditions"):
        caches[name].clear()
