"""What pages cite."""

import factory

from sources.models import Source


class SourceFactory(factory.django.DjangoModelFactory):
    """A guideline."""

    title = factory.Sequence(lambda number: f"Guideline {number} on common skin complaints")
    publisher = "Institute of Skin Health"
    kind = Source.Kind.GUIDELINE
    url = factory.LazyAttribute(lambda source: f"https://guidelines.example.org/{source.title.split()[1]}")
    published_year = 2024

    class Meta:
        model = Source
