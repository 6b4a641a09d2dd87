"""What the dashboard registers with Wagtail."""

from django.urls import path
from wagtail import hooks

from editorial.dashboard.account import ProfileSettingsPanel
from editorial.dashboard.homepage import arrange_panels, leave_out_news, leave_out_summary
from editorial.dashboard.views import claim_profile, make_own_profile

hooks.register("construct_homepage_panels", arrange_panels)
# After the apps that put something there.
hooks.register("construct_homepage_summary_items", leave_out_summary, order=1000)
hooks.register("construct_help_menu", leave_out_news)
hooks.register("register_account_settings_panel", ProfileSettingsPanel)


@hooks.register("register_admin_urls")
def profile_urls():
    """The addresses the profile offer posts to."""
    return [
        path("profile/make/", make_own_profile, name="make_own_profile"),
        path("profile/claim/<int:page_id>/", claim_profile, name="claim_profile"),
    ]
