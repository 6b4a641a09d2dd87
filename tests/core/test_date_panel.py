"""The line below a date that nothing waits for yet."""

import pytest

from blog.models import BlogPostPage
from tests.edit_form import edit_url, opened, parsed
from tests.editorial.scheduling.mornings import NINE, TEN, expiring, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db
START, END = "#id_go_live_at", "#id_expire_at"


def line(client, page, box=START):
    """The line below a box, as the form opens."""
    return parsed(client.get(edit_url(page))).select_one(f"[data-loose-date='{box}']")


def words(client, page, box=START):
    """What can be read in it."""
    found = line(client, page, box)
    assert found.has_attr("hidden") is not bool(found.text)
    return found.text


def with_draft(page, **values):
    """A page whose newest draft says something else."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision()
    return page


class StartTests:
    def test_a_date_that_is_not_scheduled_says_what_schedules_it(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, go_live_at=NINE)
        assert words(editor_client, page) == "Not scheduled yet: press “Schedule for Mon 2 Mar 09:00 (London)”."

    def test_it_is_empty_without_a_date_and_once_it_is_scheduled(self, site_tree, clock, editor_client):
        assert words(editor_client, draft(BlogPostPage)) == ""
        assert words(editor_client, planned(NINE)) == ""

    def test_it_says_what_the_scheduled_version_keeps(self, site_tree, clock, editor_client):
        page = with_draft(planned(NINE), go_live_at=TEN)
        keeps = "The scheduled version keeps Mon 2 Mar 09:00 (London)."
        loose = f"Not scheduled yet: press “Reschedule for Mon 2 Mar 10:00 (London)”. {keeps}"
        assert words(editor_client, page) == loose
        assert words(editor_client, with_draft(page, go_live_at=None)) == keeps

    def test_a_time_that_has_passed_does_nothing(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage, go_live_at=NINE)
        clock(TEN)
        assert words(editor_client, page) == "This time has passed: nothing goes live by it."

    def test_what_is_due_is_told_on_top_alone(self, site_tree, clock, editor_client):
        page = planned(NINE)
        clock(TEN)
        assert words(editor_client, page) == ""

    def test_a_script_finds_the_words_for_every_other_date_in_it(self, site_tree, clock, editor_client):
        found = line(editor_client, planned(NINE))
        assert found["role"] == "status"
        assert (found["data-kept"], found["data-kept-reading"]) == ("2026-03-02 09:00", "")
        assert found["data-loose"].startswith("Not scheduled yet: press “{button}”.")
        assert found["data-emptied"] == "The scheduled version keeps Mon 2 Mar 09:00 (London)."
        assert found["data-passed"].startswith("This time has passed: nothing goes live by it.")
        assert found["data-zone"] == "Europe/London"

    def test_an_autosave_leaves_it_true(self, site_tree, clock, editor_client):
        page = draft(BlogPostPage)
        form = opened(editor_client, edit_url(page)) | {"go_live_at": "2026-03-02 09:00"}
        assert editor_client.post(edit_url(page), form, headers={"accept": "application/json"}).status_code == 200
        assert words(editor_client, page).startswith("Not scheduled yet")

    def test_an_hour_told_twice_is_named(self, site_tree, clock, editor_client):
        first = NINE.replace(month=10, day=25, hour=0, minute=30)
        page = with_draft(planned(first), go_live_at=first.replace(hour=1))
        assert "press “Reschedule for Sun 25 Oct 01:30 GMT (London)”" in words(editor_client, page)
        assert line(editor_client, page)["data-kept-reading"] == "earlier"


class EndTests:
    def test_an_end_of_a_live_page_says_what_makes_it_count(self, site_tree, clock, editor_client):
        page = with_draft(published(BlogPostPage), expire_at=TEN)
        assert words(editor_client, page, END) == (
            "Not scheduled yet: press “Publish changes”. As things stand it stays online."
        )

    def test_an_end_that_counts_says_nothing_until_it_is_taken_away(self, site_tree, clock, editor_client):
        page = expiring(published(BlogPostPage), TEN)
        assert words(editor_client, page, END) == ""
        assert words(editor_client, with_draft(page, expire_at=None), END) == (
            "Not taken away yet: press “Publish changes”. As things stand it goes offline Mon 2 Mar 10:00 (London)."
        )

    def test_a_page_that_nobody_will_see_needs_none(self, site_tree, clock, editor_client):
        assert line(editor_client, draft(BlogPostPage, expire_at=TEN), END) is None
