"""A site with plans that are nobody's business before nine, and the people who may come across them.

Some of them own or wrote what they may not see any more: a mail that asked only whose page it is would give it away.
"""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

from django.core import mail
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, Site

from articles.models import RelatedPage
from blog.models import BlogPostPage
from core.listing import ListingPage
from editorial.scheduling import runner
from editorial.scheduling.away.models import MailKind, Pace
from editorial.scheduling.away.paces import choose
from editorial.scheduling.keeping import Heart
from home.settings import MenuLink, MenuSettings
from images.models import SiteImage
from products.models import ProductPage
from tests.core import bodies
from tests.editorial.scheduling.mornings import NINE, break_revision, planned
from tests.faults.secret_pages import MARK, expiring_page, marks_in, scheduled_change, scheduled_page, types
from tests.publication import published
from tests.users.factories import UserFactory
from topics.models import TopicPage
from users.models import User

DAY, HALF_AN_HOUR, SECOND = timedelta(days=1), timedelta(minutes=30), timedelta(seconds=1)
#: When a worker looks: once the day before, once after the mails of the morning are due, and now.
WORK = (NINE - DAY + HALF_AN_HOUR, NINE - 3 * HALF_AN_HOUR, NINE - SECOND)
#: So many more pages were due before nine and failed: one of somebody who left, one of somebody who may know it.
FAILED = 2


def secret_site(count: int, clock) -> SimpleNamespace:
    """So many new pages and so many changes planned for nine, some more that failed, and pages that lead to all.

    It stands as workers leave it one second before nine; what is queued is done.
    """
    clock(NINE - DAY - 2 * HALF_AN_HOUR)
    everybody = people()
    pages = list(planned_by(everybody, count))
    hub = pointing_at(pages)
    lead_there(pages, everybody)
    for moment in WORK:
        clock(moment)
        a_worker_looks()
    return SimpleNamespace(pages=pages, hub=hub, **what_to_ask_for(pages))


def expiring_site(count: int, clock) -> SimpleNamespace:
    """So many pages whose time is over in a second, and pages that lead to all."""
    clock(NINE - SECOND)
    pages = [numbered(expiring_page(page_type, number), number) for number, page_type in types(count)]
    hub = pointing_at(pages)
    do_what_is_queued()
    return SimpleNamespace(pages=pages, hub=hub, **what_to_ask_for(pages))


def people() -> list[User]:
    """Who left the team, who may see everything, who writes what they own, and who looks after products."""
    roles = {"fred": None, "edith": "Editor", "wanda": "Writer", "carl": "Commerce"}
    return [UserFactory(username=name, role=role) for name, role in roles.items()]


