"""Everything that carries a topic, whatever its type."""

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q, QuerySet
from wagtail.models import Page, get_page_models

from core.listing import newest_first


def pages_about(topic) -> QuerySet:
    """Pages of every type with this topic, newest first, in one query."""
    carrying = Q(pk__in=[])
    for model in get_page_models():
        try:
            relation = model._meta.get_field("topics")
        except FieldDoesNotExist:
            continue
        rows = relation.remote_field.through._base_manager.filter(**{relation.m2m_reverse_field_name(): topic.pk})
        carrying |= Q(pk__in=rows.values(relation.m2m_field_name()))
    return newest_first(Page.objects.filter(carrying))
