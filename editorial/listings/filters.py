"""The filters of page listings.

Each narrows by primary key or by a field the search index knows, so that it also works while searching.
"""

import django_filters
from django.forms import CheckboxSelectMultiple
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.pages.listing import GenericPageFilterSet
from wagtail.models import Page

from core.status import FLAG_CHOICES, STATUS_CHOICES, having_flag, having_status, planned_between
from people.models import Contribution, PersonPage
from products.models import Brand, CommercialRelation
from topics.models import TopicPage


class StatusFilter(django_filters.MultipleChoiceFilter):
    """Pages that stand where one of the chosen words says."""

    def __init__(self, **kwargs):
        super().__init__(label="Status", choices=STATUS_CHOICES, widget=CheckboxSelectMultiple, **kwargs)

    def filter(self, qs, value):
        return having_status(qs, value) if value else qs


class FlagFilter(django_filters.MultipleChoiceFilter):
    """Pages that ask for somebody, for one of the chosen reasons."""

    def __init__(self, **kwargs):
        super().__init__(label="Flag", choices=FLAG_CHOICES, widget=CheckboxSelectMultiple, **kwargs)

    def filter(self, qs, value):
        return having_flag(qs, value) if value else qs


class AuthorFilter(django_filters.ModelMultipleChoiceFilter):
    """Pages with one of the chosen people as an author."""

    def __init__(self, **kwargs):
        authors = Contribution.objects.filter(role=Contribution.Role.AUTHOR)
        people = PersonPage.objects.filter(pk__in=authors.values("person")).order_by("title")
        super().__init__(label="Author", queryset=people, widget=CheckboxSelectMultiple, **kwargs)

    def filter(self, qs, value):
        if not value:
            return qs
        authors = Contribution.objects.filter(role=Contribution.Role.AUTHOR, person__in=value)
        return qs.filter(pk__in=authors.values("page"))


class TopicFilter(django_filters.ModelMultipleChoiceFilter):
    """Pages under one of the chosen topics."""

    def __init__(self, **kwargs):
        topics = TopicPage.objects.order_by("title")
        super().__init__(label="Topic", queryset=topics, widget=CheckboxSelectMultiple, **kwargs)

    def filter(self, qs, value):
        return qs.filter(pk__in=qs.model.objects.filter(topics__in=value).values("pk")) if value else qs


class AmongFilter(django_filters.MultipleChoiceFilter):
    """Pages whose field holds one of the chosen values."""

    def filter(self, qs, value):
        return (
            qs.filter(pk__in=qs.model.objects.filter(**{f"{self.field_name}__in": value}).values("pk")) if value else qs
        )


class GoesLiveFilter(django_filters.DateFromToRangeFilter):
    """Pages that go live by the schedule from one day of the site's clock to another."""

    def __init__(self, **kwargs):
        super().__init__(label="Goes live", widget=DateRangePickerWidget, **kwargs)

    def filter(self, qs, value):
        return planned_between(qs, value.start, value.stop) if value else qs


def date_range(label: str) -> django_filters.DateFromToRangeFilter:
    """A filter by first and last day."""
    return django_filters.DateFromToRangeFilter(label=label, widget=DateRangePickerWidget)


class ListedPageFilterSet(WagtailFilterSet):
    """What every listed type can be narrowed by first; each type declares the dates, to have them last."""

    status = StatusFilter()
    flag = FlagFilter()

    class Meta:
        model = Page
        fields = []


class ArticleFilterSet(ListedPageFilterSet):
    """Filters of everything with a byline and topics."""

    author = AuthorFilter()
    topic = TopicFilter()
    goes_live = GoesLiveFilter()
    first_published_at = date_range("Published")
    latest_revision_created_at = date_range("Updated")


class ProductFilterSet(ListedPageFilterSet):
    """Filters of products."""

    brand = AmongFilter(
        label="Brand", widget=CheckboxSelectMultiple, choices=lambda: Brand.objects.values_list("pk", "name")
    )
    commercial_relation = AmongFilter(
        label="Relation", widget=CheckboxSelectMultiple, choices=CommercialRelation.choices
    )
    topic = TopicFilter()
    goes_live = GoesLiveFilter()
    first_published_at = date_range("Published")
    latest_revision_created_at = date_range("Updated")


class PersonFilterSet(ListedPageFilterSet):
    """Filters of people."""

    goes_live = GoesLiveFilter()
    latest_revision_created_at = date_range("Updated")


class ExplorerFilterSet(GenericPageFilterSet):
    """Filters where pages of all types are mixed."""

    status = StatusFilter()
    flag = FlagFilter()
    goes_live = GoesLiveFilter()
