"""What was agreed on, where its writer meets it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from blog.models import BlogPostPage
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.plans.assigned import assigned_to
from tests.edit_form import edit_url
from tests.editorial.scheduling.mornings import NINE
from tests.markup import words
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def agree(page, **values):
    """Agree on something about a page."""
    PlannedPage.objects.update_or_create(page=page, defaults=values)
    return page


class AssignedPanelTests:
    def test_what_one_is_to_write_stands_on_the_dashboard_what_is_due_first(
        self, site_tree, clock, writer, writer_client
    ):
        agree(draft(BlogPostPage, title="Later", owner=writer), assignee=writer, text_due=date(2026, 3, 9))
        agree(
            draft(BlogPostPage, title="Sooner", owner=writer, go_live_at=NINE),
            assignee=writer,
            text_due=date(2026, 3, 1),
        )
        text = words(writer_client.get(reverse("wagtailadmin_home")).content.decode())
        assert "Sooner Post, planned for Mon 2 Mar 09:00 Was due Sun 1 Mar Current page status: Draft" in text
        assert text.index("Sooner Post") < text.index("Later Post Due Mon 9 Mar")

    def test_what_is_live_or_somebody_elses_does_not(self, site_tree, clock, writer, editor):
        agree(published(BlogPostPage), assignee=writer)
        agree(draft(BlogPostPage), assignee=editor)
        assert list(assigned_to(writer)) == []

    def test_many_cost_as_much_as_one(self, site_tree, clock, writer, django_assert_max_num_queries):
        for day in range(4):
            agree(draft(BlogPostPage), assignee=writer, text_due=date(2026, 3, 1) + timedelta(days=day))
        with django_assert_max_num_queries(4):
            assert len(assigned_to(writer)) == 4


class AgreementTests:
    def test_the_form_says_what_was_agreed_on(self, site_tree, clock, writer, writer_client):
        page = agree(
            draft(BlogPostPage, owner=writer), assignee=writer, brief="For evenings.", text_due=date(2026, 3, 9)
        )
        text = words(writer_client.get(edit_url(page)).content.decode())
        assert f"For evenings. {writer.get_full_name()} writes it, until Mon 9 Mar. Change the plan" in text

    def test_it_says_nothing_where_nothing_was(self, site_tree, clock, writer, writer_client):
        page = draft(BlogPostPage, owner=writer, go_live_at=NINE)
        assert "Change the plan" not in words(writer_client.get(edit_url(page)).content.decode())
