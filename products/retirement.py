"""Products no longer sold: their pages stay for those who own one, and nothing leads to a shop or on to them."""

from datetime import date

from django.db.models import QuerySet
from django.utils import timezone


def is_over(retired_on: date | None) -> bool:
    """Whether the day from which a product is no longer sold, if there is one, has come."""
    return retired_on is not None and retired_on <= timezone.localdate()


def still_sold(products: QuerySet) -> QuerySet:
    """Those products of a queryset that can still be bought."""
    return products.exclude(retired_on__lte=timezone.localdate())
