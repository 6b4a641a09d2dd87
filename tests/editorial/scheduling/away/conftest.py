"""A site on which nothing is on the calendar yet."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from tests.editorial.scheduling.mornings import EIGHT


@pytest.fixture
def empty_calendar(site_tree, clock):
    """Eight in the morning, and the pages every site has are a year old."""
    Page.objects.filter(live=True).update(first_published_at=EIGHT - timedelta(days=365))
