"""The panels of the dashboard, from what is asked of somebody to what others finished."""

from wagtail.admin.ui.components import Component
from wagtail.users.models import UserProfile

from editorial.dashboard.new_pages import new_page_buttons
from editorial.dashboard.own_pages import drafts_of, recently_live
from editorial.dashboard.waiting import sent_back, to_approve
from people.profiles import name_of, namesakes, profile_of


class ProfileOfferPanel(Component):
    """Offers a profile to whoever has none, until they have one or say “Not now”."""

    name = "profile_offer"
    template_name = "editorial/dashboard/profile_offer.html"
    order = 100

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        context = super().get_context_data(parent_context)
        context["csrf_token"] = parent_context["csrf_token"]
        context["panel_name"] = self.name
        context["is_offered"] = not self.is_declined(user) and profile_of(user) is None
        if context["is_offered"]:
            context |= {"name": name_of(user), "namesakes": namesakes(user)}
        return context

    def is_declined(self, user) -> bool:
        """Whether this user said “Not now”, which Wagtail keeps for them as a dismissed notice."""
        preferences = UserProfile.objects.filter(user=user).first()
        return bool(preferences and preferences.dismissibles.get(self.name))


class NewPagesPanel(Component):
    """One click to a new page, for each type this person may add."""

    name = "new_pages"
    template_name = "editorial/dashboard/new_pages.html"
    order = 110

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"buttons": new_page_buttons(parent_context["request"].user)}


class WaitingPanel(Component):
    """Pages this person can approve, and pages that came back to them."""

    name = "waiting"
    template_name = "editorial/dashboard/waiting.html"
    order = 120

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        waiting = [*sent_back(user), *to_approve(user)]
        return super().get_context_data(parent_context) | {"waiting": waiting}


class DraftsPanel(Component):
    """What this person is working on."""

    name = "drafts"
    template_name = "editorial/dashboard/drafts.html"
    order = 130

    def get_context_data(self, parent_context):
        request = parent_context["request"]
        return super().get_context_data(parent_context) | {"pages": drafts_of(request.user), "request": request}


class RecentlyLivePanel(Component):
    """What went live last, whoever wrote it."""

    name = "recently_live"
    template_name = "editorial/dashboard/recently_live.html"
    order = 140

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {
            "pages": recently_live(),
            "request": parent_context["request"],
        }


PANELS = [ProfileOfferPanel, NewPagesPanel, WaitingPanel, DraftsPanel, RecentlyLivePanel]
