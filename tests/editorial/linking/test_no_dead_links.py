"""Whatever happens to a page that others lead to, no reader is led there."""

import re
from types import SimpleNamespace
from urllib.parse import urldefrag, urlsplit

import pytest
from django.core import mail
from django.test import Client
from wagtail.models import Page, Site

from articles.models import RelatedPage
from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.listing import ListingPage
from editorial.scheduling.away.week_mail import send_week
from home.models import HomePage, StandardPage
from home.settings import MenuLink, MenuSettings
from people.models import PersonPage
from products.models import ProductPage
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.editorial.linking.linked import link_to, words_with_links
from tests.editorial.linking.sayings import SAYINGS
from tests.editorial.scheduling.looks import DAY_BEFORE, linking, round_at
from tests.editorial.scheduling.mornings import EIGHT, NINE
from tests.faults.routes import public_addresses
from tests.faults.secret_pages import TYPES, marks_in
from tests.faults.secret_site import of_type
from tests.faults.test_embargo import answers, given_away
from tests.markup import links
from tests.publication import draft, publish, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def offline(page):
    """Taken offline by somebody."""
    page.unpublish()


def expired(page):
    """Taken offline by its date."""
    page.unpublish(set_expired=True)


def scheduled(page):
    """Goes live at nine, and nobody has seen it yet."""
    page.go_live_at = NINE
    page.save_revision().publish()


def deleted(page):
    """Not there any more; a profile that stands below a text cannot be deleted, and is taken offline."""
    if isinstance(page, PersonPage) and page.contributed_to.exists():
        page.unpublish()
    else:
        Page.objects.get(pk=page.pk).delete()


#: What readers saw before, and what happens to it then.
LATER = {"private": keep_private, "offline": offline, "expired": expired, "deleted": deleted}
#: What readers never saw.
NEVER = {"draft": lambda page: None, "scheduled": scheduled}
STATES = [*NEVER, *LATER]


class Targets:
    """Makes pages that others lead to, each at an address that gives it away wherever it stands."""

    def __init__(self, states: list[str]) -> None:
        self.states, self.pages = states, []

    def one(self, page_type):
        """A page of a type, which is to be in the next of the states."""
        number = len(self.pages)
        state = self.states[number % len(self.states)]
        page = (draft if state in NEVER else published)(page_type, slug=f"embargoslug{number}")
        page.number, page.state = number, state
        self.pages.append(page)
        return page


def leading_to(targets: Targets) -> list[Page]:
    """A live page of each type, which leads to others from its text and in every way its type has."""
    linked = [targets.one(page_type) for page_type in TYPES]
    return [source(page_type, targets, linked) for page_type in TYPES]


def source(page_type, targets: Targets, linked: list[Page]) -> Page:
    """A live page of a type."""
    if page_type is PersonPage:
        return published(PersonPage, biography=text(linked))
    if page_type is TopicPage:
        return published(TopicPage, introduction=text(linked))
    values = {"body": []}
    if page_type is not BlogPostPage:
        values["related_pages"] = [RelatedPage(target=targets.one(BlogPostPage))]
    for saying in SAYINGS.values():
        if saying.source is page_type:
            said = saying.values(targets.one(saying.target))
            values = values | said | {"body": [*values["body"], *said.get("body", [])[1:]]}
    if page_type is ProductPage:
        values["retired_on"] = EIGHT.date()
    head = [] if page_type in {ProductPage, StandardPage} else [bodies.seek_help()]
    values["body"] = [*head, words_with_links(*linked), *values["body"]]
    if "topics" not in values:
        values["topics"] = [targets.one(TopicPage)]
    return published(page_type, **values)


def text(linked: list[Page]) -> str:
    """Links to some pages."""
    return "".join(f"<p>{link_to(page)}</p>" for page in linked)


def front(targets: Targets) -> None:
    """The home page and the menu lead to some of them, too."""
    home = HomePage.objects.get()
    home.lead = targets.one(BlogPostPage)
    publish(home)
    menu = MenuSettings.for_site(Site.objects.get())
    menu.links = [MenuLink(page=targets.one(ConditionPage)), MenuLink(page=targets.one(StandardPage))]
    menu.save()


