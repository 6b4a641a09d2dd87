"""One second before nine, a stranger finds no word of what is planned for nine, whatever address is asked."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.conf import settings as project
from django.core import mail
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, Site

from articles.models import RelatedPage
from blog.models import BlogPostPage
from home.settings import MenuLink, MenuSettings
from products.models import ProductPage
from tests.core import bodies
from tests.editorial.scheduling.mornings import NINE
from tests.faults.routes import admin_address, patterns
from tests.faults.secret_pages import marks_in, scheduled_change, scheduled_page, types
from tests.publication import published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db

#: Which addresses to ask for, for each public route by name.
CASES = {
    "health_live": lambda world: ["/health/live"],
    "health_ready": lambda world: ["/health/ready"],
    "health_scheduler": lambda world: ["/health/scheduler"],
    "wagtaildocs_serve": lambda world: ["/documents/1/embargofile0.pdf"],
    "wagtaildocs_authenticate_with_password": lambda world: ["/documents/authenticate_with_password/1/"],
    "go": lambda world: [f"/go/{page.slug}/{end}" for page in world.pages for end in ("", "1/")],
    "search": lambda world: [f"/search/?q={words}" for words in ("remedy", *world.searches)],
    "feed": lambda world: ["/feed/"],
    "calendar_feed": lambda world: [f"/calendar/{key}.ics" for key in ("unknown", *(page.pk for page in world.pages))],
    "styleguide": lambda world: ["/styleguide/"],
    "sitemap": lambda world: ["/sitemap.xml"],
    "sitemap_sheet": lambda world: ["/sitemap-1.xml"],
    "robots": lambda world: ["/robots.txt"],
    "favicon": lambda world: ["/favicon.ico"],
    "media": lambda world: [
        f"/media/{folder}/embargofile{page.number}.png" for page in world.pages for folder in FOLDERS
    ],
    "page_feed": lambda world: [f"{address}feed/" for address in world.addresses if address != "/"],
    "wagtailcore_authenticate_with_password": lambda world: [
        f"/_util/authenticate_with_password/1/{page.pk}/" for page in world.pages
    ],
    "wagtailcore_login": lambda world: ["/_util/login/"],
    "wagtail_serve": lambda world: [*world.addresses, *(f"{one.rstrip('/')[:-1]}/" for one in world.addresses)],
}
FOLDERS = ("original_images", "images")


@pytest.fixture
def world(site_tree, clock, settings, tmp_path):
    """``world(planned)``: a site with so many planned pages and changes, and live pages that point to them."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = project.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }

    def build(count):
        pages = [
            *(numbered(scheduled_page(page_type, number), number) for number, page_type in types(count)),
            *(numbered(scheduled_change(page_type, number), number) for number, page_type in types_from(count)),
        ]
        hub = pointing_at(pages)
        clock(NINE - timedelta(seconds=1))
        live = [page.get_url() for page in Page.objects.live().filter(depth__gt=1)]
        planned = [f"{page.get_parent().get_url()}{page.secret_slug}/" for page in pages]
        return SimpleNamespace(
            pages=pages,
            hub=hub,
            addresses=[*live, *planned],
            searches=[f"embargo{noun}{page.number}" for page in pages for noun in ("title", "body", "name", "picture")],
            keys={"revision": pages[0].latest_revision_id, "image": 1, "page": pages[0].pk},
        )

    return build


def types_from(count):
    """So many page types again, numbered on."""
    return ((number + count, page_type) for number, page_type in types(count))


def numbered(page, number):
    """A page that knows its number and the slug it is to have."""
    page.number, page.secret_slug = number, f"embargoslug{number}"
    return page


def of_type(pages, page_type):
    """The planned pages of a type."""
    return [page for page in pages if isinstance(page, page_type)]


def pointing_at(pages):
    """A live post that points at every planned page in each way that is about a page, and a menu that does so too.

    A byline and a list of ingredients are about a person and a substance: they name what their editor chose to name.
    """
    links = "".join(f'<p>See <a linktype="page" id="{page.pk}">this</a>.</p>' for page in pages)
    cards = [bodies.product(page) for page in of_type(pages, ProductPage)]
    menu = MenuSettings.for_site(Site.objects.get())
    menu.links = [MenuLink(page=page) for page in pages]
    menu.save()
    return published(
        BlogPostPage,
        body=[bodies.seek_help(), bodies.text(links), *cards],
        related_pages=[RelatedPage(target=page) for page in pages],
        topics=of_type(pages, TopicPage),
    )


def addresses_of(world):
    """Every route with the addresses to ask for; a route without any is a KeyError that names it."""
    for name, whole, pattern in patterns():
        if whole.startswith("admin/"):
            yield name, [admin_address(name, whole, pattern, world.keys)]
        else:
            yield name, CASES[name](world)


def given_away(client, address):
    """The secret words in an answer that were not in the question."""
    response = client.get(address)
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return marks_in(f"{response.status_code} {response.headers}\n{content.decode(errors='replace')}") - marks_in(
        address
    )


def check(world, client):
    """Ask for everything, and look at what was sent and queued."""
    leaks = {
        address: found
        for _, addresses in addresses_of(world)
        for address in addresses
        if (found := given_away(client, address))
    }
    assert leaks == {}
    assert [message.subject for message in mail.outbox] == []
    assert [task.args_kwargs for task in DBTaskResult.objects.all() if marks_in(str(task.args_kwargs))] == []


class EmbargoTests:
    def test_nothing_is_given_away(self, world, client):
        check(world(8), client)

    @pytest.mark.faults
    def test_nothing_of_fifty_pages_and_fifty_changes_is_given_away(self, world, client):
        check(world(50), client)

    def test_a_route_without_an_address_to_ask_for_is_missed(self, world, monkeypatch):
        monkeypatch.delitem(CASES, "feed")
        with pytest.raises(KeyError, match="feed"):
            list(addresses_of(world(1)))

    def test_no_file_is_named_for_what_it_shows(self, world, tmp_path):
        built = world(1)
        picture = built.pages[0].get_latest_revision_as_object().image
        picture.get_rendition("width-40")
        names = [path.name for path in tmp_path.rglob("*.*")]
        assert len(names) >= 2
        assert marks_in(" ".join(names)) == set()

    def test_the_same_words_are_found_everywhere_once_it_is_nine(self, world, client, clock):
        from editorial.scheduling import runner

        built = world(8)
        clock(NINE)
        assert runner.run()["failed"] == 0
        found = {address for _, some in addresses_of(built) for address in some if given_away(client, address)}
        assert {"/feed/", "/sitemap.xml", "/search/?q=remedy", built.hub.get_url()} <= found
