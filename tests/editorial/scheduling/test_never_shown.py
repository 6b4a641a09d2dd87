"""What was over before readers could see it."""

from datetime import timedelta

import pytest
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from editorial.scheduling import runner
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision, is_live, planned

pytestmark = pytest.mark.django_db


def noted():
    """The pages of whose history it is part, in words."""
    entries = PageLogEntry.objects.filter(action="scheduling.never_shown")
    return [(entry.page_id, registry.get_formatter(entry).format_message(entry)) for entry in entries]


class NoteNeverShownTests:
    def test_it_stands_in_the_history_once_however_often_it_is_tried(self, site_tree, clock):
        page = break_revision(planned(NINE), expire_at=NINE.isoformat())
        for moment in (NINE, TEN):
            clock(moment)
            assert runner.run() == {"failed": 1}
        assert not is_live(page)
        assert noted() == [(page.pk, "Never shown to readers: its time was over on 2 Mar 2026, 09:00")]

    def test_it_stays_there_once_nothing_is_planned_any_more(self, site_tree, clock):
        page = break_revision(planned(NINE), expire_at=NINE.isoformat())
        clock(NINE)
        runner.run()
        page.revisions.update(approved_go_live_at=None)
        runner.run()
        assert [key for key, _ in noted()] == [page.pk]

    def test_in_a_bundle_it_is_noted_of_the_page_it_is_so_of(self, site_tree, clock):
        over, other = new_post(), new_post(title="New soap")
        scheduled(over, other)
        break_revision(over, expire_at=NINE.isoformat())
        clock(NINE)
        assert runner.run() == {"failed": 1}
        assert [key for key, _ in noted()] == [over.pk]

    def test_any_other_reason_is_not_noted(self, site_tree, clock):
        break_revision(planned(NINE), contributions=[])
        clock(NINE + timedelta(minutes=1))
        runner.run()
        assert noted() == []
