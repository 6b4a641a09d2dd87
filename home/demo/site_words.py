"""Fills in the site's name, words, pictures and first page while they are still what every site begins with."""

from wagtail.models import Site

from home.demo import ledger
from home.demo.content import CONTENT, read
from home.demo.fields import fill
from home.demo.finder import Finder
from home.models import HomePage, SiteSettings

UNNAMED = SiteSettings._meta.get_field("name").default


def load_settings(finder: Finder) -> None:
    """Name the site, unless somebody has named it."""
    settings = SiteSettings.for_site(Site.objects.get(is_default_site=True))
    if settings.name != UNNAMED:
        return
    fill(settings, read(CONTENT / "site.toml")["settings"], finder)
    settings.save()
    ledger.remember(settings, "settings")


def load_home(finder: Finder) -> None:
    """Give the first page its opening words, unless somebody has written there."""
    home = HomePage.objects.get()
    if home.heading or home.lead_id or home.revisions.exclude(user=None).exists():
        return
    before = {"was_live": home.live, "content": home.serializable_data()}
    fill(home, read(CONTENT / "site.toml")["home"], finder)
    home.save_revision().publish()
    home.refresh_from_db()
    ledger.remember(home, "", before=before)
