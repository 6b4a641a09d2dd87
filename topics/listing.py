"""Everything that carries a topic, whatever its type, and how much that is."""

from collections import Counter
from collections.abc import Iterator

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Count, Q, QuerySet
from wagtail.models import Page, get_page_models

from core.listing import newest_first
from core.readable import readable_in


def pages_about(topic) -> QuerySet:
    """Pages of every type with this topic, newest first, in one query."""
    carrying = Q(pk__in=[])
    for rows, page, subject in relations():
        carrying |= Q(pk__in=rows.filter(**{subject: topic.pk}).values(page))
    return newest_first(Page.objects.filter(carrying))


def page_counts() -> dict[int, int]:
    """How many pages readers may see under each topic, by its key, in one query."""
    counts = Counter()
    readable = readable_in(Page.objects.all())
    tallies = [
        rows.filter(**{f"{page}__in": readable}).values_list(subject).annotate(Count("pk"))
        for rows, page, subject in relations()
    ]
    for key, count in tallies[0].union(*tallies[1:], all=True):
        counts[key] += count
    return counts


def relations() -> Iterator[tuple[QuerySet, str, str]]:
    """For each page type with topics: the rows that tie the two together, and what they call the page and the topic."""
    for model in get_page_models():
        try:
            relation = model._meta.get_field("topics")
        except FieldDoesNotExist:
            continue
        rows = relation.remote_field.through._base_manager.order_by()
        yield rows, relation.m2m_field_name(), relation.m2m_reverse_field_name()
