"""The fixed pages: home, the index of each section, and the standing pages."""

from typing import TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Locale, Page, Site

from blog.models import BlogIndexPage
from conditions.models import ConditionIndexPage, QuestionIndexPage
from core.models import BasePage
from home.ensure_site.standing_pages import STANDING_PAGES, StandingPage
from home.models import HomePage, SiteSettings, StandardPage
from ingredients.models import IngredientIndexPage
from people.models import PersonIndexPage
from products.models import ProductIndexPage
from topics.models import TopicIndexPage

PageT = TypeVar("PageT", bound=BasePage)

#: Section by section: page type, title to begin with, sentence above the list.
INDEXES: list[tuple[type[BasePage], str, str]] = [
    (BlogIndexPage, "Blog", "New posts on looking after skin."),
    (ConditionIndexPage, "Conditions", "What it is, how to tell, and when to see somebody."),
    (QuestionIndexPage, "Questions", "Short answers to what people ask about their skin."),
    (ProductIndexPage, "Products", "What we show, and what we gain from it."),
    (IngredientIndexPage, "Ingredients", "What each one does, how strong it should be, and with what care."),
    (PersonIndexPage, "People", "Who writes and reviews what you read here."),
    (TopicIndexPage, "Topics", "Everything by subject."),
]


def ensure_tree() -> HomePage:
    """The home page, with every fixed page below it and the default site in front of it."""
    Locale.all_objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    # The root is made by a migration, and gone after a flush.
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    home = HomePage.objects.first()
    if home is None:
        remove_welcome_page(root)
        home = put_live(HomePage(title="Home", slug="home"), root)
    site = ensure_default_site(home)
    SiteSettings.for_site(site)
    for model, title, introduction in INDEXES:
        if not model.objects.exists():
            (slug,) = model.fixed_slugs
            put_live(model(title=title, slug=slug, introduction=introduction), home)
    for standing in STANDING_PAGES:
        ensure_standing_page(home, standing)
    return home


def fixed_pages(home: HomePage) -> dict[str, Page]:
    """The fixed pages by their slugs; other pages elsewhere may have the same slugs."""
    pages: dict[str, Page] = {}
    for model in [*(model for model, _, _ in INDEXES), StandardPage]:
        for page in model.objects.descendant_of(home).filter(slug__in=model.fixed_slugs).order_by("depth", "path"):
            pages.setdefault(page.slug, page)
    return pages


def remove_welcome_page(root: Page) -> None:
    """Remove the page Wagtail's own migrations put there."""
    for page in root.get_children().filter(numchild=0):
        if page.specific_class is Page:
            # Deletes the default site in front of it too, which is made anew.
            page.delete()
    root.refresh_from_db()


def ensure_default_site(home: HomePage) -> Site:
    """The default site, at the address the environment names (SITE_URL)."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    wanted = {
        "hostname": address.hostname,
        "port": address.port or (443 if address.scheme == "https" else 80),
        "root_page_id": home.pk,
    }
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if {name: getattr(site, name) for name in wanted} != wanted:
        for name, value in wanted.items():
            setattr(site, name, value)
        site.save()
    return site


def ensure_standing_page(home: HomePage, standing: StandingPage) -> None:
    """Make a standing page unless it stands somewhere, live or as a draft to be completed."""
    if StandardPage.objects.descendant_of(home).filter(slug=standing.slug).exists():
        return
    parent = StandardPage.objects.descendant_of(home).get(slug=standing.parent) if standing.parent else home
    page = StandardPage(
        title=standing.title,
        slug=standing.slug,
        standfirst=standing.standfirst,
        has_organisation_byline=True,
        is_corrections=standing.is_corrections,
        body=[("text", standing.text)],
    )
    if standing.is_complete:
        put_live(page, parent)
    else:
        put_draft(page, parent)


def put_draft(page: PageT, parent: Page) -> PageT:
    """Add a page below another without showing it to readers."""
    page.live = False
    page.has_unpublished_changes = True
    parent.add_child(instance=page)
    page.save_revision()
    return page


def put_live(page: PageT, parent: Page) -> PageT:
    """Add a page below another and publish it as a revision, the only way that survives a later schedule."""
    put_draft(page, parent).latest_revision.publish()
    page.refresh_from_db()
    return page
