"""Links changed in many pages at once, and taken back."""

import pytest
from django.utils import timezone

from blog.models import BlogPostPage
from editorial.linking.models import Sweep, SweptPage
from editorial.linking.sweeping import carry_on, take_back
from editorial.linking.taking_back import CHANGED_SINCE
from tests.core import bodies
from tests.editorial.linking.swept import SOON, everything, link_to, newest, replace, shown
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


class TakingBackTests:
    def test_every_kind_of_page_is_as_before(self, old, new, editor):
        pages = [published(BlogPostPage, body=[bodies.text(link_to(old))]) for _ in range(4)]
        _, with_draft, emptied, with_plan = pages
        with_draft.standfirst = "Still being written."
        with_draft.save_revision()
        emptied.body = [bodies.text("<p>Nothing of it.</p>")]
        emptied.save_revision()
        with_plan.go_live_at = timezone.now() + SOON
        publish(with_plan)
        unseen = draft(BlogPostPage, body=[bodies.text(link_to(old))])
        unseen.save_revision()
        waiting = draft(BlogPostPage, body=[bodies.text(link_to(old))], go_live_at=timezone.now() + SOON)
        publish(waiting)
        pages += [unseen, waiting]
        before = [everything(page) for page in pages]
        sweep = replace(old, new, editor, *pages)
        assert all(everything(page) != was for page, was in zip(pages, before, strict=True))
        take_back(sweep)
        assert [everything(page) for page in pages] == before
        assert set(sweep.pages.values_list("state", flat=True)) == {SweptPage.State.BACK}

    def test_a_page_changed_since_is_left_as_it_is(self, old, new, editor):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        sweep = replace(old, new, editor, page)
        later = BlogPostPage.objects.get(pk=page.pk)
        later.standfirst = "Written since."
        later.save_revision()
        take_back(sweep)
        assert newest(page) == link_to(new)
        assert (sweep.pages.get().state, sweep.pages.get().words) == (SweptPage.State.KEPT, CHANGED_SINCE)

    def test_what_was_still_to_come_does_not_come(self, old, new, editor):
        page = published(BlogPostPage, body=[bodies.text(link_to(old))])
        sweep = Sweep.objects.create(old=old, new=new, new_title=new.title, user=editor)
        SweptPage.objects.create(sweep=sweep, page=page)
        take_back(sweep)
        assert shown(page) == link_to(old)
        assert sweep.pages.get().state == SweptPage.State.BACK

    @pytest.mark.faults
    def test_five_hundred_pages(self, old, new, editor):
        pages = [published(BlogPostPage, body=[bodies.text(link_to(old, f"number {each}"))]) for each in range(500)]
        before = [everything(page) for page in pages]
        sweep = Sweep.objects.create(old=old, new=new, new_title=new.title, user=editor)
        SweptPage.objects.bulk_create([SweptPage(sweep=sweep, page=page) for page in pages])
        carry_on(sweep)
        assert [shown(page) for page in pages] == [link_to(new, f"number {each}") for each in range(500)]
        Sweep.objects.filter(pk=sweep.pk).update(is_taken_back=True)
        sweep.refresh_from_db()
        carry_on(sweep)
        assert [everything(page) for page in pages] == before
