"""Feeds of articles."""

import pytest
from django.utils import timezone
from django.utils.http import http_date

from articles.feeds import NEWEST
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionPage, QuestionPage
from home.models import SiteSettings, StandardPage
from people.models import PersonPage
from products.models import ProductPage
from tests.articles.company import everything
from tests.conditions.factories import about
from tests.core.privacy import keep_private
from tests.core.rss import NAMES, channel, items, said, titles
from tests.images.factories import SiteImageFactory
from tests.people.factories import written_by
from tests.publication import draft, publish, published
from topics.models import TopicPage

FEBRUARY = timezone.now().replace(year=2024, month=2, day=3, hour=9, minute=0, second=0, microsecond=0)


class PageFeedTests:
    def test_a_topic_has_a_feed_across_types(self, client, site_tree):
        topic = published(TopicPage, slug="body")
        published(BlogPostPage, title="Post", topics=[topic])
        published(ConditionPage, title="Condition", topics=[topic])
        published(BlogPostPage, title="Elsewhere")
        assert titles(client, "/topics/body/feed/") == ["Condition", "Post"]

    def test_a_person_has_a_feed_of_what_they_wrote(self, client, site_tree):
        person = published(PersonPage, slug="ana", honorific="Dr", title="Ana Ruiz")
        published(BlogPostPage, title="Hers", contributions=written_by(person))
        published(BlogPostPage, title="Not hers")
        assert titles(client, "/people/ana/feed/") == ["Hers"]
        feed = channel(client, "/people/ana/feed/")
        assert feed.findtext("title") == "Dr Ana Ruiz · Untitled site"
        assert feed.findtext("description") == "Dr Ana Ruiz: the newest from Untitled site"

    def test_a_condition_has_a_feed_of_posts_and_questions(self, client, site_tree):
        condition = published(ConditionPage, slug="milia")
        published(BlogPostPage, title="Post", post_conditions=[PostCondition(condition=condition)])
        published(QuestionPage, title="Question", question_conditions=about(condition))
        assert titles(client, "/conditions/milia/feed/") == ["Question", "Post"]

    @pytest.mark.parametrize("address", ["/topics/body/feed/more/", "/topics/feed/", "/blog/feed/", "/no/such/feed/"])
    def test_other_addresses_have_none(self, client, site_tree, address):
        published(TopicPage, slug="body")
        assert client.get(address).status_code == 404

    def test_a_page_called_feed_is_still_found(self, client, site_tree):
        page = published(StandardPage, slug="feed", parent=StandardPage.objects.get(slug="about"))
        assert page.get_url() == "/about/feed/"
        assert page.title in client.get("/about/feed/").content.decode()

    def test_feed_readers_are_shown_the_way(self, client, site_tree):
        published(TopicPage, slug="body")
        assert 'href="/topics/body/feed/"' in client.get("/topics/body/").content.decode()

    def test_a_draft_and_a_private_page_have_none(self, client, site_tree):
        draft(TopicPage, slug="body")
        keep_private(published(TopicPage, slug="staff"))
        assert client.get("/topics/body/feed/").status_code == 404
        assert client.get("/topics/staff/feed/").status_code == 404

    def test_it_may_only_be_read(self, client, site_tree):
        published(TopicPage, slug="body")
        assert client.post("/topics/body/feed/").status_code == 405

    def test_private_pages_and_products_no_longer_sold_are_left_out(self, client, site_tree):
        topic = published(TopicPage, slug="body")
        keep_private(published(BlogPostPage, topics=[topic]))
        published(ProductPage, topics=[topic], retired_on=timezone.localdate())
        assert titles(client, "/topics/body/feed/") == []


