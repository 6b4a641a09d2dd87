"""The way to a page: found in one query, kept for the breadcrumbs, and open to readers or not."""

from django.http import Http404
from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction

from core.readable import restricted_paths


class TrailPage:
    """A page that knows the pages above it and asks about restrictions only where there are any."""

    @cached_property
    def trail(self) -> list[Page]:
        """The pages above this one, from the top; the route has already met them."""
        return list(self.get_ancestors())

    def get_view_restrictions(self):
        if not restricted_paths():
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()


def types_below(model: type[Page]) -> set[type[Page]]:
    """The page types that may stand below pages of one type, at any depth."""
    found: set[type[Page]] = set()
    waiting = [model]
    while waiting:
        new = set(waiting.pop().clean_subpage_models()) - found
        found |= new
        waiting.extend(new)
    return found


def as_own_type(page: Page) -> Page:
    """The page as its own type, without a query where that type was loaded along with it."""
    return getattr(page, page.specific_class._meta.model_name)


class DirectRoute:
    """Finds a page by its whole address: one query for the way there, where Wagtail makes two for every level."""

    def route(self, request, path_components):
        if not path_components:
            return super().route(request, path_components)
        trail, rest = self.follow(path_components)
        if len(trail) == 1:
            raise Http404
        page = as_own_type(trail.pop())
        page.trail = trail
        return page.route(request, rest)

    def follow(self, path_components: list[str]) -> tuple[list[Page], list[str]]:
        """The pages along an address as far as there are any, this one first, and what is left of the address."""
        deepest = self.depth + len(path_components)
        met = self.get_descendants().filter(slug__in=path_components, depth__lte=deepest)
        met = met.select_related(*(model._meta.model_name for model in types_below(type(self))))
        by_address = {page.url_path: page for page in met}
        trail, rest = [self], list(path_components)
        while rest and (step := by_address.get(f"{trail[-1].url_path}{rest[0]}/")):
            trail.append(step)
            rest.pop(0)
        return trail, rest
