"""The schedule as a report."""

import csv
from datetime import date, timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from blog.models import BlogPostPage
from editorial.scheduling.models import PlannedPage
from people.models import PersonPage
from tests.editorial.scheduling.bundles.launches import new_post, scheduled
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, planned
from tests.faults.secret_pages import marks_in, scheduled_change, scheduled_page
from tests.markup import words
from tests.people.factories import written_by
from tests.publication import draft, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

REPORT, RESULTS = reverse("schedule_report"), reverse("schedule_report_results")
DAY = timedelta(days=1)


def titles(client, query="") -> list[str]:
    """The titles in the rows of the report."""
    response = client.get(f"{REPORT}?{query}")
    assert response.status_code == 200
    return [row.title for row in response.context["object_list"]]


def rows(client, query="") -> list[dict[str, str]]:
    """The rows of the CSV file."""
    response = client.get(f"{REPORT}?export=csv&{query}")
    assert response["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(StringIO(b"".join(response.streaming_content).decode())))


class ScheduleReportViewTests:
    def test_each_entry_is_a_row_on_the_screen(self, clock, editor_client, writer, empty_calendar):
        page = planned(NINE, title="Dry hands")
        PlannedPage.objects.filter(page=page).update(assignee=writer, text_due=date(2026, 3, 1))
        response = editor_client.get(REPORT)
        text = words(response.content.decode())
        assert "When (London)" in text
        assert "Mon 2 Mar 09:00 Dry hands Scheduled Post Wanda Ito 1 Mar 2026" in text
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in response.content.decode()
        assert "Dry hands" in editor_client.get(RESULTS).content.decode()

    def test_the_end_of_a_bundle_is_a_row_that_leads_to_it(self, clock, editor_client, commerce_client, empty_calendar):
        bundle = scheduled(new_post(), ends_at=TEN)
        response = editor_client.get(REPORT)
        assert "Mon 2 Mar 10:00 Spring launch Expiring Bundle, 1 page" in words(response.content.decode())
        assert reverse("bundle", args=[bundle.pk]) in response.content.decode()
        (row,) = (row for row in rows(editor_client) if row["Title"] == "Spring launch")
        assert (row["Type"], row["Status"], row["Who writes it"]) == ("Bundle, 1 page", "Expiring", "")
        assert "Spring launch" not in titles(commerce_client)

    def test_it_begins_today_and_other_dates_can_be_asked_for(self, clock, editor_client, empty_calendar):
        published(BlogPostPage, title="Yesterday", published_at=EIGHT - DAY)
        planned(NINE, title="Today")
        planned(NINE + 9 * DAY, title="Later")
        assert titles(editor_client) == ["Today", "Later"]
        assert titles(editor_client, "when_from=2026-03-01&when_to=2026-03-02") == ["Yesterday", "Today"]

    def test_it_is_narrowed_as_the_calendar_is(self, clock, editor_client, empty_calendar):
        ana, backs = published(PersonPage), published(TopicPage)
        planned(NINE, title="Dry hands", contributions=written_by(ana), topics=[backs])
        draft(BlogPostPage, title="Red cheeks", go_live_at=TEN)
        assert titles(editor_client, f"author={ana.pk}") == ["Dry hands"]
        assert titles(editor_client, f"topic={backs.pk}") == ["Dry hands"]
        assert titles(editor_client, "status=Draft") == ["Red cheeks"]
        assert titles(editor_client, "type=conditionpage") == []
        assert "Nothing here has all you chose." in editor_client.get(f"{REPORT}?status=Failed").content.decode()

    def test_bad_input_is_no_fault(self, editor_client, empty_calendar):
        for query in ("when_from=x&author=-1&topic=1e9&type=%27&status=%00&p=99", "export=pdf", "when_to=9999-12-31"):
            assert editor_client.get(f"{REPORT}?{query}").status_code == 200

    def test_a_writer_reads_nothing_of_what_others_plan(self, clock, writer_client, writer, editor, empty_calendar):
        own = planned(NINE, title="My own", owner=writer)
        scheduled_page(BlogPostPage, 1)
        scheduled_change(BlogPostPage, 2)
        PlannedPage.objects.exclude(page=own).update(assignee=editor)
        html = writer_client.get(f"{REPORT}?when_from=2026-01-01").content.decode()
        assert marks_in(html) == set()
        assert "Edith" not in html
        assert "My own" in html
        assert marks_in(str(rows(writer_client))) == set()

    def test_it_is_among_the_reports(self, writer_client, site_tree):
        assert REPORT in writer_client.get(reverse("wagtailadmin_home")).content.decode()

    def test_it_costs_the_same_for_many(self, clock, editor_client, editor, empty_calendar):
        titles(editor_client)
        counts = []
        for number in (1, 4):
            for _ in range(number):
                planned(NINE)
            PlannedPage.objects.update(assignee=editor)
            with CaptureQueriesContext(connection) as queries:
                titles(editor_client)
            counts.append(len(queries))
        assert counts[0] == counts[1] <= 20


class FileTests:
    def test_it_has_the_rows_of_the_screen_with_times_nobody_can_mistake(
        self, clock, editor_client, writer, empty_calendar
    ):
        page = planned(NINE, title="Dry hands")
        PlannedPage.objects.filter(page=page).update(assignee=writer, text_due=date(2026, 3, 1))
        planned(NINE + 120 * DAY, title="In summer")
        clock(TEN)
        first, second = rows(editor_client)
        assert first == {
            "When (London)": "2026-03-02T09:00:00+00:00",
            "Title": "Dry hands",
            "Type": "Post",
            "Status": "Scheduled",
            "Flag": "Overdue",
            "Who writes it": "Wanda Ito",
            "Text due": "2026-03-01",
        }
        assert second["When (London)"] == "2026-06-30T10:00:00+01:00"
        assert (second["Who writes it"], second["Text due"]) == ("", "")
        assert [row["Title"] for row in rows(editor_client, "when_from=2026-06-01")] == ["In summer"]

    def test_a_title_is_no_formula(self, clock, editor_client, empty_calendar):
        for number, title in enumerate(("=1+1", "+1", "-1", "@SUM(A1)")):
            planned(NINE, title=title, slug=f"title-{number}")
        assert sorted(row["Title"] for row in rows(editor_client)) == ["'+1", "'-1", "'=1+1", "'@SUM(A1)"]

    def test_a_workbook_has_times_by_the_site_s_clock_and_titles_as_words(self, clock, editor_client, empty_calendar):
        planned(NINE + 120 * DAY, title="=1+1")
        response = editor_client.get(f"{REPORT}?export=xlsx")
        sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
        heading, row = sheet.iter_rows()
        assert heading[0].value == "When (London)"
        assert row[0].value.isoformat() == "2026-06-30T10:00:00"
        assert (row[1].value, row[1].data_type) == ("=1+1", "s")

    def test_it_is_named_for_its_day(self, clock, editor_client, empty_calendar):
        response = editor_client.get(f"{REPORT}?export=csv")
        assert response["Content-Disposition"] == 'attachment; filename="schedule-2026-03-02.csv"'
