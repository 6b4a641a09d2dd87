"""The “Undo” button in the message that says what was just done, whichever view of the admin did it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.html import format_html
from wagtail.models import Page, PageLogEntry

from core.shown import State, state_of
from editorial.undo.steps import Step

#: What a step leaves in the history of its page.
ACTIONS = ("wagtail.publish", "wagtail.publish.schedule", "wagtail.unpublish")
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
    return False


@dataclass
class Watch:
    """How a page was before a request, and which entry of the histories was the last; a new page has no key yet."""

    page_id: int | None
    before: State = field(default_factory=dict)
    last_entry: int = 0

    @classmethod
    def begin(cls, page_id: int | None) -> "Watch":
        """Look at a page before something is done to it."""
        last = PageLogEntry.objects.order_by("-pk").values_list("pk", flat=True).first()
        return cls(page_id, state_of(page_id) if page_id else {}, last or 0)

    def step(self, user_id: int) -> Step | None:
        """What was done meanwhile, if it was one thing, by this person, that can be taken back."""
        entries = PageLogEntry.objects.filter(pk__gt=self.last_entry, action__in=ACTIONS)
        mine = entries.filter(page=self.page_id) if self.page_id else entries.filter(user=user_id)
        done = list(mine.values_list("page_id", "user_id")[:2])
        if len(done) != 1 or done[0][1] != user_id:
            return None
        page_id = done[0][0]
        step = Step(page_id, user_id, self.before, state_of(page_id))
        return step if step.kind else None


class OfferMiddleware:
    """Puts the button into the last message of a request that published, scheduled or took offline one page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        watch = getattr(request, "undo_watch", None)
        step = watch.step(request.user.pk) if watch else None
        if step:
            add_button(request, step)
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> None:
        """Look at the page before the view changes it."""
        if is_step(request) and request.user.is_authenticated:
            request.undo_watch = Watch.begin(kwargs.get("page_id"))


def add_button(request: HttpRequest, step: Step) -> None:
    """Put the button into the last message that reports a success."""
    queued = list(messages.get_messages(request))
    last = max((place for place, one in enumerate(queued) if one.level == messages.SUCCESS), default=None)
    for place, one in enumerate(queued):
        words = format_html("{} {}", one.message, button(request, step)) if place == last else one.message
        messages.add_message(request, one.level, words, one.extra_tags)


def button(request: HttpRequest, step: Step) -> str:
    """A form of one button, which carries the step."""
    title = Page.objects.get(pk=step.page_id).get_admin_display_title()
    context = {"step": step.signed(), "what": f"{step.kind} “{title}”"}
    return render_to_string("editorial/undo/button.html", context, request)
