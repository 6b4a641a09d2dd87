"""What a person wrote, reviewed or helped with."""

from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page

from core.feeds import FeedPage
from core.listing import newest_first, typed, with_pictures

SHOWN = 50


class Credits(FeedPage):
    """The pages that carry a person's name."""

    def credited_pages(self) -> QuerySet:
        """Every page with a part by this person, newest first."""
        return newest_first(Page.objects.filter(pk__in=self.contributed_to.values("page")))

    def feed_pages(self) -> QuerySet:
        """What the person's feed brings."""
        return self.credited_pages()

    def get_context(self, request, *args, **kwargs):
        with_pictures([self, *self.pages_by_person])
        return super().get_context(request, *args, **kwargs)

    @cached_property
    def pages_by_person(self) -> list:
        """The newest of them that readers may see."""
        return list(typed(self.credited_pages())[:SHOWN]) if self.pk else []
