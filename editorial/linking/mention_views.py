"""Older pages that name a page: how many there are, and linking those that somebody ticks."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET
from django.views.generic import TemplateView

from editorial.linking.mentions import mentions_of
from editorial.linking.models import Sweep, SweptPage
from editorial.linking.sweep_views import SweepScreen
from editorial.linking.sweeping import may_go_live, sweep_now
from editorial.linking.views import editable_page


class MentionsView(SweepScreen, TemplateView):
    """The older pages that name this one without leading to it, each with its sentence and a box to tick."""

    template_name = "editorial/linking/mentions.html"
    page_title = "Pages that mention it"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        found = [
            {"page": page, "suggestions": suggestions, "goes_live": page.live and may_go_live(self.request.user, page)}
            for page, suggestions in mentions_of(self.page, self.request.user)
        ]
        return super().get_context_data(**kwargs) | {"page": self.page, "found": found}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Set the links that were ticked, in pages that still say the same."""
        chosen = set(request.POST.getlist("mention"))
        with transaction.atomic():
            sweep = Sweep.objects.create(
                new=self.page, new_title=self.page.get_admin_display_title(), user=request.user
            )
            for page, suggestions in mentions_of(self.page, request.user):
                wanted = [one for one in suggestions if f"{page.pk}/{one.key}" in chosen]
                if wanted:
                    rows = [one.insertion.stored for one in wanted]
                    SweptPage.objects.create(sweep=sweep, page_id=page.pk, insertions=rows)
        if not sweep.pages.exists():
            sweep.delete()
            messages.warning(request, "Nothing was linked: tick at least one sentence.")
            return HttpResponseRedirect(request.path)
        sweep_now(sweep)
        return redirect("links_sweep", sweep.pk)


@require_GET
def mention_count(request: HttpRequest, page_id: int) -> HttpResponse:
    """How many older pages mention a page: asked by the message that says it is live; empty when none does."""
    page = editable_page(request, page_id).specific
    count = len(mentions_of(page, request.user))
    return render(request, "editorial/linking/mention_count.html", {"page": page, "count": count})
