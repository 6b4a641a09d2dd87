"""Feeds of articles: the newest of the site, a topic, a person or a condition, with their whole text."""

from mimetypes import guess_type

from django.apps import apps
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site, get_page_models
from wagtail.views import serve

from articles.full_text import Company, articles_of, full_text, gather_all
from articles.models import ArticlePage
from core import shelf
from core.addresses import known_as
from core.caching import limit_freshness
from core.feeds import FeedPage, FullTextFeed, printable
from core.head import description_of
from core.listing import still_offered
from core.readable import coming_change, is_readable
from core.trail import as_own_type

NEWEST = 20


@require_safe
def page_feed(request: HttpRequest, address: str) -> HttpResponse:
    """The feed of the page at this address; where that has none, whatever else is there."""
    site = Site.find_for_request(request)
    types = [model for model in get_page_models() if issubclass(model, FeedPage)]
    found = Page.objects.select_related(*(model._meta.model_name for model in types))
    page = found.filter(url_path=f"{site.root_page.url_path}{address}").first() if site else None
    if not is_readable(page) or page.specific_class not in types:
        return serve(request, f"{address}feed/")
    page = as_own_type(page)
    return feed_response(request, page, page.feed_pages(), getattr(page, "full_name", page.title))


def feed_response(request: HttpRequest, page: Page, pages: QuerySet, title: str = "") -> HttpResponse:
    """A feed of the newest of these pages that readers may see; `page` is the one it belongs to."""
    site = Site.find_for_request(request)
    settings = apps.get_model("home.SiteSettings").for_request(request)
    articles = still_offered(articles_of(pages, NEWEST))
    changes = (each.last_published_at or each.first_published_at for each in [page, *articles])
    changed_at = max(filter(None, changes), default=timezone.now())
    feed = FullTextFeed(
        title=printable(f"{title} · {settings.name}" if title else settings.name),
        link=known_as(site, page.get_url(request)),
        description=printable(f"{title}: the newest from {settings.name}" if title else told_by(settings)),
        language="en-gb",
        feed_url=known_as(site, request.path),
        changed_at=changed_at,
    )
    with shelf.open_shelf():
        company = gather_all(articles)
        for article in articles:
            feed.add_item(**item_of(article, company, request, settings.name))
    response = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    response.headers["Last-Modified"] = http_date(changed_at.timestamp())
    for article in articles:
        limit_freshness(response, article.expire_at)
        limit_freshness(response, coming_change(article))
    return response


def told_by(settings) -> str:
    """What the site says of itself, which a feed cannot leave empty."""
    return settings.tagline or f"The newest from {settings.name}"


def item_of(article: ArticlePage, company: Company, request: HttpRequest, site_name: str) -> dict:
    """An article as its feed names and shows it; what nobody signs is the site's own."""
    site = Site.find_for_request(request)
    address = known_as(site, article.get_url(request))
    authors = [] if article.has_organisation_byline else company.authors.get(article.pk)
    return {
        "title": printable(article.title),
        "link": address,
        "description": printable(article.standfirst or description_of(article, "")),
        "content": printable(full_text(article, address, request)),
        "creators": [printable(name) for name in authors or [site_name]],
        "categories": [printable(title) for title in company.topics.get(article.pk, [])],
        "pubdate": article.first_published_at,
        "updateddate": article.updated_at,
        "unique_id": address,
        "unique_id_is_permalink": True,
        "picture": picture_of(article, site),
    }


def picture_of(article: ArticlePage, site: Site) -> dict[str, str]:
    """The picture of an article in the words of a feed, as it is shared: in a format every program shows."""
    shown = article.image.at("share") if article.image else None
    if shown is None:
        return {}
    kind = guess_type(shown.url)[0] or "image/jpeg"
    size = {"width": str(shown.width), "height": str(shown.height)}
    return {"url": known_as(site, shown.url), "medium": "image", "type": kind} | size
