"""Opens each view of the calendar with few planned pages and many: ``python -m benchmarks.calendar_views 500 5000``."""

import json
import sys
import time
from datetime import timedelta

import django

#: The best of so many counts: other work on the machine slows one down and never speeds one up.
TIMES = 5
#: A tenth of all planned pages is in the month that is shown.
MONTHS = 10


def plan(count: int) -> None:
    """Add drafts until there are so many, planned for moments spread over some months from today on."""
    from django.utils import timezone

    from blog.models import BlogPostPage
    from tests.publication import draft

    start = timezone.now().replace(day=1)
    for number in range(BlogPostPage.objects.count(), count):
        days = number % (30 * MONTHS)
        draft(BlogPostPage, go_live_at=start + timedelta(days=days, minutes=number))


def opened(client, view: str) -> tuple[float, int]:
    """Seconds and queries of one look at a view."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    with CaptureQueriesContext(connection) as queries:
        start = time.perf_counter()
        response = client.get(reverse("calendar"), {"view": view})
        seconds = time.perf_counter() - start
    if response.status_code != 200:
        raise RuntimeError(f"The calendar answered {response.status_code}")
    return seconds, len(queries)


def measure(counts: list[int]) -> dict[str, list[tuple[float, int]]]:
    """For each view the best seconds, and the queries, with each number of planned pages."""
    from django.test import Client

    from editorial.scheduling.calendar.period import View
    from tests.users.factories import UserFactory

    client = Client()
    client.force_login(UserFactory(is_superuser=True))
    found: dict[str, list[tuple[float, int]]] = {view: [] for view in View.values}
    for count in counts:
        plan(count)
        for view in found:
            found[view].append(min(opened(client, view) for _ in range(TIMES)))
    return found


if __name__ == "__main__":
    django.setup()
    from django.conf import settings
    from django.test.utils import override_settings, setup_test_environment

    setup_test_environment()
    # Nobody has collected the styles here.
    plain = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    override_settings(STORAGES=settings.STORAGES | plain).enable()
    print(json.dumps(measure([int(word) for word in sys.argv[1:]])))
