"""What a page leads to and what leads to it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from articles.models import RelatedPage
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionPage, QuestionPage
from editorial.linking.connections import leads_to, led_from, pages_naming, said_by
from editorial.linking.relations import IN_TEXT, RELATIONS
from home.models import HomePage
from products.models import ProductPage
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.editorial.linking.linked import change, draft_linking, link_to, live_linking, newest, words_with_links
from tests.editorial.linking.sayings import SAYINGS, body
from tests.editorial.scheduling.mornings import NINE, TEN, expiring, planned
from tests.publication import draft, publish, published

pytestmark = pytest.mark.django_db


def shown(groups) -> dict[str, list[str]]:
    """The titles in each group; a page that is not shown is None."""
    return {heading: [one.page and one.page.title for one in group] for heading, group in groups}


def only(groups, heading):
    """The one connection in a group."""
    [one] = dict(groups)[heading]
    return one


class BothEndsTests:
    @pytest.mark.parametrize("box", SAYINGS)
    def test_a_relation_is_read_from_both_ends(self, box, site_tree, editor):
        saying = SAYINGS[box]
        relation = RELATIONS.get(box, IN_TEXT)
        target = published(saying.target, title="Target")
        source = published(saying.source, title="Source", **saying.values(target))
        assert shown(leads_to(newest(source), editor))[relation.there] == ["Target"]
        assert shown(led_from(target, editor)) == {relation.here: ["Source"]}

    def test_so_is_the_page_that_the_home_page_opens_with(self, site_tree, editor):
        target = published(BlogPostPage, title="Target")
        home = HomePage.objects.get()
        home.lead = target
        publish(home)
        assert shown(leads_to(newest(home), editor)) == {"Opens with": ["Target"]}
        assert shown(led_from(target, editor)) == {"Opens": [home.title]}

    def test_every_relation_is_among_these(self):
        assert {*RELATIONS} == {*SAYINGS, "lead"} - {"text"}

    def test_the_page_it_leads_to_once_offline_is_none_of_them(self, site_tree, editor):
        target = published(BlogPostPage)
        source = published(BlogPostPage, forward_to=target, contributions=[], has_organisation_byline=True)
        assert leads_to(newest(source), editor) == []
        assert led_from(target, editor) == []

    def test_what_names_a_page_in_two_ways_stands_in_two_groups(self, site_tree, editor):
        target = published(ConditionPage, title="Target")
        saying = {"post_conditions": [PostCondition(condition=target)]}
        live_linking(target, target, title="Source", **saying)
        assert shown(led_from(target, editor)) == {"Posts about it": ["Source"], "Linked in the text of": ["Source"]}

    def test_a_page_does_not_lead_to_itself(self, site_tree, editor):
        page = published(BlogPostPage)
        change(page, body=[words_with_links(page)])
        assert "Links in its text" not in shown(leads_to(newest(page), editor))
        assert led_from(page, editor) == []


class SentenceTests:
    def test_a_link_in_a_text_is_shown_with_its_sentence(self, site_tree, editor):
        target = published(ConditionPage)
        source = live_linking(target)
        assert only(leads_to(newest(source), editor), "Links in its text").sentence == "Read on there at night."
        assert only(led_from(target, editor), "Linked in the text of").sentence == "Read on there at night."

    def test_so_is_one_deep_in_a_block(self, site_tree, editor):
        target = published(ConditionPage)
        question = {"question": "And then?", "answer": f"<p>Wait. See {link_to(target)}. Rest.</p>"}
        published(BlogPostPage, body=[("faq", {"title": "Questions", "items": [question]})])
        assert only(led_from(target, editor), "Linked in the text of").sentence == "See there."

    def test_of_two_links_the_first_is(self, site_tree, editor):
        target = published(ConditionPage)
        words = f"<p>See {link_to(target, 'one')}. See {link_to(target, 'two')}.</p>"
        published(BlogPostPage, body=[bodies.text(words)])
        assert only(led_from(target, editor), "Linked in the text of").sentence == "See one."

    def test_a_choice_has_none(self, site_tree, editor):
        target = published(QuestionPage)
        published(BlogPostPage, related_pages=[RelatedPage(target=target)])
        assert only(led_from(target, editor), "Recommended by").sentence == ""


class DraftTests:
    def test_what_readers_see_is_no_draft(self, site_tree, editor):
        target = published(ConditionPage)
        live_linking(target)
        assert not only(led_from(target, editor), "Linked in the text of").is_draft

    def test_a_draft_that_nobody_saw_is_marked(self, site_tree, editor):
        target = published(ConditionPage)
        draft_linking(target)
        assert only(led_from(target, editor), "Linked in the text of").is_draft

    def test_so_is_a_newer_draft_of_a_live_page(self, site_tree, editor):
        target = published(ConditionPage)
        change(published(BlogPostPage), body=[words_with_links(target)])
        assert only(led_from(target, editor), "Linked in the text of").is_draft

    def test_a_live_page_whose_draft_says_the_same_is_shown_once_as_live(self, site_tree, editor):
        target = published(ConditionPage)
        change(live_linking(target), standfirst="Something else")
        assert not only(led_from(target, editor), "Linked in the text of").is_draft

    def test_a_link_that_the_draft_has_no_more_is_one_that_readers_have(self, site_tree, editor):
        target = published(ConditionPage)
        source = change(live_linking(target), body=[bodies.text()])
        assert not only(led_from(target, editor), "Linked in the text of").is_draft
        assert "Links in its text" not in shown(leads_to(newest(source), editor))

    def test_what_an_older_draft_said_is_forgotten(self, site_tree, editor):
        target = published(ConditionPage)
        change(draft_linking(target), body=[bodies.text()])
        assert led_from(target, editor) == []

    def test_a_key_that_begins_the_same_is_another_page(self, site_tree, editor):
        target = published(ConditionPage)
        other = published(ConditionPage)
        Page.objects.filter(pk=other.pk).update(title="Other")
        draft(BlogPostPage, body=[bodies.text(f'<p><a id="{target.pk}0" linktype="page">x</a></p>')])
        assert led_from(target, editor) == []


class WhyNotTests:
    @pytest.mark.parametrize(
        ("make", "why"),
        [
            (lambda: draft(BlogPostPage), "is a draft"),
            (lambda: planned(NINE), "goes live only on Mon 2 Mar 09:00"),
            (lambda: taken_offline(), "was taken offline"),
            (lambda: hidden(), "is private"),
            (lambda: published(BlogPostPage), ""),
            (lambda: expiring(published(BlogPostPage), TEN), ""),
        ],
        ids=["draft", "scheduled", "offline", "private", "live", "expiring"],
    )
    def test_a_target_that_readers_do_not_see_says_why(self, make, why, site_tree, clock, editor):
        target = make()
        one = only(leads_to(newest(draft_linking(target)), editor), "Links in its text")
        assert (one.page.pk, one.why_not) == (target.pk, why)

    def test_a_deleted_target_says_so(self, site_tree, editor):
        target = published(ConditionPage)
        source = draft_linking(target)
        Page.objects.get(pk=target.pk).delete()
        one = only(leads_to(newest(source), editor), "Links in its text")
        assert (one.page, one.why_not) == (None, "has been deleted")

    def test_so_does_one_that_was_chosen_in_a_block(self, site_tree, editor):
        target = published(ProductPage)
        source = draft(BlogPostPage, **body(bodies.product(target)))
        Page.objects.get(pk=target.pk).delete()
        gaps = [one.why_not for _, group in leads_to(newest(source), editor) for one in group if one.page is None]
        assert gaps == ["has been deleted"]

    def test_where_the_page_stands_is_told(self, site_tree, editor):
        change(live_linking(published(ConditionPage, title="Target")), standfirst="New")
        one = only(led_from(ConditionPage.objects.get(title="Target"), editor), "Linked in the text of")
        assert (one.status.word, one.flag) == ("Live + changes", None)


def taken_offline():
    """A post that readers saw once."""
    page = published(BlogPostPage)
    page.unpublish()
    return page


def hidden():
    """A live post for some eyes alone."""
    page = published(BlogPostPage)
    keep_private(page)
    return page


class SecretTests:
    def test_a_target_that_the_user_may_not_know_has_no_name_but_a_reason(self, site_tree, commerce):
        source = draft_linking(draft(BlogPostPage), page_type=ProductPage)
        one = only(leads_to(newest(source), commerce), IN_TEXT.there)
        assert (one.page, one.why_not, one.is_own) == (None, "is a draft", False)

    def test_nor_has_a_source(self, site_tree, commerce):
        target = published(ProductPage)
        draft_linking(target)
        hidden_source = live_linking(target)
        keep_private(hidden_source)
        assert led_from(target, commerce) == []

    def test_a_live_page_that_somebody_else_writes_is_named_without_a_way_to_its_form(self, site_tree, commerce):
        target = published(ProductPage)
        live_linking(target, title="Source")
        one = only(led_from(target, commerce), IN_TEXT.here)
        assert (one.page.title, one.is_own) == ("Source", False)

    def test_nobody_reads_the_unpublished_words_of_pages_that_are_not_theirs(self, site_tree, commerce):
        target = published(ProductPage)
        secret = bodies.text(f"<p>The secret launch is in May: {link_to(target)}.</p>")
        change(published(BlogPostPage), body=[secret])
        sentences = [one.sentence for _, group in led_from(target, commerce) for one in group]
        assert not any("secret launch" in sentence for sentence in sentences)

    def test_own_pages_are_told_from_others(self, site_tree, editor):
        target = published(ProductPage)
        live_linking(target)
        assert only(led_from(target, editor), IN_TEXT.here).is_own


class PagesNamingTests:
    def test_they_are_live_pages_drafts_and_versions_that_wait(self, site_tree, clock, editor):
        target = published(ConditionPage)
        live, unseen = live_linking(target), draft_linking(target)
        waiting = published(BlogPostPage)
        waiting.body, waiting.go_live_at = [words_with_links(target)], NINE
        waiting.save_revision().publish()
        change(waiting, body=[bodies.text()], go_live_at=None)
        published(BlogPostPage)
        assert pages_naming(target) == {live.pk, unseen.pk, waiting.pk}

    def test_a_page_nobody_names_has_none(self, site_tree):
        assert pages_naming(published(ConditionPage)) == set()


class SaidByTests:
    def test_each_page_is_said_once_a_kind_in_the_order_of_kinds(self, site_tree):
        one, two = published(ConditionPage), published(ConditionPage)
        source = draft_linking(two, one, two, post_conditions=[PostCondition(condition=one)])
        said = [(each.target, each.relation.there) for each in said_by(newest(source))]
        named = [pair for pair in said if pair[0] in {one.pk, two.pk}]
        assert named[0] == (one.pk, "Is about")
        assert sorted(named[1:]) == [(one.pk, "Links in its text"), (two.pk, "Links in its text")]


def queries(ask, page, user) -> int:
    """How many questions to the database a list takes, each line of it shown."""
    with CaptureQueriesContext(connection) as asked:
        groups = ask(page, user)
        assert [(one.status.word, one.flag) for _, group in groups for one in group]
    return len(asked)


class QueryTests:
    def test_what_a_page_leads_to_takes_as_many_queries_however_much_it_is(self, site_tree, editor):
        few, many = (live_linking(*(published(ConditionPage) for _ in range(number))) for number in (3, 12))
        few, many = newest(few), newest(many)
        queries(leads_to, few, editor)
        assert queries(leads_to, many, editor) == queries(leads_to, few, editor)

    def test_what_leads_to_a_page_takes_as_many_queries_however_much_it_is(self, site_tree, editor):
        few, many = published(ConditionPage), published(ConditionPage)
        for page, number in ((few, 3), (many, 12)):
            for _ in range(number):
                live_linking(page)
                draft_linking(page)
        queries(led_from, few, editor)
        assert queries(led_from, many, editor) == queries(led_from, few, editor)
