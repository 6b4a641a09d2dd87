"""What to read next where an editor chose little: pages about the same conditions, then pages on the same topics."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Case, Q, QuerySet, Value, When
from wagtail.models import Page, get_page_models

from core.listing import newest_first
from core.readable import readable_in

#: A shared condition outweighs a shared topic; pages that share both come first.
CONDITION, TOPIC = 2, 1


def nearest(article: Page, limit: int, without: Iterable[Page] = ()) -> list[Page]:
    """At most so many readable pages closest to an article, newest first where equally close, in one query."""
    if limit <= 0 or not article.pk:
        return []
    on_condition = any_of(about(model, conditions_of(article)) for model in offered_types())
    on_topic = any_of(tagged(model, [topic.pk for topic in article.topic_list]) for model in offered_types())
    pages = readable_in(Page.objects.filter(on_condition | on_topic, alias_of=None))
    pages = pages.exclude(pk__in=[article.pk, *(page.pk for page in without)])
    closest = newest_first(pages.annotate(closeness=points(on_condition, CONDITION) + points(on_topic, TOPIC)))
    return list(closest.order_by("-closeness", *closest.query.order_by)[:limit])


def offered_types() -> list[type[Page]]:
    """The types of article readers are led on to without an editor's word."""
    return [model for model in get_page_models() if getattr(model, "is_offered_unasked", False)]


def conditions_of(article: Page) -> QuerySet:
    """The keys of the conditions an article is about, as a subquery."""
    articles = type(article)._base_manager
    path = article.conditions_path
    return articles.filter(pk=article.pk).values(path) if path else articles.none().values("pk")


def about(model: type[Page], conditions: QuerySet) -> Q:
    """Pages of a type that are about one of the conditions."""
    pages = model._base_manager.filter(**{f"{model.conditions_path}__in": conditions})
    return Q(pk__in=pages.values("pk"))


def tagged(model: type[Page], topics: list[int]) -> Q:
    """Pages of a type that carry one of the topics."""
    return Q(pk__in=model._base_manager.filter(topics__in=topics).values("pk"))


def any_of(conditions: Iterable[Q]) -> Q:
    """Pages that meet one of the conditions."""
    return reduce(or_, conditions, Q(pk__in=[]))


def points(condition: Q, worth: int) -> Case:
    """What a page gets for meeting a condition."""
    return Case(When(condition, then=Value(worth)), default=Value(0))
