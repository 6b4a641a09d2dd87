"""The two forms about a plan."""

import pytest

from blog.models import BlogPostPage
from editorial.scheduling.models import PlannedPage
from editorial.scheduling.plans.forms import IdeaForm, PlanForm, colleagues
from editorial.scheduling.plans.ideas import places
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN
from tests.publication import draft
from tests.users.factories import UserFactory

pytestmark = pytest.mark.django_db


class PlanFormTests:
    def form(self, plan, **data):
        form = PlanForm(data, instance=plan)
        form.is_valid()
        return form

    def test_everything_may_be_left_empty(self, site_tree, clock):
        assert self.form(PlannedPage()).errors == {}

    def test_a_moment_that_has_passed_is_refused_unless_it_stands_already(self, site_tree, clock):
        page = draft(BlogPostPage)
        form = self.form(PlannedPage(page=page), moment="2026-03-02 07:59")
        assert form.errors["moment"] == ["Mon 2 Mar 07:59 (London) has passed: choose a later time."]
        assert self.form(PlannedPage(page=page, moment=EIGHT), moment="2026-03-02 08:00").errors == {}

    def test_a_time_the_clocks_skip_is_asked_about(self, site_tree, clock):
        assert (
            "does not exist on Sun 29 Mar 2026"
            in self.form(PlannedPage(), moment="2026-03-29 01:30").errors["moment"][0]
        )


class SlotTests:
    def form(self, **data):
        return PlanForm(data, instance=PlannedPage(), slots=[NINE, TEN])

    def test_a_slot_that_is_chosen_goes_before_the_box(self, site_tree, clock):
        form = self.form(moment="soon", slot=TEN.isoformat())
        assert form.is_valid()
        assert form.cleaned_data["moment"] == TEN

    def test_without_one_the_box_counts(self, site_tree, clock):
        form = self.form(moment="2026-03-02 10:30", slot="")
        assert form.is_valid()
        assert form.cleaned_data["moment"] == TEN.replace(minute=30)

    def test_one_that_is_not_free_any_more_is_refused(self, site_tree, clock):
        form = self.form(slot=EIGHT.isoformat())
        assert form.errors["slot"] == ["Another page waits for this slot by now: choose another."]


class IdeaFormTests:
    def form(self, user, **data):
        form = IdeaForm({"type": "blogpostpage", **data}, places=places(user), planner=user)
        form.is_valid()
        return form

    def test_a_title_is_enough(self, site_tree, clock, editor):
        form = self.form(editor, title="Calm skin")
        assert (form.errors, form.likenesses, form.place.model) == ({}, [], BlogPostPage)
        assert "title" in self.form(editor).errors

    def test_what_is_like_it_is_pointed_out_once(self, site_tree, clock, editor):
        page = draft(BlogPostPage, title="Calm skin")
        assert [one.page.pk for one in self.form(editor, title="Calm skin").likenesses] == [page.pk]
        assert self.form(editor, title="Calm skin", is_sure="on").likenesses == []

    def test_only_what_one_may_add_is_offered(self, site_tree, clock, writer):
        names = [name for name, _ in self.form(writer, title="Calm").fields["type"].choices]
        assert names == [place.name for place in places(writer)]
        assert "type" in self.form(writer, title="Calm", type="homepage").errors


class ColleaguesTests:
    def test_everybody_who_may_enter_the_admin(self, site_tree, writer, editor, administrator):
        UserFactory(username="reader")
        UserFactory(username="gone", is_superuser=True, is_active=False)
        assert {user.username for user in colleagues()} == {one.username for one in (writer, editor, administrator)}
