"""Addresses outside the page tree; everything else is Wagtail's."""

from django.conf import settings
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from articles.feeds import page_feed
from blog.feeds import latest_posts
from core import health
from core.favicon import favicon
from core.media import serve_media
from core.robots import robots
from core.sitemap import sitemap
from editorial.scheduling.away.feed import calendar_feed
from editorial.scheduling.health import scheduler
from editorial.styleguide.views import styleguide
from search.views import search

handler404 = "search.not_found.not_found"
handler500 = "core.server_error.server_error"

urlpatterns = [
    path("health/live", health.live, name="health_live"),
    path("health/scheduler", scheduler, name="health_scheduler"),
    path("health/ready", health.ready, name="health_ready"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("go/", include("products.outgoing")),
    path("search/", search, name="search"),
    path("feed/", latest_posts, name="feed"),
    path("calendar/<slug:key>.ics", calendar_feed, name="calendar_feed"),
    path("styleguide/", styleguide, name="styleguide"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap, name="sitemap_sheet"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
]

if settings.SERVE_MEDIA and settings.MEDIA_URL.startswith("/"):
    urlpatterns.append(path(f"{settings.MEDIA_URL.strip('/')}/<path:name>", serve_media, name="media"))

urlpatterns += [
    re_path(r"^(?P<address>(?:[\w-]+/)+)feed/$", page_feed, name="page_feed"),
    path("", include(wagtail_urls)),
]
