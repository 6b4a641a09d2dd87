"""A page that readers will not see any more."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking import sweeping
from editorial.linking.leaving import (
    LeavingForm,
    addresses_of,
    keep_promises,
    lead_on_offline,
    let_links_follow,
)
from editorial.linking.models import GoneAddress, Sweep, SweptPage
from home.models import StandardPage
from tests.core.privacy import keep_private
from tests.editorial.linking.linked import live_linking, newest, texts
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


def answered(*pages, **values) -> LeavingForm:
    """The questions about some pages with these answers."""
    return LeavingForm({name: getattr(value, "pk", value) for name, value in values.items()}, pages=pages)


def valid(*pages, **values) -> LeavingForm:
    """The same, looked through."""
    form = answered(*pages, **values)
    assert form.is_valid(), form.errors
    return form


class LeavingFormTests:
    def test_gone_leads_nowhere(self, site_tree):
        form = valid(published(BlogPostPage), answer="gone")
        assert (form.new_page, form.links_follow) == (None, False)

    def test_gone_leads_nowhere_whatever_was_chosen_before(self, site_tree):
        form = valid(published(BlogPostPage), answer="gone", instead=published(BlogPostPage), replace="on")
        assert (form.new_page, form.links_follow) == (None, False)

    def test_gone_asks_for_no_page_that_readers_see(self, site_tree):
        assert answered(published(BlogPostPage), answer="gone", instead=draft(BlogPostPage)).is_valid()

    def test_lead_goes_to_the_other_page_and_takes_the_links_where_that_is_ticked(self, site_tree):
        page, other = published(BlogPostPage), published(BlogPostPage)
        form = valid(page, answer="lead", instead=other, replace="on")
        assert (form.new_page.pk, form.links_follow) == (other.pk, True)
        assert not valid(page, answer="lead", instead=other).links_follow

    def test_lead_needs_a_page(self, site_tree):
        form = answered(published(BlogPostPage), answer="lead")
        assert form.errors == {"instead": ["Choose the page that readers shall be led to."]}

    def test_not_one_that_readers_do_not_see(self, site_tree):
        page, private = published(BlogPostPage), published(BlogPostPage)
        keep_private(private)
        for other in (draft(BlogPostPage), private):
            form = answered(page, answer="lead", instead=other)
            assert form.errors == {"instead": ["Readers cannot see this page: choose one they can."]}

    def test_not_one_that_leaves_as_well(self, site_tree):
        above = published(StandardPage)
        below = published(StandardPage, parent=above)
        other = published(StandardPage)
        for instead in (above, below, other):
            form = answered(other, above, answer="lead", instead=instead)
            assert form.errors == {"instead": ["Choose another page: this one leaves as well."]}

    @pytest.mark.parametrize("values", [{}, {"answer": ""}, {"instead": ""}])
    def test_who_was_not_asked_leads_nowhere(self, values, site_tree):
        form = valid(published(BlogPostPage), **values)
        assert (form.new_page, form.links_follow) == (None, False)

    @pytest.mark.parametrize("values", [{"answer": "stay"}, {"answer": "lead", "instead": "x"}])
    def test_any_other_answer_is_refused(self, values, site_tree):
        assert not answered(published(BlogPostPage), **values).is_valid()


class AddressesOfTests:
    def test_a_page_has_its_own_and_those_below_it(self, site_tree):
        page = published(StandardPage, slug="guides")
        published(StandardPage, slug="sun", parent=page)
        assert addresses_of(page) == [("/guides/", True), ("/guides/sun/", False)]

    def test_what_readers_never_saw_has_none(self, site_tree):
        page = draft(StandardPage, slug="guides")
        assert addresses_of(page) == []
        published(StandardPage, slug="sun", parent=page)
        assert addresses_of(page) == [("/guides/sun/", False)]

    def test_what_was_taken_offline_has_its_own_still(self, site_tree):
        page = published(BlogPostPage, slug="offers")
        page.unpublish()
        assert addresses_of(Page.objects.get(pk=page.pk)) == [("/blog/offers/", True)]

    def test_what_is_private_and_offline_has_none(self, site_tree):
        page = published(BlogPostPage)
        page.unpublish()
        keep_private(page)
        assert addresses_of(Page.objects.get(pk=page.pk)) == []

    def test_what_is_private_has_none(self, site_tree):
        page = published(BlogPostPage)
        keep_private(page)
        assert addresses_of(page) == []


class KeepPromisesTests:
    def test_without_another_page_every_address_is_gone(self, site_tree):
        form = valid(published(BlogPostPage), answer="gone")
        keep_promises([("/guides/", True), ("/guides/sun/", False)], form)
        assert {one.path for one in GoneAddress.objects.all()} == {"/guides", "/guides/sun"}
        assert not Redirect.objects.exists()

    def test_with_one_its_own_leads_there_and_the_others_are_gone(self, site_tree):
        other = published(BlogPostPage)
        form = valid(published(BlogPostPage), answer="lead", instead=other)
        keep_promises([("/guides/", True), ("/guides/sun/", False)], form)
        redirect = Redirect.objects.get()
        assert (redirect.old_path, redirect.redirect_page_id, redirect.is_permanent) == ("/guides", other.pk, True)
        assert [one.path for one in GoneAddress.objects.all()] == ["/guides/sun"]

    def test_a_redirect_from_there_that_was_made_before_leads_where_it_shall_now(self, site_tree):
        Redirect.add_redirect("/guides", "/blog/")
        other = published(BlogPostPage)
        keep_promises([("/guides/", True)], valid(published(BlogPostPage), answer="lead", instead=other))
        [redirect] = Redirect.objects.all()
        assert redirect.link == other.get_url()

    def test_twice_is_once(self, site_tree):
        form = valid(published(BlogPostPage), answer="gone")
        for _ in range(2):
            keep_promises([("/guides/", True)], form)
        assert GoneAddress.objects.count() == 1


class LeadOnOfflineTests:
    def test_the_page_knows_where_its_address_leads(self, site_tree):
        page, other = published(BlogPostPage), published(BlogPostPage)
        lead_on_offline(page, valid(page, answer="lead", instead=other))
        assert BlogPostPage.objects.get(pk=page.pk).forward_to_id == other.pk
        lead_on_offline(Page.objects.get(pk=page.pk), valid(page))
        assert BlogPostPage.objects.get(pk=page.pk).forward_to_id == other.pk
        lead_on_offline(Page.objects.get(pk=page.pk), valid(page, answer="gone"))
        assert BlogPostPage.objects.get(pk=page.pk).forward_to is None


class LetLinksFollowTests:
    def test_links_to_each_of_the_pages_lead_to_the_other(self, site_tree, administrator):
        one, two, other = (published(ConditionPage) for _ in range(3))
        source = live_linking(one, two)
        let_links_follow([one, two], valid(one, two, answer="lead", instead=other, replace="on"), administrator)
        html = texts(BlogPostPage.objects.get(pk=source.pk))
        assert html.count(f'id="{other.pk}"') == 2
        assert Sweep.objects.count() == 2

    def test_otherwise_they_stay(self, site_tree, administrator):
        page, other = published(ConditionPage), published(ConditionPage)
        source = live_linking(page)
        before = texts(newest(source))
        for values in ({"answer": "gone"}, {"answer": "lead", "instead": other}):
            let_links_follow([page], valid(page, **values), administrator)
        assert texts(newest(source)) == before
        assert not Sweep.objects.exists()

    def test_the_other_page_may_be_one_that_links_there_itself(self, site_tree, administrator):
        page = published(ConditionPage)
        other = live_linking(page)
        let_links_follow([page], valid(page, answer="lead", instead=other, replace="on"), administrator)
        assert f'id="{page.pk}"' in texts(newest(other))

    @pytest.mark.parametrize(("are_deleted", "left"), [(True, 0), (False, 3)])
    def test_of_pages_that_are_deleted_nothing_is_left_for_later(
        self, site_tree, administrator, monkeypatch, are_deleted, left
    ):
        monkeypatch.setattr(sweeping, "AT_ONCE", 0.0)
        monkeypatch.setattr(sweeping, "sweep_later", SimpleNamespace(enqueue=lambda key: None))
        page, other = published(BlogPostPage), published(BlogPostPage)
        for _ in range(3):
            live_linking(page)
        form = valid(page, answer="lead", instead=other, replace="on")
        let_links_follow([page], form, administrator, are_deleted=are_deleted)
        assert Sweep.objects.get().pages.filter(state=SweptPage.State.WAITING).count() == left


class ScreenTests:
    def test_the_page_that_was_chosen_in_the_form_is_the_first_answer(self, site_tree, administrator_client):
        other = published(BlogPostPage, title="Newer")
        page = publish(draft(BlogPostPage, forward_to=other))
        response = administrator_client.get(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
        form = response.context["form"]
        assert (form["answer"].value(), form["instead"].value()) == ("lead", other.pk)
        assert "Newer" in response.content.decode()
