"""The schedule in the page form: a section where dates are set, and a note on top that says where the page stands.

Other apps add to the section by the hook ``construct_schedule_section``, and to the note by ``construct_plan_note``: a
function of page and request that returns a component, or nothing.
"""

from django.forms import Media
from django.http import HttpRequest
from django.utils.functional import cached_property
from wagtail import hooks
from wagtail.admin.panels import MultiFieldPanel, Panel
from wagtail.admin.ui.components import Component
from wagtail.models import Page, PagePermissionTester

from core.approval import is_approved
from core.at_form import at_form
from core.button_words import button_of
from core.date_panel import DatePanel, as_things_stand, draft_end
from core.plan import end_of, plan_of
from core.site_time import with_zone

SECTION_HOOK = "construct_schedule_section"
NOTE_HOOK = "construct_plan_note"


class SchedulePanel(MultiFieldPanel):
    """Where going live and going offline are planned, in plain sight and nowhere else."""

    def __init__(self, **kwargs):
        children = [
            DatePanel("go_live_at", heading="Goes live", help_text="Empty: as soon as it is published."),
            DatePanel("expire_at", heading="Goes offline", help_text="Empty: never."),
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
            is_planned = plan.wanted or plan.scheduled or plan.missed or end_of(self.instance).is_loose
            return bool(is_planned or is_approved(self.instance) or self.parts)

        @cached_property
        def parts(self) -> list[Component]:
            """What other apps add to the note."""
            return said_by_others(NOTE_HOOK, self.instance, self.request)

        def get_context_data(self, parent_context=None):
            plan, end, person = plan_of(self.instance), end_of(self.instance), at_form(self)
            button = button_of(self.instance)
            return super().get_context_data(parent_context) | {
                "page": self.instance,
                "plan": plan,
                "end": end,
                "parts": self.parts,
                "person": person,
                "button": button,
                "to_schedule": person.to_schedule(button),
                "to_count": person.to_count(button),
                "wanted": plan.wanted and with_zone(plan.wanted),
                "scheduled": plan.scheduled and with_zone(plan.scheduled),
                "missed": plan.missed and with_zone(plan.missed),
                "draft_end": draft_end(end),
                "as_things_stand": as_things_stand(end, plan),
                "may_publish_changes": self.may_publish_changes(),
                "is_approved": is_approved(self.instance),
            }

        def may_publish_changes(self) -> bool:
            """Whether whoever is at the form may publish whatever they write, and not only what was approved."""
            return PagePermissionTester(self.request.user, self.instance).can_publish()


def said_by_others(hook: str, page: Page, request: HttpRequest) -> list[Component]:
    """What other apps say about a page at one place."""
    parts = [part(page, request) for part in hooks.get_hooks(hook)]
    return [part for part in parts if part]
