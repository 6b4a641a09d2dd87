"""The vocabulary of the site as it is this moment, kept ready while nothing changes."""

from django.db.models import Count, Max, Sum
from django.utils import timezone
from wagtail.models import Page

from core.readable import restricted_paths
from editorial.linking.models import MeantName
from editorial.linking.names import names_on_site
from editorial.linking.vocabulary import Vocabulary

#: The vocabulary by the state of the site it was made from; one a process.
_kept: dict[tuple, Vocabulary] = {}


def vocabulary() -> Vocabulary:
    """The names of the site, read anew after anything was published, taken offline, hidden or confirmed."""
    state = state_of_site()
    found = _kept.get(state)
    if found is None:
        found = Vocabulary(names_on_site(), MeantName.objects.values_list("page_id", "words"))
        _kept.clear()
        _kept[state] = found
    return found


def state_of_site() -> tuple:
    """What tells whether names may have changed: what is live and in which version, what is hidden, and the day."""
    live = Page.objects.filter(live=True).aggregate(
        Count("pk"), Max("last_published_at"), Sum("pk"), Sum("live_revision_id")
    )
    meant = MeantName.objects.aggregate(Count("pk"), Sum("pk"))
    # Products leave on a day.
    return (*live.values(), *meant.values(), restricted_paths(), timezone.localdate())
