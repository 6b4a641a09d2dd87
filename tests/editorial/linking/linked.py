"""Pages that link to and name each other, and what the links panel sends."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogPostPage
from tests.core import bodies
from tests.edit_form import edit_url, opened, parsed
from tests.publication import draft, publish


def link_to(page: Page, words: str = "there") -> str:
    """A link as it is stored."""
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def words_with_links(*pages: Page) -> tuple[str, str]:
    """A text that links to some pages, a sentence each."""
    return bodies.text("".join(f"<p>First this. Read on {link_to(page)} at night. Then that.</p>" for page in pages))


def draft_linking(*pages: Page, page_type: type[Page] = BlogPostPage, **values) -> Page:
    """A draft whose text links to some pages."""
    return draft(page_type, body=[bodies.seek_help(), words_with_links(*pages)], **values)


def live_linking(*pages: Page, page_type: type[Page] = BlogPostPage, **values) -> Page:
    """A live page whose text links to some pages."""
    return publish(draft_linking(*pages, page_type=page_type, **values))


def post_saying(*sentences: str, **values) -> Page:
    """A draft of a post in these words, a paragraph each."""
    return draft(BlogPostPage, body=[bodies.text("".join(f"<p>{one}</p>" for one in sentences))], **values)


def live_post_saying(*sentences: str, **values) -> Page:
    """A live post in these words."""
    return publish(post_saying(*sentences, **values))


def change(page: Page, **values) -> Page:
    """Save a newer draft of a page with these values; the page, read again."""
    newer = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(newer, name, value)
    newer.save_revision()
    return type(newer).objects.get(pk=page.pk)


def newest(page: Page) -> Page:
    """The newest version of a page."""
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def texts(page: Page) -> str:
    """Everything the texts of a page in memory hold, as it is stored."""
    return "".join(child["value"] for child in page.body.raw_data if child["type"] == "text")


def panel(client: Client, page: Page) -> HttpResponse:
    """The links panel of a page."""
    return client.get(reverse("links", args=[page.pk]))


def offers(response: HttpResponse) -> list[dict[str, str]]:
    """What the “Link” buttons of a panel send."""
    holders = [button.parent for button in parsed(response).select("[data-links-add]")]
    return [
        {name: holder[f"data-{name}"] for name in ("place", "start", "end", "target", "state")} for holder in holders
    ]


def offered(response: HttpResponse) -> list[str]:
    """The words a panel offers to link."""
    return [button.find_parent("li").mark.text for button in parsed(response).select("[data-links-add]")]


def asked(response: HttpResponse) -> list[dict[str, str]]:
    """What the buttons send that a panel shows with everyday words."""
    holders = [button.parent for button in parsed(response).select("[data-words]  button")]
    return [{name: holder[f"data-{name}"] for name in ("target", "words")} for holder in holders]


def press(client: Client, page: Page, button: dict[str, str], **changes) -> HttpResponse:
    """Open a page in somebody's browser and press a button; what is said afterwards."""
    url = edit_url(page)
    return client.post(url, opened(client, url) | button | changes, follow=True)


def approve(client: Client, page: Page) -> HttpResponse:
    """Approve a page from its form."""
    return press(client, page, {"action-workflow-action": "true", "workflow-action-name": "approve"})


def send(client: Client, name: str, page: Page, values: dict) -> HttpResponse:
    """Press a button of the panel."""
    return client.post(reverse(name, args=[page.pk]), values)


def version(page) -> int:
    """The key of the newest version of a page."""
    return Page.objects.get(pk=page.pk).latest_revision_id


def replace_screen(page) -> str:
    """Where a page is replaced everywhere."""
    return reverse("links_replace", args=[page.pk])


def mentions_screen(page) -> str:
    """Where older pages that name a page are linked."""
    return reverse("links_mentions", args=[page.pk])


def sweep_screen(sweep) -> str:
    """Where a sweep tells what it did."""
    return reverse("links_sweep", args=[sweep.pk])


def versions() -> dict[int, int]:
    """The newest version of every page."""
    return dict(Page.objects.values_list("pk", "latest_revision_id"))
