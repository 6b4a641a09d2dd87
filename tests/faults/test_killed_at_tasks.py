"""A worker that dies before, in or after a background task: each task is done, and does no harm twice."""

from datetime import timedelta

import pytest
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from wagtail.models import ReferenceIndex

from blog.models import BlogPostPage
from editorial.scheduling import beat, runner
from editorial.scheduling.abandoned_tasks import take_back
from editorial.scheduling.keeping import task_queue
from tests.editorial.scheduling.mornings import EIGHT, NINE, break_revision, planned
from tests.images.factories import SiteImageFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def letters(settings, tmp_path):
    """``letters()``: how many mails were sent, by whatever process."""
    folder = tmp_path / "mail"
    folder.mkdir()
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = folder
    # Those of one second may share a file.
    return lambda: sum(file.read_bytes().count(b"\nSubject:") for file in folder.iterdir())


@pytest.fixture
def files(settings, tmp_path):
    """Pictures are files, which outlive a process."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}


@pytest.fixture
def survives(killed_at, queue, files, letters, site_tree, clock, writer, monkeypatch):
    """Kill a worker at one statement of its tasks and let another one go on: whether the first ever came to it."""
    monkeypatch.setattr(f"{Worker.__module__}.close_old_connections", lambda: None)

    def check(statement):
        clock(EIGHT)
        BlogPostPage.objects.all().delete()
        photo = SiteImageFactory()
        page, refused = planned(NINE, image=photo, title="Quietskin"), planned(NINE, owner=writer)
        break_revision(refused, contributions=[])
        task_queue("before", until_empty=True).run()
        ReferenceIndex.objects.all().delete()
        photo.renditions.all().delete()
        sent = letters()
        clock(NINE)
        runner.run()
        beat.beat("first")
        was_killed = killed_at(statement, task_queue("first", until_empty=True).run)
        clock(NINE + timedelta(minutes=5))
        beat.beat("second")
        take_back()
        task_queue("second", until_empty=True).run()
        assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}, statement
        assert {found.pk for found in BlogPostPage.objects.live().search("Quietskin")} == {page.pk}
        assert ReferenceIndex.get_references_for_object(page).count() == references_of(page)
        sizes = list(photo.renditions.values_list("filter_spec", flat=True))
        assert sizes and len(sizes) == len(set(sizes))
        assert letters() - sent in ({1, 2} if was_killed else {1})
        return was_killed

    return check


def references_of(page):
    """How many references the index holds once it is made anew."""
    ReferenceIndex.create_or_update_for_object(page)
    return ReferenceIndex.get_references_for_object(page).count()


class KilledAtTasksTests:
    def test_at_some_statements(self, survives):
        assert [survives(statement) for statement in (0, 3, 9, 25)] == [True] * 4

    @pytest.mark.faults
    def test_at_every_statement(self, survives):
        statement = 0
        while survives(statement):
            statement += 1
        assert statement > 25
        print(f"killed at each of {statement} statements of the background tasks")
