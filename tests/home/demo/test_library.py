"""The demo's library goes beside the editors' own."""

import pytest

from home.demo import ledger
from home.demo.finder import Finder
from home.demo.library import SHELVES, load_library
from ingredients.models import Medicine
from sources.models import Source
from tests.sources.factories import SourceFactory


@pytest.mark.django_db
class LoadLibraryTests:
    def test_every_shelf_is_filled(self):
        finder = Finder()
        load_library(finder, {})
        assert len(finder.library) == len(SHELVES)
        assert all(finder.library.values())

    def test_a_medicine_has_its_status_in_three_regions(self):
        load_library(Finder(), {})
        for medicine in Medicine.objects.all():
            assert [status.region for status in medicine.statuses.all()] == ["uk", "eu", "us"]
            assert medicine.routes

    def test_an_editors_own_item_of_the_same_name_is_used_as_it_is(self):
        own = SourceFactory(title="Acne", publisher="Somebody else", url="")
        finder = Finder()
        load_library(finder, {})
        assert finder.find(Source, "nhs-acne").publisher == "Somebody else"
        assert own not in ledger.known().values()

    def test_what_was_loaded_and_renamed_is_not_made_again(self):
        load_library(Finder(), {})
        Source.objects.filter(title="Milium").update(title="Milia")
        count = Source.objects.count()
        load_library(Finder(), ledger.known())
        assert Source.objects.count() == count
