"""The schedule as a report: a row for each entry of the calendar, on the screen and as a file."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.reports import ReportView

from core.site_time import by_the_clock, in_words, zone_name
from editorial.scheduling.away.formulas import harmless
from editorial.scheduling.away.report_filters import ScheduleFilterSet, calendar_form, today
from editorial.scheduling.calendar.ends import End
from editorial.scheduling.calendar.entries import Entry
from editorial.scheduling.models import PlannedPage

#: Gives way on a narrow screen.
DETAIL = "listing-detail"


@dataclass(frozen=True)
class Row:
    """An entry of the calendar, and what was agreed on about its page, for those who may edit that."""

    entry: Entry | End
    plan: PlannedPage | None

    @property
    def when(self) -> datetime:
        """Its moment by the site's clock."""
        return by_the_clock(self.entry.moment)

    @property
    def when_in_words(self) -> str:
        """Its moment as people say it."""
        return in_words(self.entry.moment)

    @property
    def title(self) -> str:
        """The title as the person may know it."""
        return self.entry.title

    @property
    def type(self) -> str:
        """What kind of page, or bundle, it is."""
        return self.entry.kind

    @property
    def status(self) -> str:
        """Where it stands, in the word of all screens."""
        return f"{self.entry.status.word}{', not scheduled' if self.entry.is_loose else ''}"

    @property
    def flag(self) -> str:
        """What asks for somebody."""
        return self.entry.flag.word if self.entry.flag else ""

    @property
    def assignee(self) -> str:
        """Who writes it."""
        return get_user_display_name(self.plan.assignee) if self.plan and self.plan.assignee else ""

    @property
    def text_due(self) -> date | None:
        """The day by which its text is to be ready."""
        return self.plan.text_due if self.plan else None

    @property
    def address(self) -> str | None:
        """Where it is edited, for those who may."""
        return self.entry.address


class StatusColumn(BaseColumn):
    """Where the page stands and what asks for somebody, each with its icon."""

    cell_template_name = "editorial/scheduling/away/status_cell.html"


class DayColumn(Column):
    """A day, or nothing."""

    cell_template_name = "editorial/scheduling/away/day_cell.html"


class ScheduleReportView(ReportView):
    """What goes live and offline, from today on unless other dates are asked for."""

    page_title = "Schedule"
    header_icon = "calendar-alt"
    template_name = "editorial/scheduling/away/report.html"
    results_template_name = "editorial/scheduling/away/report_results.html"
    index_url_name = "schedule_report"
    index_results_url_name = "schedule_report_results"
    filterset_class = ScheduleFilterSet
    verbose_name, verbose_name_plural = "entry", "entries"
    list_export = ["when", "title", "type", "status", "flag", "assignee", "text_due"]
    custom_field_preprocess = {
        "when": {
            "csv": lambda moment: moment.isoformat(timespec="seconds"),
            "xlsx": lambda moment: moment.replace(tzinfo=None),
        }
    }
    custom_value_preprocess = ReportView.custom_value_preprocess | {str: {"csv": harmless}}

    @cached_property
    def columns(self) -> list[BaseColumn]:
        """The same columns as in the file."""
        return [
            Column("when_in_words", label=self.export_headings["when"], classname="schedule-report__when"),
            TitleColumn("title", label="Title", get_url=lambda row: row.address, classname="title"),
            StatusColumn("status", label="Status", classname="listing-status"),
            Column("type", label="Type", classname=DETAIL),
            Column("assignee", label="Who writes it", classname=DETAIL),
            DayColumn("text_due", label="Text due", classname=DETAIL),
        ]

    @property
    def export_headings(self) -> dict[str, str]:
        """What stands above the columns."""
        return {
            "when": f"When ({zone_name()})",
            "title": "Title",
            "type": "Type",
            "status": "Status",
            "flag": "Flag",
            "assignee": "Who writes it",
            "text_due": "Text due",
        }

    def get_filename(self) -> str:
        return f"schedule-{today():%Y-%m-%d}"

    def get_filtered_queryset(self) -> list[Row]:
        """Every entry that was asked for, the earliest first."""
        found = calendar_form(self.request.GET).entries(self.request.user, *self.filters.period)
        own = {entry: entry.page.pk for entry in found if isinstance(entry, Entry) and entry.page.is_own}
        plans = PlannedPage.objects.filter(page__in=set(own.values()))
        plans = plans.select_related("assignee__wagtail_userprofile").in_bulk()
        return [Row(entry, plans.get(own.get(entry))) for entry in found]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        first, end = self.filters.period
        return super().get_context_data(**kwargs) | {"first": first, "end": end}


def schedule_report_menu_item() -> MenuItem:
    """The report comes first among the reports."""
    return MenuItem("Schedule", reverse("schedule_report"), name="schedule", icon_name="calendar-alt", order=100)
