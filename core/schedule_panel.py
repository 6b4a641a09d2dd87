"""The schedule in the page form: a section where dates are set, and a note on top that says where the page stands.

Other apps add to the section by the hook ``construct_schedule_section``, and to the note by ``construct_plan_note``: a
function of page and request that returns a component, or nothing.
"""

from django.forms import Media
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PagePermissionTester

from core.approval import is_approved
from core.plan import plan_of
from core.site_time import with_zone

SECTION_HOOK = "construct_schedule_section"
NOTE_HOOK = "construct_plan_note"


class SchedulePanel(MultiFieldPanel):
    """Where going live and going offline are planned, in plain sight and nowhere else."""

    def __init__(self, **kwargs):
        children = [
            FieldPanel("go_live_at", heading="Goes live", help_text="Empty: as soon as it is published."),
            FieldPanel("expire_at", heading="Goes offline", help_text="Empty: never."),
        ]
        super().__init__(**{"children": children, "heading": "Schedule", "icon": "calendar-alt"} | kwargs)

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The section of one form."""

        template_name = "core/panels/schedule.html"

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {
                "parts": said_by_others(SECTION_HOOK, self.instance, self.request)
            }


class PlanPanel(Panel):
    """Says on top of the form what is scheduled and what is only planned; there when there is something to say."""

    class BoundPanel(Panel.BoundPanel):
        """The note of one form."""

        template_name = "core/panels/plan.html"
        media = Media(js=["js/admin/plan_note.js"])

        def is_shown(self):
            plan = plan_of(self.instance)
            is_missed = plan.missed and self.is_in_review
            return bool(plan.wanted or plan.scheduled or is_missed or is_approved(self.instance) or self.parts)

        @cached_property
        def parts(self) -> list[Component]:
            """What other apps add to the note."""
            return said_by_others(NOTE_HOOK, self.instance, self.request)

        def get_context_data(self, parent_context=None):
            plan = plan_of(self.instance)
            return super().get_context_data(parent_context) | {
                "page": self.instance,
                "plan": plan,
                "parts": self.parts,
                "wanted": plan.wanted and with_zone(plan.wanted),
                "scheduled": plan.scheduled and with_zone(plan.scheduled),
                "missed": plan.missed and with_zone(plan.missed),
                "may_publish": self.may_publish(),
                "may_publish_changes": self.may_publish_changes(),
                "is_in_review": self.is_in_review,
                "is_approved": is_approved(self.instance),
            }

        @property
        def is_in_review(self) -> bool:
            """Whether others are asked about the page."""
            return bool(self.instance.pk and self.instance.workflow_in_progress)

        def may_publish(self) -> bool:
            """Whether whoever is at the form schedules it, rather than those who review it."""
            user = self.request.user
            if self.instance.pk:
                return self.instance.permissions_for_user(user).can_publish()
            return self.form.parent_page.permissions_for_user(user).can_publish_subpage()

        def may_publish_changes(self) -> bool:
            """Whether whoever is at the form may publish whatever they write, and not only what was approved."""
            return PagePermissionTester(self.request.user, self.instance).can_publish()


def said_by_others(hook: str, page: Page, request: HttpRequest) -> list[Component]:
    """What other apps say about a page at one place."""
    parts = [part(page, request) for part in hooks.get_hooks(hook)]
    return [part for part in parts if part]
