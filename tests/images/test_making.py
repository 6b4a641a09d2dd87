"""Making the sizes of pictures."""

import logging
from contextlib import suppress

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
from django_tasks import task_backends
from django_tasks_db.models import DBTaskResult
from wagtail.images.rect import Rect

from images.making import make, make_sizes, order
from images.models import Rendition, SiteImage
from images.sizes import filters_of
from tests.images.factories import SiteImageFactory
from tests.images.pictures import has_spot, spotted

pytestmark = pytest.mark.django_db


def specs() -> set[str]:
    """Everything that was made."""
    return set(Rendition.objects.values_list("filter_spec", flat=True))


def broken() -> SiteImage:
    """A picture whose file holds none."""
    image = SiteImageFactory()
    image.file.storage.delete(image.file.name)
    image.file.storage.save(image.file.name, ContentFile(b"not a picture"))
    return image


class MakeTests:
    def test_every_width_is_made_in_every_format(self):
        image = SiteImageFactory(file__width=900, file__height=700)

        assert make(image, ["text"]) == 4
        assert specs() == {f"width-{width}|format-{kind}" for width in (480, 960) for kind in ("avif", "webp")}
        assert {one.file.name.rpartition(".")[2] for one in image.renditions.all()} == {"avif", "webp"}

    def test_what_every_browser_reads_is_made_first(self):
        image = SiteImageFactory()
        make(image, ["text"])

        made = Rendition.objects.order_by("pk").values_list("filter_spec", flat=True)
        assert [spec.rpartition("-")[2] for spec in made] == ["webp", "avif"]

    def test_what_is_there_is_not_made_again(self):
        image = SiteImageFactory()
        make(image, ["text"])
        kept = set(Rendition.objects.values_list("pk", flat=True))

        assert make(SiteImage.objects.get(), ["text", "column"]) == 2
        assert kept < set(Rendition.objects.values_list("pk", flat=True))

    def test_sizes_that_share_a_cut_share_the_files(self):
        image = SiteImageFactory()
        make(image, ["lead"])

        assert make(image, ["card", "card_lead", "column"]) == 0

    @pytest.mark.parametrize("name", ["card", "share", "portrait"])
    @pytest.mark.parametrize("spot", [(150, 1150), (150, 40)], ids=["low", "high"])
    def test_a_cut_keeps_the_focal_point(self, name, spot):
        image = SiteImageFactory(file=spotted((300, 1200), spot))
        image.set_focal_point(Rect.from_point(*spot, 30, 30))
        image.save()
        make(image, [name])

        assert [one.filter_spec for one in image.renditions.all() if not has_spot(one.file)] == []

    def test_without_a_focal_point_the_middle_is_kept(self):
        image = SiteImageFactory(file=spotted((300, 1200), (150, 1150)))
        make(image, ["card"])

        assert not any(has_spot(one.file) for one in image.renditions.all())

    def test_another_focal_point_makes_them_anew(self):
        image = SiteImageFactory(file=spotted((300, 1200), (150, 1150)))
        first = make(image, ["card", "text"])
        image.set_focal_point(Rect.from_point(150, 1150, 30, 30))
        image.save()

        cuts = sum(map(len, filters_of(image, "card").values()))
        assert 0 < make(SiteImage.objects.get(), ["card", "text"]) == cuts < first

    def test_a_broken_file_is_logged_and_nothing_is_made_of_it(self, caplog):
        image = broken()

        with caplog.at_level(logging.ERROR, logger="images"):
            assert make(image, ["card"]) == 0

        assert image.file.name in caplog.text


class MakeSizesTests:
    def test_one_broken_file_does_not_stop_the_others(self):
        pictures = [broken(), SiteImageFactory()]

        assert make_sizes.call({str(one.pk): ["portrait"] for one in pictures}) == 2
        assert set(Rendition.objects.values_list("image", flat=True)) == {pictures[1].pk}

    def test_a_picture_or_size_that_is_gone_by_now_is_left_out(self):
        image = SiteImageFactory()

        assert make_sizes.call({"987": ["card"], str(image.pk): ["poster", "logo"]}) == 1


class OrderTests:
    @pytest.fixture
    def queue(self, settings):
        """The orders, as they wait for a worker."""
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
        return task_backends["default"]

    def test_the_worker_makes_what_was_ordered(self):
        image = SiteImageFactory()
        order({image.pk: {"favicon", "logo"}})

        assert {spec.partition("-")[0] for spec in specs()} == {"fill", "max"}

    def test_an_order_can_be_written_down(self, queue):
        order({7: {"logo", "favicon"}})

        assert [one.args for one in queue.results] == [[{"7": ["favicon", "logo"]}]]

    def test_an_order_counts_only_if_what_gave_rise_to_it_does(self, settings):
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        with suppress(LookupError), transaction.atomic():
            order({7: {"logo"}})
            raise LookupError
        order({8: {"logo"}})

        assert [one.args_kwargs["args"] for one in DBTaskResult.objects.all()] == [[{"8": ["logo"]}]]

    def test_nothing_is_ordered_for_nothing(self, queue):
        order({})

        assert queue.results == []
