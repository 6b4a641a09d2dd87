"""What the head of a page tells search engines, and whoever the page is shared with."""

import re
from datetime import UTC, datetime

import pytest
from django.conf import settings

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.head import LEAST, MOST, description_of, has_room_for, in_brief, plain_text
from home.models import SiteSettings, StandardPage
from people.models import PersonPage
from products.models import ProductPage
from tests.core.test_tokens import tokens
from tests.images.factories import SiteImageFactory
from tests.people.factories import written_by
from tests.publication import draft, published
from topics.models import TopicPage

pytestmark = pytest.mark.django_db
SENTENCE = "Skin on the back is thicker than skin on the face."
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"')


def meta(client, address: str) -> dict[str, list[str]]:
    """Every meta element of a page, by its name."""
    found: dict[str, list[str]] = {}
    for name, content in META.findall(client.get(address).content.decode()):
        found.setdefault(name, []).append(content)
    return found


def linked(client, address: str, rel: str) -> list[str]:
    """The addresses of a page's link elements of one kind."""
    return re.findall(f'<link rel="{rel}"[^>]* href="([^"]*)"', client.get(address).content.decode())


@pytest.fixture
def site(site_tree):
    """The site has a name, a line and a picture of its own."""
    site = SiteSettings.for_site(site_tree.home.get_site())
    site.name, site.tagline, site.share_image = "Plain Skin", "Skin care checked by people.", SiteImageFactory()
    site.save()
    return site


class InBriefTests:
    def test_a_short_text_stays_as_it_is(self):
        assert in_brief(SENTENCE) == SENTENCE

    def test_whole_sentences_are_kept_as_far_as_there_is_room(self):
        assert in_brief(" ".join([SENTENCE] * 5)) == " ".join([SENTENCE] * 3)

    def test_a_sentence_too_long_is_cut_between_words(self):
        brief = in_brief("moisturiser, " * 40)
        assert brief.endswith("moisturiser…")
        assert LEAST <= len(brief) <= MOST

    def test_one_endless_word_is_cut_too(self):
        assert len(in_brief("a" * 1000)) == MOST

    def test_a_full_stop_early_on_is_no_place_to_end(self):
        assert len(in_brief("Dr. " + "who " * 100)) > LEAST


class DescriptionTests:
    def test_a_page_speaks_for_itself_before_the_site_does(self):
        page = BlogPostPage(title="Backs", standfirst=SENTENCE)
        assert description_of(page, "Skin care checked by people.") == SENTENCE

    def test_what_an_editor_wrote_for_search_engines_comes_first(self):
        page = BlogPostPage(title="Backs", standfirst=SENTENCE, search_description=SENTENCE.upper())
        assert description_of(page, "") == SENTENCE.upper()

    def test_a_few_words_are_followed_by_more(self):
        page = ConditionPage(title="Milia", standfirst="Small and white", definition=SENTENCE)
        assert description_of(page, "") == f"Small and white. {SENTENCE}"

    def test_a_page_that_says_nothing_has_the_line_of_the_site(self):
        assert description_of(TopicPage(title="Backs"), "Skin care") == "Skin care."

    def test_rich_text_becomes_words(self):
        assert plain_text("<p>Soap&nbsp;&amp; water.</p><p>No more.</p>") == "Soap & water. No more."


class TitleTests:
    @pytest.mark.parametrize(("title", "has_room"), [("x" * 52, True), ("x" * 53, False)])
    def test_the_name_of_the_site_stands_behind_a_title_that_leaves_room(self, title, has_room):
        assert has_room_for("Plain Skin", title) is has_room

    def test_a_site_without_a_name_adds_nothing(self):
        assert not has_room_for("", "Milia")


class CanonicalTests:
    @pytest.fixture
    def posts(self, site_tree):
        """Three sheets of posts, all under one topic."""
        topic = published(TopicPage, slug="backs")
        site_tree.blog.__class__.per_page, kept = 1, site_tree.blog.__class__.per_page
        for _ in range(3):
            published(BlogPostPage, topics=[topic])
        yield
        site_tree.blog.__class__.per_page = kept

    @pytest.mark.parametrize(
        ("address", "canonical"),
        [
            ("/blog/", "/blog/"),
            ("/blog/?page=1", "/blog/"),
            ("/blog/?page=2", "/blog/?page=2"),
            ("/blog/?page=99", "/blog/?page=3"),
            ("/blog/?utm_source=mail", "/blog/"),
            ("/blog/?topic=backs", "/topics/backs/"),
            ("/blog/?topic=backs&page=2", "/topics/backs/"),
            ("/blog/?topic=no-such", "/blog/"),
        ],
    )
    def test_a_list_names_the_address_it_should_be_known_by(self, client, posts, site_tree, address, canonical):
        wanted = f"{site_tree.home.get_site().root_url}{canonical}"
        assert linked(client, address, "canonical") == [wanted]
        assert meta(client, address)["og:url"] == [wanted]

    def test_a_copy_that_follows_another_page_names_that_page(self, client, site_tree):
        post = published(BlogPostPage)
        alias = post.create_alias(parent=site_tree.blog, update_slug="again")
        assert linked(client, alias.get_url(), "canonical") == [post.full_url]

    def test_sheets_are_told_apart_by_their_titles(self, client, posts, site):
        assert "<title>Blog, page 2 · Plain Skin</title>" in client.get("/blog/?page=2").content.decode()