@pytest.fixture
def world(site_tree, clock):
    """``world(*states)``: a site whose pages lead to others that are in one of those states each."""

    def build(*states):
        targets = Targets(states)
        sources = leading_to(targets)
        front(targets)
        addresses = [page.get_url() for page in targets.pages]
        for page in targets.pages:
            (LATER | NEVER).get(page.state, lambda page: None)(page)
        seen = Page.objects.live().filter(depth__gt=1).specific(defer=True)
        live = [page for page in seen if not marks_in(page.get_url())]
        return SimpleNamespace(
            pages=targets.pages,
            sources=sources,
            addresses=[*(page.get_url() for page in live), *addresses],
            lists=[page.get_url() for page in of_type(live, ListingPage)],
            topics=[page.slug for page in of_type(targets.pages, TopicPage)],
            products=[page.slug for page in of_type(targets.pages, ProductPage)],
            keys=[page.pk for page in targets.pages],
            searches=["there", *(page.title for page in sources)],
        )

    return build


def dead_ends_of(client, html: str, known: dict[str, int]) -> dict[str, int]:
    """The links within the site that answer with an error."""
    found = {}
    for link in links(html):
        address, _ = urldefrag(link.replace("&amp;", "&").removeprefix("http://localhost"))
        if address.startswith("/") and not address.startswith(("/go/", "/static/", "/media/")):
            known[address] = known.get(address) or client.get(address).status_code
            if known[address] >= 400:
                found[address] = known[address]
    return found


def check(built, client):
    """Ask for everything, and follow every link of what the site shows."""
    assert given_away(answers(client, public_addresses(built))) == {}
    known: dict[str, int] = {}
    dead = {}
    for address in built.addresses:
        response = client.get(address)
        if response.status_code == 200 and "text/html" in response["Content-Type"]:
            dead |= dead_ends_of(client, response.content.decode(), known)
    assert dead == {}
    assert len(known) > len(built.sources)


def shown_at(client, *addresses) -> set[str]:
    """The addresses that are given away by what stands at some others."""
    return set().union(*(marks_in(client.get(address).content.decode()) for address in addresses))


class NoDeadLinksTests:
    def test_no_reader_is_led_to_what_nobody_sees(self, world, client):
        check(world(*STATES), client)

    @pytest.mark.faults
    @pytest.mark.parametrize("state", STATES)
    def test_nor_when_every_page_is_in_the_same_state(self, state, world, client):
        check(world(state), client)

    def test_as_long_as_they_are_seen_every_one_is_led_to(self, world, client):
        built = world("live")
        every = {f"embargoslug{page.number}" for page in built.pages}
        linked = {f"embargoslug{number}" for number, _ in enumerate(TYPES)}
        sources = [page.get_url() for page in built.sources]
        assert shown_at(client, "/", *sources) == every
        for address in [*sources, "/feed/"]:
            assert shown_at(client, address) >= linked
        assert shown_at(client, "/sitemap.xml") == every

    def test_what_is_led_on_is_led_to_where_it_leads_alone(self, site_tree, client):
        other = published(BlogPostPage, slug="newer")
        page = published(BlogPostPage, slug="embargoslug1", forward_to=other)
        hub = published(BlogPostPage, body=[words_with_links(page)])
        page.unpublish()
        html = client.get(hub.get_url()).content.decode()
        assert marks_in(html) == set()
        assert client.get("/blog/embargoslug1/")["Location"] == "/blog/newer/"

    def test_no_mail_gives_them_away_and_whoever_gets_one_can_open_every_link_in_it(self, world, clock, writer, editor):
        kept = Page.objects.filter(pk__in=[page.pk for page in world(*STATES).pages])
        linking(*kept, owner=writer)
        assert len(round_at(clock, DAY_BEFORE)) == len(kept) > len(STATES)
        for user in (writer, editor):
            send_week.call(user.pk, DAY_BEFORE.date().isoformat())
        assert {address for message in mail.outbox for address in message.to} == {writer.email, editor.email}
        assert marks_in("".join(message.subject + message.body for message in mail.outbox)) == set()
        for user in (writer, editor):
            own = "".join(message.body for message in mail.outbox if user.email in message.to)
            client = Client()
            client.force_login(user)
            addresses = {urlsplit(address).path for address in re.findall(r"https?://\S+", own)}
            assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)

    def test_every_way_of_leading_somewhere_is_tried(self):
        assert {saying.source for saying in SAYINGS.values()} <= set(TYPES)
        assert {page_type.__name__ for page_type in TYPES} >= {"StandardPage", "TopicPage", "PersonPage"}
