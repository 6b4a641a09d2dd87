"""Where the end of a live bundle is moved or taken away, on the bundle's own screen."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from editorial.scheduling.bundles.access import may_act
from editorial.scheduling.bundles.forms import EndForm
from editorial.scheduling.bundles.views import BundleView
from editorial.scheduling.calendar.move_views import move_and_say
from editorial.scheduling.calendar.moves import EndMove


class BundleEndView(BundleView):
    """The screen of a bundle, answering what was typed about its end; the same move as on the calendar."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The form stands on the bundle's screen."""
        return redirect("bundle", self.bundle.pk)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Move the end, and lead back to where it was asked for."""
        if not may_act(request.user, self.bundle):
            raise PermissionDenied
        form = EndForm(request.POST, bundle=self.bundle)
        if form.is_valid():
            move = EndMove(self.bundle.pk, form.cleaned_data["before"], form.cleaned_data["ends_at"])
            move_and_say(request, [move])
            return redirect(f"{self.get_next()}#{move.anchor}")
        return self.render_to_response(self.get_context_data(end_form=form))
