"""The command for cron."""

from io import StringIO

import pytest
from django.core.management import call_command, get_commands

from tests.editorial.scheduling.mornings import NINE, hold_all, is_live, item_of, planned

pytestmark = pytest.mark.django_db


def run(**options):
    """What the command says."""
    output = StringIO()
    call_command("publish_scheduled", stdout=output, **options)
    return output.getvalue()


class PublishScheduledTests:
    @pytest.mark.parametrize("name", ["publish_scheduled", "publish_scheduled_pages"])
    def test_ours_stands_in_for_the_stock_one_by_either_name(self, site_tree, clock, name):
        assert get_commands()[name] == "editorial.scheduling"
        planned(NINE)
        clock(NINE)
        output = StringIO()
        call_command(name, stdout=output)
        assert output.getvalue() == "done: 1\n"

    def test_what_is_due_goes_live(self, site_tree, clock):
        page = planned(NINE)
        assert run() == ""
        clock(NINE)
        assert run() == "done: 1\n"
        assert is_live(page)

    def test_one_item_can_be_carried_out_alone(self, site_tree, clock):
        page, other = planned(NINE), planned(NINE)
        clock(NINE)
        assert run(only=["go_live", str(item_of(page).target_id)]) == "done: 1\n"
        assert (is_live(page), is_live(other)) == (True, False)

    def test_a_dry_run_says_what_is_due_and_changes_nothing(self, site_tree, clock):
        page = planned(NINE)
        clock(NINE)
        assert "2026-03-02 09:00 Go live: " in run(dryrun=True)
        assert not is_live(page)

    def test_a_dry_run_says_what_is_held(self, site_tree, clock):
        planned(NINE)
        clock(NINE)
        assert "held" not in run(dryrun=True)
        hold_all()
        assert run(dryrun=True).endswith("(held)\n")
