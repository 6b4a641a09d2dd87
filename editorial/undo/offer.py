"""The “Undo” button in the message that says what was just done, whichever view of the admin did it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from wagtail.models import Page, PageLogEntry, Revision

from core.shown import State, state_of
from core.taken_along import Along, taken_along
from editorial.undo.steps import Step
from editorial.undo.taking_back import may_take_back

#: What the schedule leaves in the history of a page that goes live, also when somebody tells it to try now.
BY_SCHEDULE = "wagtail.publish.scheduled"
#: What a step leaves there.
ACTIONS = ("wagtail.publish", "wagtail.publish.schedule", "wagtail.unpublish", BY_SCHEDULE)
PUBLISHING = {"action-publish", "action-workflow-action"}


def is_step(request: HttpRequest) -> bool:
    """Whether a request may publish, schedule or take offline exactly one page."""
    match = request.resolver_match
    if request.method != "POST" or match is None:
        return False
    match match.view_name:
        case "wagtailadmin_pages:add" | "wagtailadmin_pages:edit":
            return not PUBLISHING.isdisjoint(request.POST)
        case "wagtailadmin_pages:unpublish":
            # Whoever takes a whole section offline is asked about it beforehand.
            return not request.POST.get("include_descendants")
        case "wagtailadmin_pages:workflow_action" | "publish_ready":
            return True
        case "schedule_try_now":
            # A page past its end may not come back, and a bundle is more than one page.
            return match.kwargs["kind"] == "go_live"
    return False


def page_behind(request: HttpRequest) -> int | None:
    """The key of the page a request is about; a new page has none yet."""
    kwargs = request.resolver_match.kwargs
    if "target_id" not in kwargs:
        return kwargs.get("page_id")
    version = Revision.page_revisions.filter(pk=kwargs["target_id"]).only("object_id").first()
    return int(version.object_id) if version else None


@dataclass
class Watch:
    """How a page was before a request, and which entry of the histories was the last."""

    page_id: int | None
    before: State = field(default_factory=dict)
    last_entry: int = 0

    @classmethod
    def begin(cls, page_id: int | None) -> "Watch":
        """Look at a page before something is done to it."""
        last = PageLogEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
        return cls(page_id, state_of(page_id) if page_id else {}, last or 0)

    def step(self, user_id: int, along: Along | None = None) -> Step | None:
        """What was done meanwhile, if it was one thing, by this person, that can be taken back.

        What the schedule did when told to is nobody's own: whoever may publish the page takes it back.
        """
        entries = PageLogEntry.objects.filter(pk__gt=self.last_entry, action__in=ACTIONS)
        mine = entries.filter(page=self.page_id) if self.page_id else entries.filter(user=user_id)
        done = list(mine.values_list("page_id", "user_id", "action")[:2])
        if len(done) != 1 or done[0][1] != user_id:
            return None
        page_id, _, action = done[0]
        doer = None if action == BY_SCHEDULE else user_id
        step = Step(page_id, doer, self.before, state_of(page_id), along or {})
        return step if step.kind else None


class OfferMiddleware:
    """Puts the button into the last message of a request that published, scheduled or took offline one page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        watch = getattr(request, "undo_watch", None)
        step = watch.step(request.user.pk, taken_along(request)) if watch else None
        if step:
            add_button(request, step)
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        """Look at the page before the view changes it."""
        if is_step(request) and request.user.is_authenticated:
            request.undo_watch = Watch.begin(page_behind(request))


def add_button(request: HttpRequest, step: Step) -> None:
    """Put the button into the last message that reports a success, for whoever may press it."""
    page = Page.objects.get(pk=step.page_id)
    if not may_take_back(step, page, request.user):
        return
    queued = list(messages.get_messages(request))
    last = max((place for place, one in enumerate(queued) if one.level == messages.SUCCESS), default=None)
    for place, one in enumerate(queued):
        words = format_html("{} {}", one.message, button(request, step, page)) if place == last else one.message
        messages.add_message(request, one.level, words, one.extra_tags)


def button(request: HttpRequest, step: Step, page: Page) -> str:
    """A form of one button, which carries the step."""
    context = {"step": step.signed(), "what": f"{step.kind} “{page.get_admin_display_title()}”"}
    return render_to_string("editorial/undo/button.html", context, request)
