"""Changes that no row of a page knows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db.models import DateTimeField, Value
from wagtail.models import Page

from core import coming_changes as registry
from core.coming_changes import coming_changes, register_changes

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


class ComingChangesTests:
    @pytest.mark.django_db
    def test_what_was_registered_is_asked_once_about_a_stretch_of_time(self, monkeypatch):
        monkeypatch.setattr(registry, "_finders", [])
        asked = []

        def find(start, end):
            asked.append((start, end))
            return Page.objects.filter(depth=1).values_list("path", Value(start, output_field=DateTimeField()))

        for _ in range(2):
            register_changes(find)
        (found,) = coming_changes(NINE, NINE + timedelta(minutes=1))
        assert list(found) == [("0001", NINE)]
        assert asked == [(NINE, NINE + timedelta(minutes=1))]
