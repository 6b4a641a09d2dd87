"""Publishing several pages at once: those that name a time to come are scheduled for it, and that is said."""

from datetime import datetime

from django.http import HttpResponse
from django.utils import timezone
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page, Revision

from core.publication_window import planned_moment
from core.site_time import with_zone

#: A message that names more pages than these is no news any more.
NAMED = 10


class SchedulingPublishBulkAction(PublishBulkAction):
    """Publishes pages or schedules them, as each of them says, and tells which."""

    template_name = "editorial/scheduling/confirm_bulk_publish.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        moments = [(item["item"], time_to_come(item["item"])) for item in context["items"]]
        return context | {"to_be_scheduled": goes_live([(page, moment) for page, moment in moments if moment])}

    def prepare_action(self, objects, objects_without_access) -> HttpResponse | None:
        """Note which pages are about to be published; afterwards they are like others that were live already."""
        self.keys = {page.pk for page in objects}
        if self.cleaned_form.cleaned_data["include_descendants"]:
            below = (one for page in objects for one in page.get_descendants().not_live())
            self.keys |= {page.pk for page in below if self.check_perm(page)}
        return super().prepare_action(objects, objects_without_access)

    def get_success_message(self, num_parent_objects, num_child_objects):
        """What was published and what was scheduled; Wagtail calls both published."""
        scheduled = scheduled_among(self.keys)
        if not scheduled:
            return super().get_success_message(num_parent_objects, num_child_objects)
        count = len(self.keys) - len(scheduled)
        published = [f"{count} page{' has' if count == 1 else 's have'} been published."] if count else []
        return " ".join([*published, goes_live(scheduled)])


def time_to_come(page: Page) -> datetime | None:
    """The time to come that the newest version of a page names; without one it is published at once."""
    newest = page.get_latest_revision()
    return planned_moment(newest, timezone.now()) if newest else None


def scheduled_among(keys: set[int]) -> list[tuple[Page, datetime]]:
    """Those of some pages that wait for a moment, in its order."""
    planned = Revision.page_revisions.filter(object_id__in=map(str, keys), approved_go_live_at__isnull=False)
    moments = planned.order_by("approved_go_live_at", "pk").values_list("object_id", "approved_go_live_at")
    pages = Page.objects.in_bulk(keys)
    return [(pages[int(object_id)], moment) for object_id, moment in moments]


def goes_live(moments: list[tuple[Page, datetime]]) -> str:
    """Which page goes live when, a sentence each."""
    words = [f"“{page.get_admin_display_title()}” goes live {with_zone(moment)}." for page, moment in moments[:NAMED]]
    left = len(moments) - NAMED
    return " ".join([*words, f"So do {left} more: the calendar shows when."] if left > 0 else words)
