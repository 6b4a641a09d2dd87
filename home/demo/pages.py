"""Loads the demo's pages, each through a revision, into the state its content file plans."""

from datetime import datetime, time, timedelta

from django.apps import apps
from django.utils import timezone
from wagtail.models import Page

from articles.models import Change
from core.models import BasePage
from home.demo import ledger
from home.demo.content import Entry
from home.demo.fields import fill
from home.demo.finder import Finder
from home.models import HomePage

MODELS = {
    "people": "people.PersonPage",
    "topics": "topics.TopicPage",
    "ingredients": "ingredients.IngredientPage",
    "products": "products.ProductPage",
    "conditions": "conditions.ConditionPage",
    "questions": "conditions.QuestionPage",
    "blog": "blog.BlogPostPage",
}
STANDING = "home.StandardPage"
MORNING = time(9)


def load_pages(finder: Finder, known: dict, all_entries: list[Entry]) -> int:
    """Load every page that is not there yet; how many that were."""
    finder.pages[""] = HomePage.objects.get()
    missing = [entry for entry in all_entries if not stands(entry, finder, known)]
    before = {entry.address: stub(entry, finder) for entry in missing}
    for entry in missing:
        page = finder.pages[entry.address]
        fill(page, entry.fields, finder)
        bring_to_state(page, entry.plan, finder)
        page = finder.pages[entry.address] = type(page).objects.get(pk=page.pk)
        ledger.remember(page, entry.address, before=before[entry.address])
    return len(missing)


def stands(entry: Entry, finder: Finder, known: dict) -> bool:
    """Whether a page was loaded before, or an editor has made one of their own at its address."""
    page = known.get((model_of(entry), entry.address)) or at_address(entry.address)
    if page is None:
        return False
    finder.pages[entry.address] = page
    return not is_waiting(page, known, entry)


def is_waiting(page: Page, known: dict, entry: Entry) -> bool:
    """Whether a fixed page still holds nothing but what every site begins with."""
    is_fixed = page.slug in getattr(page, "fixed_slugs", ())
    return is_fixed and (type(page), entry.address) not in known and not page.revisions.exclude(user=None).exists()


def at_address(address: str) -> BasePage | None:
    """The page at an address below home."""
    page = Page.objects.filter(url_path=f"{HomePage.objects.get().url_path}{address}/").first()
    return page.specific if page else None


def model_of(entry: Entry) -> type[BasePage]:
    """The page type of an entry, known from its section."""
    return apps.get_model(MODELS.get(entry.section, STANDING))


def stub(entry: Entry, finder: Finder) -> dict | None:
    """Make an empty draft, so that pages can refer to each other; what stood there, when a fixed page did."""
    if entry.address in finder.pages:
        page = finder.pages[entry.address]
        return {"was_live": page.live, "content": page.serializable_data()}
    parent = finder.pages.get(entry.parent) or at_address(entry.parent)
    page = model_of(entry)(title=entry.fields["title"], slug=entry.slug, live=False)
    parent.add_child(instance=page)
    finder.pages[entry.address] = model_of(entry).objects.get(pk=page.pk)
    return None


def bring_to_state(page: BasePage, plan: dict, finder: Finder) -> None:
    """Publish, schedule, submit or leave a page, as its file plans."""
    state = plan.get("state", "live")
    if state == "live":
        page.published_at = moment(-plan.get("days_ago", 30), plan.get("at", MORNING))
        page.save_revision().publish()
        for change in plan.get("changes", []):
            announce(page, change, finder)
    elif state == "scheduled":
        page.go_live_at = moment(plan["in_days"], plan.get("at", MORNING))
        page.save_revision().publish()
    elif state == "in review":
        page.save_revision()
        # Said afterwards, so that the history of a login begins with what somebody really does with it.
        state = page.get_workflow().start(page, user=None)
        state.requested_by = finder.logins.get(plan["submitted_by"])
        state.save()
    else:
        page.save_revision()


def announce(page: BasePage, change: dict, finder: Finder) -> None:
    """Publish a change readers are told about, and date it when it is said to have happened."""
    page.refresh_from_db()
    happened = moment(-change["days_ago"], change.get("at", MORNING))
    fill(page, change["fields"], finder)
    page.save_revision().publish()
    Change.objects.filter(page=page, revision=page.get_latest_revision()).update(happened_at=happened)
    type(page).objects.filter(pk=page.pk).update(updated_at=happened)


def moment(days: int, at: time) -> datetime:
    """A time of day so many days from today, in the site's time zone."""
    return timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=days), at))
