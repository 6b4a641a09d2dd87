"""The report on links."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from editorial.linking import reports
from editorial.linking.reports import QUESTIONS, LinkTable
from products.models import ProductPage
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.edit_form import edit_url, parsed, said
from tests.editorial.linking.linked import change, draft_linking, live_linking, words_with_links
from tests.editorial.scheduling.mornings import EIGHT, NINE, TEN, expiring, planned
from tests.publication import draft, published

pytestmark = pytest.mark.django_db


def report(client, show=""):
    """The report, asked one of its questions."""
    return client.get(reverse("links_report"), {"show": show} if show else {})


def rows(client, show) -> list[str]:
    """The lines that answer a question, of pages made by the test: each article also stands on its own."""
    return [" ".join(row.get_text(" ").split()) for row in parsed(report(client, show)).select("tbody tr")]


def titles(client, show) -> set[str]:
    """The pages that answer a question."""
    return {row.select_one("td").get_text(strip=True) for row in parsed(report(client, show)).select("tbody tr")}


class NotLiveTests:
    def test_a_link_of_a_live_page_to_one_that_nobody_sees_is_one(self, site_tree, editor_client):
        live_linking(draft(ConditionPage, title="Sore skin"), title="A post")
        assert rows(editor_client, "gaps") == ["A post “Sore skin” It is a draft."]

    def test_each_reason_is_said(self, site_tree, clock, editor_client):
        gone, private = published(ConditionPage, title="Gone"), published(ConditionPage, title="Private")
        gone.unpublish()
        keep_private(private)
        live_linking(gone, private, planned(NINE, title="Later"), title="A post")
        assert rows(editor_client, "gaps") == [
            "A post “Gone” It was taken offline.",
            "A post “Private” It is private.",
            "A post “Later” It goes live only on Mon 2 Mar 09:00.",
        ]

    def test_a_choice_counts_like_a_link(self, site_tree, editor_client):
        published(BlogPostPage, title="A post", body=[bodies.product(draft(ProductPage, title="Calm Cream"))])
        assert rows(editor_client, "gaps") == ["A post “Calm Cream” It is a draft."]

    def test_a_deleted_target_is_found_in_the_text(self, site_tree, editor_client):
        target = published(ConditionPage)
        live_linking(target, title="A post")
        Page.objects.get(pk=target.pk).delete()
        assert rows(editor_client, "gaps") == ["A post It links to a page that has been deleted."]

    def test_a_link_that_readers_get_is_none(self, site_tree, editor_client):
        live_linking(published(ConditionPage))
        assert rows(editor_client, "gaps") == []
        assert "There is nothing to mend here." in said(report(editor_client, "gaps"))

    def test_nor_is_that_of_a_draft(self, site_tree, editor_client):
        draft_linking(draft(ConditionPage))
        change(published(BlogPostPage), body=[words_with_links(draft(ConditionPage))])
        assert rows(editor_client, "gaps") == []

    def test_nor_is_where_a_page_leads_once_it_is_offline(self, site_tree, editor_client):
        published(BlogPostPage, forward_to=draft(BlogPostPage))
        assert rows(editor_client, "gaps") == []


class AboutToBreakTests:
    def test_a_link_to_what_goes_offline_is_one(self, site_tree, clock, editor_client):
        live_linking(expiring(published(BlogPostPage, title="Offer"), TEN), title="A post")
        assert rows(editor_client, "soon") == ["A post “Offer” It goes offline on Mon 2 Mar 10:00."]

    def test_so_is_one_that_goes_live_before_its_target(self, site_tree, clock, editor_client):
        page = draft_linking(planned(TEN, title="Later"), title="A post")
        page.go_live_at = NINE
        page.save_revision().publish()
        assert rows(editor_client, "soon") == [
            "A post “Later” The version that goes live on Mon 2 Mar 09:00 leads to it, and it goes live only on "
            "Mon 2 Mar 10:00."
        ]

    def test_one_that_goes_live_after_its_target_is_none(self, site_tree, clock, editor_client):
        page = draft_linking(planned(NINE, title="Later"), title="A post")
        page.go_live_at = TEN
        page.save_revision().publish()
        assert rows(editor_client, "soon") == []

    def test_nor_is_a_link_to_what_stays(self, site_tree, clock, editor_client):
        live_linking(published(ConditionPage))
        assert rows(editor_client, "soon") == []

    def test_a_version_that_links_to_what_will_have_been_deleted_or_hidden_is_one(
        self, site_tree, clock, editor_client
    ):
        private = published(ConditionPage, title="Private")
        keep_private(private)
        page = draft_linking(private, title="A post")
        page.go_live_at = NINE
        page.save_revision().publish()
        assert rows(editor_client, "soon") == [
            "A post “Private” The version that goes live on Mon 2 Mar 09:00 leads to it, and it is private."
        ]


class OrphansTests:
    def test_an_article_that_no_page_leads_to_is_one(self, site_tree, editor_client):
        target = published(ConditionPage, title="Milia")
        live_linking(target, title="A post")
        assert titles(editor_client, "orphans") >= {"A post"}
        assert "Milia" not in titles(editor_client, "orphans")

    def test_a_draft_or_a_page_that_readers_do_not_see_leads_nobody_there(self, site_tree, editor_client):
        target = published(ConditionPage, title="Milia")
        draft_linking(target)
        keep_private(live_linking(target))
        assert "Milia" in titles(editor_client, "orphans")

    def test_a_page_that_links_to_itself_is_one(self, site_tree, editor_client):
        page = published(BlogPostPage, title="A post")
        page.body = [words_with_links(page)]
        page.save_revision().publish()
        assert "A post" in titles(editor_client, "orphans")

    def test_a_draft_is_none(self, site_tree, editor_client):
        draft(BlogPostPage, title="A post")
        assert "A post" not in titles(editor_client, "orphans")

    def test_lists_are_none(self, site_tree, editor_client):
        assert titles(editor_client, "orphans").isdisjoint({"Home", "Blog", "Conditions", "People"})


class DeadEndsTests:
    def test_an_article_that_leads_nowhere_is_one(self, site_tree, editor_client):
        target = published(ConditionPage, title="Milia", contributions=[], has_organisation_byline=True)
        live_linking(target, title="A post", contributions=[], has_organisation_byline=True)
        assert "Milia" in titles(editor_client, "ends")
        assert "A post" not in titles(editor_client, "ends")

    def test_so_is_one_that_leads_only_to_what_nobody_sees(self, site_tree, editor_client):
        live_linking(draft(ConditionPage), title="A post", contributions=[], has_organisation_byline=True)
        assert "A post" in titles(editor_client, "ends")


class LinksReportViewTests:
    def test_it_begins_with_the_first_question_and_counts_the_others(self, site_tree, editor_client):
        live_linking(draft(ConditionPage))
        response = report(editor_client)
        tabs = parsed(response).select("nav[aria-label='What the report shows'] a")
        assert [tab["href"] for tab in tabs] == [f"?show={question.name}" for question in QUESTIONS]
        assert [tab.has_attr("aria-current") for tab in tabs] == [True, False, False, False]
        assert " ".join(tabs[0].text.split()) == "Links to pages not live 1"

    @pytest.mark.parametrize("show", ["soon", "orphans", "ends"])
    def test_each_question_has_its_own_list(self, show, site_tree, editor_client):
        current = parsed(report(editor_client, show)).select_one("nav a[aria-current='page']")
        assert current["href"] == f"?show={show}"

    def test_any_other_question_is_the_first(self, site_tree, editor_client):
        assert report(editor_client, "'; DROP TABLE").context["question"] is QUESTIONS[0]

    def test_each_page_leads_to_its_form(self, site_tree, editor_client):
        page = live_linking(draft(ConditionPage))
        assert parsed(report(editor_client)).select_one("tbody a")["href"] == edit_url(page)

    def test_only_ones_own_pages_are_in_it(self, site_tree, commerce_client):
        hidden = draft(ConditionPage, title="Secret canary")
        live_linking(hidden, title="A post")
        live_linking(hidden, title="A cream", page_type=ProductPage)
        assert rows(commerce_client, "gaps") == ["A cream A page you cannot see It is a draft."]
        assert {"A post", "Secret canary"}.isdisjoint(titles(commerce_client, "orphans"))

    def test_what_is_live_and_private_is_not_named_to_others(self, site_tree, commerce_client):
        hidden = published(ConditionPage, title="Secret canary")
        keep_private(hidden)
        live_linking(hidden, title="A cream", page_type=ProductPage)
        assert "Secret canary" not in said(report(commerce_client, "gaps"))

    def test_more_than_can_be_shown_are_counted(self, site_tree, editor_client, monkeypatch):
        monkeypatch.setattr(reports, "SHOWN", 2)
        target = draft(ConditionPage)
        for number in range(5):
            live_linking(target, title=f"Post {number}")
        response = report(editor_client, "gaps")
        assert len(parsed(response).select("tbody tr")) == 2
        assert "3 more are shown once some of these are mended." in said(response)

    def test_it_is_reached_from_the_other_reports(self, site_tree, editor_client):
        assert f'"{reverse("links_report")}"' in editor_client.get("/admin/").content.decode()

    def test_a_title_is_no_markup(self, site_tree, editor_client):
        live_linking(draft(ConditionPage, title="<b>Sore</b>"), title="<i>Post</i>")
        html = report(editor_client).content.decode()
        assert "<b>Sore" not in html and "<i>Post" not in html

    def test_strangers_are_asked_to_sign_in(self, site_tree):
        assert report(Client()).status_code == 302

    def test_the_number_of_queries_does_not_grow_with_the_live_pages(self, site_tree, clock, editor_client):
        counts = []
        for number in (2, 8):
            for _ in range(number):
                gone, target = published(ConditionPage), draft(ConditionPage)
                live_linking(target, gone, expire_at=EIGHT + timedelta(days=1))
            report(editor_client)
            with CaptureQueriesContext(connection) as asked:
                report(editor_client)
            counts.append(len(asked))
        assert counts[0] == counts[1]

    def test_nor_with_the_deleted_targets(self, site_tree, editor_client):
        counts = []
        for number in (1, 5):
            for _ in range(number):
                target = published(ConditionPage)
                live_linking(target)
                Page.objects.get(pk=target.pk).delete()
            report(editor_client)
            with CaptureQueriesContext(connection) as asked:
                report(editor_client)
            counts.append(len(asked))
        assert counts[0] == counts[1]


class LinkTableTests:
    def test_it_is_read_in_as_many_queries_however_many_pages_there_are(self, site_tree):
        counts = []
        for number in (1, 6):
            for _ in range(number):
                live_linking(published(ConditionPage))
            with CaptureQueriesContext(connection) as asked:
                assert LinkTable().articles
            counts.append(len(asked))
        assert counts[0] == counts[1]

    def test_it_knows_both_directions_of_live_pages_alone(self, site_tree):
        target = published(ConditionPage)
        live, unseen = live_linking(target), draft_linking(target)
        table = LinkTable()
        assert live.pk in table.to[target.pk] and unseen.pk not in table.to[target.pk]
        assert target.pk in table.of[live.pk]
