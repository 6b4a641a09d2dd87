"""The site's feed: its newest posts."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from articles.feeds import feed_response
from blog.models import BlogPostPage
from core.listing import newest_first


@require_safe
def latest_posts(request: HttpRequest) -> HttpResponse:
    """The newest posts, as a feed."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return feed_response(request, site.root_page, newest_first(BlogPostPage.objects.all()))
