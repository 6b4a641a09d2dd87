"""What the address of a page answers once the page is offline: it leads on, or says that there was something."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.readable import is_readable, restricted_paths


class TakenDownError(Http404):
    """Readers could see this page once and cannot any more: 410 where a missing page is a 404."""


class OfflinePage:
    """A page whose address is a promise: live once, it goes on answering."""

    def route(self, request, path_components):
        if not path_components and was_public(self):
            return RouteResult(self)
        return super().route(request, path_components)

    def serve(self, request, *args, **kwargs):
        return super().serve(request, *args, **kwargs) if self.live else lead_on(self, request)


def was_public(page: Page) -> bool:
    """Whether readers could see the page before it was taken offline."""
    return not page.live and page.last_published_at is not None and not page.path.startswith(restricted_paths())


def lead_on(page: Page, request: HttpRequest) -> HttpResponsePermanentRedirect:
    """The way to the page its editor chose instead; without one that readers may see, TakenDownError."""
    if is_readable(page.forward_to):
        return HttpResponsePermanentRedirect(page.forward_to.specific.get_url(request))
    raise TakenDownError


#: Whether there was a page once at an address that none has now; whoever remembers such addresses says so.
_memories: list[Callable[[str], bool]] = []


def register_memory(remembers: Callable[[str], bool]) -> None:
    """Say how the addresses of deleted pages are found."""
    _memories.append(remembers)


def was_address(path: str) -> bool:
    """Whether readers could open a page at this address that has been deleted since."""
    return any(remembers(path) for remembers in _memories)
