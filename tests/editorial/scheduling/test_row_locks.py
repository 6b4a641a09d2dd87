"""Rows under a lock; that others wait for it is shown in tests/faults."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Revision

from blog.models import BlogPostPage
from editorial.scheduling.reasons import CannotGoLiveError
from editorial.scheduling.row_locks import locked, locked_page
from tests.editorial.scheduling.mornings import NINE, planned

pytestmark = pytest.mark.django_db


class RowLocksTests:
    def test_the_page_is_read_as_what_it_is(self, site_tree, clock):
        page = planned(NINE)
        with transaction.atomic():
            assert type(locked_page(page.latest_revision)) is BlogPostPage
            assert locked(Revision.objects.filter(pk=page.latest_revision_id)).count() == 1

    def test_one_that_is_gone_or_of_no_kind_is_said(self, site_tree, clock):
        revision = planned(NINE).latest_revision
        revision.object_id = "999999"
        with transaction.atomic(), pytest.raises(CannotGoLiveError, match="no longer exists"):
            locked_page(revision)
        revision.content_type_id = ContentType.objects.create(app_label="blog", model="forgottenpage").pk
        with transaction.atomic(), pytest.raises(CannotGoLiveError, match="of a kind that no longer exists"):
            locked_page(revision)