class FeedResponseTests:
    @pytest.fixture
    def post(self, site_tree):
        """A post with everything a feed can tell of it."""
        settings = SiteSettings.for_site(site_tree.home.get_site())
        settings.name, settings.tagline = "Plain Skin", "Calm advice."
        settings.save()
        return published(
            BlogPostPage,
            title="Soap & water",
            standfirst="What each of them does.",
            image=SiteImageFactory(),
            topics=[published(TopicPage, title="Washing")],
            contributions=written_by(published(PersonPage, honorific="", title="Ana Ruiz")),
            published_at=FEBRUARY,
        )

    def test_the_feed_says_what_it_is(self, client, post):
        feed = channel(client, "/feed/")
        assert feed.findtext("title") == "Plain Skin"
        assert feed.findtext("description") == "Calm advice."
        assert feed.findtext("language") == "en-gb"
        assert feed.findtext("link") == "http://127.0.0.1:8000/"
        assert feed.find("atom:link", NAMES).attrib == {"href": "http://127.0.0.1:8000/feed/", "rel": "self"}

    def test_a_site_without_a_line_says_what_the_feed_is(self, client, site_tree):
        assert channel(client, "/feed/").findtext("description") == "The newest from Untitled site"

    def test_an_item_says_who_when_where_and_on_what(self, client, post):
        (item,) = items(client, "/feed/")
        assert item.findtext("title") == "Soap & water"
        assert item.findtext("description") == "What each of them does."
        assert item.findtext("link") == item.findtext("guid") == post.full_url
        assert item.find("guid").get("isPermaLink") == "true"
        assert item.findtext("pubDate") == "Sat, 03 Feb 2024 09:00:00 +0000"
        assert said(item, "dc:creator") == ["Ana Ruiz"]
        assert said(item, "category") == ["Washing"]
        assert "<p>What each of them does.</p>" in said(item, "content:encoded")[0]

    def test_its_picture_is_one_that_was_made_before(self, client, post):
        picture = items(client, "/feed/")[0].find("media:content", NAMES).attrib
        assert picture["url"].startswith("http://127.0.0.1:8000/media/")
        assert (picture["medium"], picture["type"]) == ("image", "image/jpeg")
        assert int(picture["width"]) > int(picture["height"]) > 0

    def test_what_the_organisation_signs_is_by_the_site(self, client, post):
        post.has_organisation_byline = True
        publish(post)
        assert said(items(client, "/feed/")[0], "dc:creator") == ["Plain Skin"]

    def test_the_newest_come_first_and_the_oldest_not_at_all(self, client, site_tree):
        for number in range(NEWEST + 2):
            published(BlogPostPage, title=f"No. {number}", published_at=FEBRUARY.replace(day=1 + number))
        assert titles(client, "/feed/") == [f"No. {number}" for number in range(NEWEST + 1, 1, -1)]

    def test_an_unchanged_feed_is_not_sent_again(self, client, post):
        first = client.get("/feed/")
        for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
            assert client.get("/feed/", headers=headers).status_code == 304

    def test_a_small_fix_makes_it_new(self, client, post, time_machine):
        first = client.get("/feed/")
        time_machine.move_to(timezone.now() + timezone.timedelta(minutes=1))
        post.standfirst = "What each of them can do."
        publish(post)
        for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
            assert client.get("/feed/", headers=headers).status_code == 200

    def test_an_empty_feed_stays_the_same_too(self, client, site_tree, time_machine):
        first = client.get("/feed/")
        time_machine.move_to(timezone.now() + timezone.timedelta(hours=1))
        assert client.get("/feed/").content == first.content
        assert first["Last-Modified"] == http_date(site_tree.home.last_published_at.timestamp())

    def test_caches_drop_it_when_a_page_in_it_expires(self, client, post, time_machine):
        time_machine.move_to(timezone.now(), tick=False)
        post.expire_at = timezone.now() + timezone.timedelta(seconds=20)
        publish(post)
        assert client.get("/feed/")["Cache-Control"] == "public, max-age=0, s-maxage=20"

    def test_characters_xml_cannot_hold_do_no_harm(self, client, post):
        BlogPostPage.objects.filter(pk=post.pk).update(title="Soap\x0b\x1f", standfirst="What\x01 it does.")
        (item,) = items(client, "/feed/")
        assert (item.findtext("title"), item.findtext("description")) == ("Soap", "What it does.")

    def test_every_address_is_a_full_one(self, client, site_tree):
        pages = everything()
        for address in ("/feed/", f"{pages['topic']}feed/", f"{pages['person']}feed/", f"{pages['condition']}feed/"):
            content = client.get(address).content.decode()
            assert content.count("<item>") > 0
            for start in ('href="', 'src="', "href=&quot;", "src=&quot;"):
                assert all(rest.startswith(("http://", "https://", "tel:")) for rest in content.split(start)[1:]), (
                    address
                )
