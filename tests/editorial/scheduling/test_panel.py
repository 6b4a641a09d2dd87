"""The schedule on the dashboard."""

from datetime import timedelta

import pytest
from wagtail.models import Revision

from blog.models import BlogPostPage
from editorial.scheduling import beat, runner
from tests.editorial.scheduling.looks import linking
from tests.editorial.scheduling.mornings import NINE, TEN, break_revision, hold_all, item_of, planned
from tests.publication import draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def dashboard(editor_client):
    """What Edith's dashboard says."""
    return lambda: editor_client.get("/admin/").content.decode()


class SchedulePanelTests:
    def test_with_nothing_due_and_a_worker_at_work_it_is_there_for_those_who_may_hold_all(
        self, site_tree, clock, dashboard, writer_client
    ):
        beat.beat("one")
        assert "Due today" not in writer_client.get("/admin/").content.decode()
        assert "Nothing more is due today." in dashboard()
        assert "Hold all" in dashboard()

    def test_while_all_is_held_it_offers_to_resume_and_tries_nothing(self, site_tree, clock, dashboard):
        planned(NINE, title="Calm skin")
        clock(TEN)
        hold_all(TEN + timedelta(hours=1))
        said = dashboard()
        assert "Due Mon 2 Mar 09:00 (London). Waits until somebody resumes." in said
        assert "Change the hold" in said
        assert "schedule/try/" not in said
        assert "Hold all" not in said

    def test_it_tells_the_last_look_what_comes_next_and_what_waits_longest(self, site_tree, clock, dashboard):
        beat.beat("one")
        assert "The schedule was looked at 08:00:00 (London). Nothing else is planned." in dashboard()
        planned(NINE)
        assert "Next due: Mon 2 Mar 09:00 (London)." in dashboard()
        planned(TEN)
        clock(NINE + timedelta(minutes=5))
        beat.beat("one")
        assert "Next due: Mon 2 Mar 10:00 (London). Waiting longest: since Mon 2 Mar 09:00 (London)." in dashboard()

    def test_without_a_worker_it_says_so(self, site_tree, clock, dashboard):
        assert "no worker has ever run" in dashboard()
        beat.beat("one")
        clock(NINE)
        assert "the worker was last heard of at Mon 2 Mar 08:00 (London)" in dashboard()

    def test_without_a_worker_it_tells_what_comes_next_and_what_waits_longest_all_the_same(
        self, site_tree, clock, dashboard
    ):
        assert "Nothing else is planned." in dashboard()
        planned(NINE)
        planned(TEN)
        clock(NINE + timedelta(minutes=5))
        said = dashboard()
        assert "no worker has ever run" in said
        assert "The schedule was looked at" not in said
        assert "Next due: Mon 2 Mar 10:00 (London). Waiting longest: since Mon 2 Mar 09:00 (London)." in said

    def test_it_says_what_goes_live_and_what_failed_with_a_button(self, site_tree, clock, dashboard):
        planned(NINE, title="Calm skin")
        assert "Goes live Mon 2 Mar 09:00 (London)" in dashboard()
        break_revision(planned(NINE, title="Sore skin"), contributions=[])
        clock(NINE)
        runner.run()
        said = dashboard()
        assert "Calm skin" not in said.split("Recently live")[0].split("Due today")[1]
        assert "Sore skin" in said
        assert said.count('<span class="w-status status--critical">') == 1
        assert "Tried 1 time, next at 09:01." in said
        assert "Try now" in said

    def test_what_is_left_of_a_page_that_is_gone_leads_nowhere_and_is_not_tried(self, site_tree, clock, dashboard):
        item = item_of(planned(NINE, title="Calm skin"))
        Revision.objects.filter(pk=item.target_id).update(object_id="999999")
        clock(NINE)
        runner.run()
        said = dashboard()
        assert "Deleted page" in said
        assert "“Calm skin” no longer exists." in said
        assert "Try now</button>" not in said

    def test_it_says_what_to_mend_before_pages_go_live(self, site_tree, clock, dashboard, writer_client):
        page = linking(draft(BlogPostPage, title="Sore skin"), moment=TEN + timedelta(days=3), title="Calm skin")
        said = dashboard().split("Before they go live")[1]
        assert "Calm skin" in said
        assert f"/admin/pages/{page.pk}/edit/" in said
        assert "Goes live Thu 5 Mar 10:00 (London)" in said
        assert "It links to “Sore skin”, which is a draft." in said
        assert "Before they go live" not in writer_client.get("/admin/").content.decode()
