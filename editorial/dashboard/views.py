"""The two answers to the profile offer that change something."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from people.models import PersonPage
from people.profiles import link_profile, make_profile, namesakes, profile_of


@require_POST
def make_own_profile(request: HttpRequest) -> HttpResponse:
    """Make a draft profile for whoever asks, once."""
    profile = profile_of(request.user)
    if profile is None:
        profile = make_profile(request.user)
        rest = "Add a few words about yourself." if may_edit(request, profile) else "An editor completes it."
        messages.success(request, f"Your profile “{profile.title}” is a draft. {rest}")
    return to_profile(request, profile)


@require_POST
def claim_profile(request: HttpRequest, page_id: int) -> HttpResponse:
    """Link an existing page of the same name, which nobody else is linked to, to whoever asks."""
    profile = get_object_or_404(namesakes(request.user), pk=page_id)
    if profile_of(request.user) is None:
        link_profile(profile, request.user)
        messages.success(request, f"“{profile.title}” is now your profile.")
    return to_profile(request, profile)


def to_profile(request: HttpRequest, profile: PersonPage) -> HttpResponse:
    """Lead to the profile's form, or back to the dashboard whoever may not edit it."""
    if may_edit(request, profile):
        return redirect("wagtailadmin_pages:edit", profile.pk)
    return redirect("wagtailadmin_home")


def may_edit(request: HttpRequest, profile: PersonPage) -> bool:
    """Whether whoever asks may open the profile's form."""
    return profile.permissions_for_user(request.user).can_edit()