def planned_by(everybody: list[User], count: int) -> Iterator[Page]:
    """The planned pages, owned and written by each of the people in turn, each numbered."""
    makers = [scheduled_page] * count + [scheduled_change] * count + [failing_page] * FAILED
    for number, make in enumerate(makers):
        page_type = dict(types(count + FAILED))[number % count if make is not failing_page else number - 2 * count]
        owner, author = everybody[number % 4], everybody[number // 2 % 4]
        yield numbered(make(page_type, number, owner=owner, author=author), number)


def numbered(page: Page, number: int) -> Page:
    """A page that knows its number and the slug it is to have."""
    page.number, page.secret_slug = number, f"embargoslug{number}"
    return page


def failing_page(page_type: type[Page], number: int, **people: User) -> Page:
    """A new page whose moment comes before nine and that cannot go live; what it failed with is secret."""
    page = scheduled_page(page_type, number, moment=NINE - HALF_AN_HOUR, **people)
    return break_revision(page, seo_title=f"Embargoseo{number} " * 30)


def pointing_at(pages: list[Page]) -> Page:
    """A live post that points at every planned page in each way that is about a page, and a menu that does so too.

    A byline and a list of ingredients are about a person and a substance: they name what their editor chose to name.
    """
    menu = MenuSettings.for_site(Site.objects.get())
    menu.links = [MenuLink(page=page) for page in pages]
    menu.save()
    return published(
        BlogPostPage,
        # Found by the same word as they are, so that a count of what is found has something to count.
        title="A remedy for dry skin",
        body=[bodies.seek_help(), links_to(pages), *(bodies.product(page) for page in of_type(pages, ProductPage))],
        related_pages=[RelatedPage(target=page) for page in pages],
        topics=of_type(pages, TopicPage),
    )


def lead_there(pages: list[Page], everybody: list[User]) -> None:
    """Plan a post of each person that leads too early to what is another's: its author hears of that.

    Every other person hears once a day.
    """
    for number, owner in enumerate(everybody):
        planned(NINE - HALF_AN_HOUR, owner=owner, body=[bodies.seek_help(), links_to(pages[number + 1 :: 4][:2])])
        choose(owner, MailKind.CONCERN, (Pace.AT_ONCE, Pace.DAILY)[number % 2])


def links_to(pages: list[Page]) -> tuple[str, str]:
    """Prose with a link to each of some pages."""
    return bodies.text("".join(f'<p>See <a linktype="page" id="{page.pk}">this</a>.</p>' for page in pages))


def of_type(pages: list[Page], page_type: type[Page]) -> list[Page]:
    """The pages of a type."""
    return [page for page in pages if isinstance(page, page_type)]


def what_to_ask_for(pages: list[Page]) -> dict[str, list]:
    """The addresses, words and keys that somebody curious might try."""
    live = list(Page.objects.live().filter(depth__gt=1).specific(defer=True))
    return {
        "addresses": [page.get_url() for page in live] + [planned_address(page) for page in pages],
        "lists": [page.get_url() for page in of_type(live, ListingPage)],
        "topics": [page.slug for page in of_type(live, TopicPage)]
        + [page.secret_slug for page in of_type(pages, TopicPage)],
        "products": ["none", *(slug for page in of_type(pages, ProductPage) for slug in (page.slug, page.secret_slug))],
        "searches": [f"embargo{noun}{page.number}" for page in pages for noun in ("title", "body", "name", "picture")],
        "keys": [page.pk for page in pages],
        "revision": pages[0].latest_revision_id,
        "image": SiteImage.objects.first().pk,
    }


def planned_address(page: Page) -> str:
    """Where a page is going to be."""
    return f"{page.get_parent().get_url()}{page.secret_slug}/"


def a_worker_looks() -> None:
    """Whatever a worker does in one round: what is due, what time asks for, and the queue until it is empty."""
    runner.run()
    Heart("one").beat_when_due()
    do_what_is_queued()


def do_what_is_queued() -> None:
    """Do every background task within the transaction of the test, which the queue's own worker would not.

    What was ordered several times by then is done once.
    """
    while waiting := list(DBTaskResult.objects.ready()):
        for one in {(one.task_path, str(one.args_kwargs)): one for one in waiting}.values():
            one.task.call(*one.task_result.args, **one.task_result.kwargs)
        done = DBTaskResult.objects.filter(pk__in=[one.pk for one in waiting])
        done.update(status=TaskResultStatus.SUCCESSFUL)


def told_too_much(pages: list[Page]) -> list[tuple[str, str]]:
    """Each secret word in a mail to somebody who may not see its page."""
    by_number = {page.number: page for page in pages}
    found = []
    for message in mail.outbox:
        marks = marks_in(f"{message.subject}\n{message.body}")
        for user in User.objects.filter(email__in=message.recipients()):
            found += [(user.username, mark) for mark in sorted(marks) if not may_see(user, by_number[number_in(mark)])]
    return found


def number_in(mark: str) -> int:
    """Whose secret a word is."""
    return int(MARK.fullmatch(mark)[1])


def may_see(user: User, page: Page) -> bool:
    """Whether a page is somebody's business."""
    return Page.objects.get(pk=page.pk).permissions_for_user(user).can_edit()
