"""One page in the place of another, wherever a page names it."""

import pytest
from wagtail.models import Page

from articles.models import RelatedPage
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionPage
from core.links import links_of
from editorial.linking.retargeting import Retargeting
from products.models import ProductPage
from tests.conditions.bodies import differential
from tests.core import bodies
from tests.publication import draft, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db


def link_to(key, words="here") -> str:
    """Prose with a link to a page."""
    return f'<p>More <a id="{key}" linktype="page">{words}</a> &amp; elsewhere.</p>'


def retarget(page: Page, old: Page, new: Page) -> Retargeting:
    """Change a page as its newest version has it, and read it again."""
    retargeting = Retargeting(old.pk, new)
    retargeting.apply(page)
    return retargeting


def boxes(page: Page, target: Page) -> set[str]:
    """The boxes in which a page names another."""
    return {link.box for link in links_of(page) if link.target == target.pk}


class RetargetingTests:
    def test_texts_choosers_and_relations_change(self, site_tree):
        old, new = published(ConditionPage), published(ConditionPage)
        name, value = bodies.faq()
        value["items"][0]["answer"] = link_to(old.pk)
        body = [bodies.text(link_to(old.pk)), differential(old), (name, value)]
        page = draft(ConditionPage, body=body)
        page.related_pages = [RelatedPage(target=old)]
        named = boxes(page, old)
        assert len(named) == 4
        assert retarget(page, old, new).changed == 4
        assert boxes(page, new) == named
        assert boxes(page, old) == set()

    def test_only_the_key_in_the_link_changes(self, site_tree):
        old, new = published(BlogPostPage), published(BlogPostPage)
        page = draft(BlogPostPage, body=[bodies.text(link_to(old.pk) + link_to(new.pk) + f"<p>{old.pk}</p>")])
        retarget(page, old, new)
        assert page.body.raw_data[0]["value"] == link_to(new.pk) * 2 + f"<p>{old.pk}</p>"

    def test_a_key_that_begins_alike_stays(self, site_tree):
        old, new = published(BlogPostPage), published(BlogPostPage)
        text = link_to(f"{old.pk}0")
        page = draft(BlogPostPage, body=[bodies.text(text)])
        assert retarget(page, old, new).changed == 0
        assert page.body.raw_data[0]["value"] == text

    def test_rich_text_fields_change(self, site_tree):
        old, new = published(BlogPostPage), published(BlogPostPage)
        topic = draft(TopicPage, introduction=link_to(old.pk))
        retarget(topic, old, new)
        assert topic.introduction == link_to(new.pk)

    def test_a_field_that_names_a_page_changes(self, site_tree):
        old, new = published(ProductPage), published(ProductPage)
        product = draft(ProductPage, successor=old)
        retarget(product, old, new)
        assert product.successor_id == new.pk

    def test_a_topic_changes_and_is_not_said_twice(self, site_tree):
        old, new, other = (published(TopicPage) for _ in range(3))
        page = draft(BlogPostPage, topics=[old, other])
        assert retarget(page, old, new).changed == 1
        assert set(page.topics.all()) == {new, other}
        page = draft(BlogPostPage, topics=[old, new])
        assert retarget(page, old, new).changed == 1
        assert list(page.topics.all()) == [new]

    def test_what_is_no_topic_does_not_take_the_place_of_one(self, site_tree):
        topic = published(TopicPage)
        page = draft(BlogPostPage, topics=[topic])
        retargeting = retarget(page, topic, published(BlogPostPage))
        assert (retargeting.changed, retargeting.left) == (0, 1)
        assert list(page.topics.all()) == [topic]

    def test_where_its_address_leads_once_offline_stays(self, site_tree):
        old, new = published(BlogPostPage), published(BlogPostPage)
        page = draft(BlogPostPage, forward_to=old)
        assert retarget(page, old, new).changed == 0
        assert page.forward_to_id == old.pk

    def test_a_box_of_another_kind_is_left_and_counted(self, site_tree):
        old, new = published(ConditionPage), published(BlogPostPage)
        page = draft(ConditionPage, body=[differential(old), bodies.text(link_to(old.pk))])
        retargeting = retarget(page, old, new)
        assert (retargeting.changed, retargeting.left) == (1, 1)
        assert boxes(page, old) == {"body.differential.items.item.condition"}

    def test_a_relation_is_not_said_twice(self, site_tree):
        old, new = published(ConditionPage), published(ConditionPage)
        page = draft(BlogPostPage)
        page.post_conditions = [PostCondition(condition=old), PostCondition(condition=new)]
        retarget(page, old, new)
        assert [row.condition_id for row in page.post_conditions.all()] == [new.pk]

    def test_blocks_keep_their_keys(self, site_tree):
        old, new = published(BlogPostPage), published(BlogPostPage)
        page = draft(BlogPostPage, body=[bodies.text(link_to(old.pk)), bodies.quote()])
        page.save_revision(clean=False)
        page = page.get_latest_revision_as_object()
        before = [child.id for child in page.body]
        retarget(page, old, new)
        assert [child.id for child in page.body] == before
