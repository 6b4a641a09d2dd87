"""What the home page and the standing pages hand their templates."""

from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page

from articles.models import Change, ChangeKind
from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core.listing import cards, cards_by_id, newest_first
from core.readable import is_readable, readable_in
from products.models import ProductPage
from products.retirement import still_sold
from topics.models import TopicPage

#: How many of each are shown.
POSTS, QUESTIONS, CONDITIONS, PRODUCTS, TOPICS = 5, 6, 8, 4, 12


class HomeReading:
    """Gathers the home page's sections, each a fixed number of queries."""

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        lead = self.chosen_lead() or next(iter(newest(BlogPostPage.objects.all(), 1)), None)
        leading = [lead.pk] if lead else []
        context |= {
            "lead": lead,
            "posts": newest(BlogPostPage.objects.exclude(pk__in=leading), POSTS),
            "questions": newest(QuestionPage.objects.exclude(pk__in=leading), QUESTIONS),
            "conditions": newest(ConditionPage.objects.exclude(pk__in=leading), CONDITIONS),
            "products": newest(still_sold(ProductPage.objects.all()), PRODUCTS),
            "topics": list(readable_in(TopicPage.objects.order_by("title"))[:TOPICS]),
        }
        return context

    def chosen_lead(self) -> Page | None:
        """The piece an editor put first, as its own type, when readers may see it."""
        return next(iter(cards_by_id([self.lead_id])), None) if self.lead_id else None


def newest(pages: QuerySet, limit: int) -> list[Page]:
    """The newest pages of one type, as cards."""
    return cards(newest_first(pages), limit)


class StandingReading:
    """What a standing page says about the whole site."""

    @cached_property
    def corrections(self) -> list[Change]:
        """Every correction of a page readers may see, newest first."""
        changes = Change.objects.filter(kind=ChangeKind.CORRECTION).select_related("page")
        return [change for change in changes if is_readable(change.page)]
