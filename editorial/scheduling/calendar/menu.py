"""The calendar in the admin's menu."""

from django.urls import reverse_lazy
from wagtail.admin.menu import MenuItem


class CalendarMenuItem(MenuItem):
    """One click from anywhere to the weeks ahead."""

    def __init__(self) -> None:
        super().__init__("Calendar", reverse_lazy("calendar"), name="calendar", icon_name="calendar-alt", order=5)