class SharingTests:
    def test_an_article_says_when_by_whom_and_on_what(self, client, site):
        person, topics = published(PersonPage), [published(TopicPage, title=title) for title in ("Backs", "Baths")]
        moment = datetime(2026, 3, 1, 9, tzinfo=UTC)
        page = published(BlogPostPage, published_at=moment, contributions=written_by(person), topics=topics)
        BlogPostPage.objects.filter(pk=page.pk).update(updated_at=datetime(2026, 7, 1, 9, tzinfo=UTC))
        said = meta(client, page.get_url())

        assert said["og:type"] == ["article"]
        assert said["article:published_time"] == ["2026-03-01T09:00:00+00:00"]
        assert said["article:modified_time"] == ["2026-07-01T10:00:00+01:00"]
        assert said["article:author"] == [person.full_url]
        assert said["article:section"] == ["Backs"]
        assert said["article:tag"] == ["Baths"]
        assert said["og:locale"] == ["en_GB"]
        assert said["og:site_name"] == ["Plain Skin"]

    @pytest.mark.parametrize(
        ("page_type", "kind"),
        [(PersonPage, "profile"), (StandardPage, "website"), (TopicPage, "website"), (ProductPage, "article")],
    )
    def test_each_kind_of_page_says_what_it_is(self, client, site, page_type, kind):
        assert meta(client, published(page_type).get_url())["og:type"] == [kind]

    def test_a_person_is_named_as_in_a_byline(self, client, site):
        assert meta(client, published(PersonPage, honorific="Dr", title="Ana Ruiz").get_url())["og:title"] == [
            "Dr Ana Ruiz"
        ]

    def test_somebody_whose_profile_is_not_public_is_not_linked(self, client, site):
        person = draft(PersonPage)
        page = published(BlogPostPage, contributions=written_by(person))
        assert "article:author" not in meta(client, page.get_url())

    def test_the_picture_of_the_page_is_described(self, client, site):
        page = published(BlogPostPage, image=SiteImageFactory(), image_alt="A forearm")
        said = meta(client, page.get_url())
        assert said["og:image:alt"] == ["A forearm"]
        assert said["twitter:card"] == ["summary_large_image"]
        assert int(said["og:image:width"][0]) > 0 < int(said["og:image:height"][0])
        assert said["og:image"][0].startswith("http")

    def test_a_picture_without_a_description_has_the_title(self, client, site):
        page = published(BlogPostPage, title="Calm", image=SiteImageFactory())
        assert meta(client, page.get_url())["og:image:alt"] == ["Calm"]

    def test_a_page_without_a_picture_has_the_one_of_the_site(self, client, site):
        assert meta(client, published(BlogPostPage).get_url())["og:image:alt"] == ["Plain Skin"]

    def test_a_site_without_pictures_asks_for_a_small_card(self, client, site_tree):
        said = meta(client, published(BlogPostPage).get_url())
        assert said["twitter:card"] == ["summary"]
        assert "og:image" not in said


class RobotsTests:
    @pytest.mark.parametrize("address", ["/search/", "/search/?q=milia", "/no-such-page/"])
    def test_results_and_errors_are_not_for_search_engines(self, client, site, address):
        assert meta(client, address)["robots"] == ["noindex"]
        assert linked(client, address, "canonical") == []

    def test_every_page_is(self, client, site):
        assert "robots" not in meta(client, "/blog/") | meta(client, published(BlogPostPage).get_url())


class HeadMetaTests:
    def test_the_browser_is_coloured_like_the_page(self, client, site):
        html = client.get("/").content.decode()
        for scheme, name in enumerate(["light", "dark"]):
            colour = tokens(scheme)["paper"]
            assert f'<meta name="theme-color" content="{colour}" media="(prefers-color-scheme: {name})">' in html

    @pytest.mark.parametrize("page_type", [BlogPostPage, PersonPage, TopicPage])
    def test_nothing_piles_up(self, client, site, page_type):
        html = client.get(published(page_type).get_url()).content.decode()
        head = html[: html.index("</head>")]
        assert re.search(r"\n\s*\n", head) is None
        names = re.findall(r'<meta (?:name|property)="([^"]+)"', head)
        assert {name for name in names if names.count(name) > 1} <= {"theme-color", "article:tag", "article:author"}

    def test_feeds_are_named(self, client, site):
        topic = published(TopicPage, title="Backs", slug="backs")
        html = client.get(topic.get_url()).content.decode()
        assert linked(client, topic.get_url(), "alternate") == ["/feed/", "/topics/backs/feed/"]
        assert 'title="Backs · Plain Skin" href="/topics/backs/feed/"' in html

    def test_a_site_without_an_icon_has_the_house_icon(self, client, site):
        icons = linked(client, "/", "icon") + linked(client, "/", "apple-touch-icon")
        assert icons == ["/static/img/favicon.svg", "/static/img/apple-touch-icon.png"]
        for icon in icons:
            assert (settings.BASE_DIR / icon.removeprefix("/")).exists()

    def test_the_icon_an_editor_chose_takes_its_place(self, client, site):
        site.favicon = SiteImageFactory()
        site.save()
        (icon,) = linked(client, "/", "icon")
        assert icon.startswith("/media/") and "48x48" in icon
        (touched,) = linked(client, "/", "apple-touch-icon")
        assert "180x180" in touched
