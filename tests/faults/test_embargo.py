"""One second before nine, a stranger finds no word of what is planned for nine, whatever address is asked.

From nine on the same is true of what was live until then.
"""

import re
from collections.abc import Iterable

import pytest
from django.conf import settings as project
from django.core import mail
from django.core.cache import caches
from django.http import HttpResponse
from django.urls import URLResolver, path, resolve
from django.urls.resolvers import RegexPattern
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from blog.feeds import latest_posts
from editorial.scheduling import runner
from tests.editorial.scheduling.mornings import NINE
from tests.faults.routes import addresses_of, public_addresses
from tests.faults.secret_pages import marks_in
from tests.faults.secret_site import do_what_is_queued, expiring_site, planned_address, secret_site, told_too_much

pytestmark = pytest.mark.django_db

#: What differs between any two answers, or says when a page changes next, which is when a cache asks again.
CHANCE = re.compile(
    r"csrfmiddlewaretoken\S* value=\S+|nonce[=-]\S+|max-?age=\d+|'(Set-Cookie|ETag|Expires|Date)': '[^']*'"
)

#: It says when something is due next and how much has failed, as a monitor has to know, and nothing of what it is.
MONITOR = "/health/scheduler"
#: What those are told who may know it: mails that nobody gets would give nothing away.
HEARD = [
    ("edith", "“Embargotitle17 remedy” did not go live"),
    ("edith", "Embargotitle0 remedy (Scheduled)"),
    ("edith", "It links to “Embargotitle2 remedy”, which goes live only on"),
    ("wanda", "It links to another page, which goes live only on"),
    ("carl", "Embargotitle11 remedy (Live + changes)"),
]


@pytest.fixture
def world(site_tree, clock, queue, settings, tmp_path):
    """``world(planned)``: a site with so many pages and changes planned, or expiring, and others that lead there."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = project.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    }
    return lambda count, site=secret_site: site(count, clock)


def text_of(response: HttpResponse) -> str:
    """Everything an answer says."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.status_code} {response.headers}\n{content.decode(errors='replace')}"


def answers(client, addresses: Iterable[str]) -> dict[str, str]:
    """What a stranger is told at each of some addresses."""
    return {address: text_of(client.get(address)) for address in addresses}


def given_away(told: dict[str, str]) -> dict[str, set[str]]:
    """The secret words in each answer that were not in the question."""
    return {address: found for address, text in told.items() if (found := marks_in(text) - marks_in(address))}


def counted(told: dict[str, str]) -> dict[str, str]:
    """The same without what chance or the clock put into it: what remains is there for a reason."""
    return {address: CHANCE.sub("", text) for address, text in told.items()}


def has_heard(who: str, words: str) -> bool:
    """Whether somebody was sent some words."""
    return any(words in f"{one.subject}\n{one.body}" for one in mail.outbox if f"{who}@example.org" in one.to)


def never_planned(pages: Iterable[Page]) -> None:
    """Make as if nobody had ever planned anything."""
    for page in pages:
        if page.live:
            page.revisions.filter(approved_go_live_at__isnull=False).delete()
            type(page).objects.filter(pk=page.pk).update(go_live_at=None)
        else:
            page.delete()
    do_what_is_queued()
    for cache in caches.all():
        cache.clear()


def check(world, client):
    """Ask for everything, look at what was sent and queued, and ask again what would be said without any plans."""
    every = answers(client, [one for _, addresses in addresses_of(world) for one in addresses])
    assert given_away(every) == {}
    assert [task.args_kwargs for task in DBTaskResult.objects.all() if marks_in(str(task.args_kwargs))] == []
    assert told_too_much(world.pages) == []
    public = [one for one in public_addresses(world) if one in world.addresses or not marks_in(one)]
    public.remove(MONITOR)
    never_planned(world.pages)
    assert counted(answers(client, public)) == counted({address: every[address] for address in public})


class EmbargoTests:
    def test_nothing_is_given_away_and_nothing_can_be_counted(self, world, client):
        check(world(8), client)
        assert [(who, words) for who, words in HEARD if not has_heard(who, words)] == []

    @pytest.mark.faults
    def test_nothing_of_fifty_pages_and_fifty_changes_is_given_away(self, world, client):
        check(world(50), client)

    def test_a_second_route_of_one_name_is_missed_like_any_other(self):
        again = URLResolver(RegexPattern(""), [path("feed/again/", latest_posts, name="feed")])
        with pytest.raises(KeyError, match="feed/again/"):
            list(addresses_of(None, again))

    def test_every_route_is_asked_itself(self, world):
        for whole, addresses in addresses_of(world(1)):
            assert whole in [resolve(address.partition("?")[0]).route for address in addresses]

    def test_no_file_is_named_for_what_it_shows(self, world, tmp_path):
        built = world(1)
        picture = built.pages[0].get_latest_revision_as_object().image
        picture.get_rendition("width-40")
        names = [path.name for path in tmp_path.rglob("*.*")]
        assert len(names) >= 2
        assert marks_in(" ".join(names)) == set()

    def test_the_same_words_are_found_everywhere_once_it_is_nine(self, world, client, clock):
        built = world(2)
        clock(NINE)
        assert runner.run() == {"done": 4}
        do_what_is_queued()
        found = given_away(answers(client, public_addresses(built)))
        assert {"/feed/", "/sitemap.xml", "/search/?q=remedy", built.hub.get_url()} <= found.keys()


class ExpiryTests:
    def test_a_page_whose_time_is_over_leaves_every_surface(self, world, client, clock):
        built = world(8, expiring_site)
        surfaces = ["/feed/", "/sitemap.xml", "/search/?q=remedy", "/topics/", "/people/", "/conditions/"]
        surfaces += [built.hub.get_url(), *(page.get_url() for page in built.pages)]
        assert [one for one in surfaces if one not in given_away(answers(client, surfaces))] == []
        clock(NINE)
        assert runner.run() == {"done": 8}
        do_what_is_queued()
        told = answers(client, public_addresses(built))
        assert given_away(told) == {}
        assert {told[planned_address(page)].split()[0] for page in built.pages} == {"410"}
