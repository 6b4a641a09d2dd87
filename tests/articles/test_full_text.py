"""Whole articles for feed readers."""

import wagtail_factories
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from articles.full_text import Company, article_types, articles_of, full_text, gather_all
from articles.models import ArticlePage
from blog.models import BlogPostPage
from conditions.models import ConditionPage, QuestionPage
from core import shelf
from core.listing import newest_first
from images.models import Rendition
from people.models import Contribution, PersonPage
from products.models import ProductPage
from sources.models import Source
from tests.articles.company import everything
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.images.factories import SiteImageFactory
from tests.people.factories import written_by
from tests.publication import draft, published
from tests.sources.factories import SourceFactory
from topics.models import TopicPage

ADDRESS = "https://example.org/page/"


def told(page: ArticlePage, rf) -> str:
    """The whole text of one article."""
    (article,) = articles_of(Page.objects.filter(pk=page.pk), 1)
    with shelf.open_shelf():
        gather_all([article])
        return full_text(article, ADDRESS, rf.get("/"))


def company_of(*pages: ArticlePage) -> Company:
    """What some articles name."""
    with shelf.open_shelf():
        return gather_all(articles_of(Page.objects.filter(pk__in=[page.pk for page in pages]), 20))


def cited(source: Source) -> str:
    """A citation as it is stored."""
    return f'<a linktype="source" id="{source.pk}">shown</a>'


class ArticlesOfTests:
    def test_every_type_comes_as_what_it_is_with_its_body_in_one_query(self, site_tree, django_assert_num_queries):
        pages = [published(model) for model in article_types()]
        with CaptureQueriesContext(connection) as queries:
            found = articles_of(newest_first(Page.objects.filter(pk__in=[page.pk for page in pages])), 20)
        # The restrictions, which a request reads once, and the articles.
        assert len(queries) == 2
        with django_assert_num_queries(0):
            assert {type(page) for page in found if page.body.raw_data is not None} == set(article_types())

    def test_drafts_and_private_pages_are_left_out(self, site_tree):
        keep_private(published(BlogPostPage))
        draft(BlogPostPage)
        assert articles_of(BlogPostPage.objects.all(), 20) == []

    def test_a_copy_that_follows_another_page_is_not_told_twice(self, site_tree):
        post = published(BlogPostPage)
        post.create_alias(parent=site_tree.blog, update_slug="again")
        assert articles_of(BlogPostPage.objects.all(), 20) == [post]

    def test_no_more_than_asked_for_are_loaded(self, site_tree):
        for _ in range(3):
            published(BlogPostPage)
        assert len(articles_of(BlogPostPage.objects.all(), 2)) == 2


class GatherAllTests:
    def test_the_queries_do_not_grow_with_the_articles(self, site_tree, rf):
        everything()
        articles = articles_of(newest_first(Page.objects.filter(depth__gt=3)), 20)
        request = rf.get("/")
        with CaptureQueriesContext(connection) as all_of_them, shelf.open_shelf():
            gather_all(articles)
        with CaptureQueriesContext(connection) as rendering, shelf.open_shelf():
            gather_all(articles)
            for article in articles:
                full_text(article, ADDRESS, request)
        assert len(articles) >= 6
        # Names, pages, medicines, pictures, and outside of a request the restrictions.
        assert len(all_of_them) == 5
        allowed = ("SELECT DISTINCT", 'SELECT "home_sitesettings"', 'SELECT "wagtailcore_site"')
        others = [query["sql"] for query in rendering if not query["sql"].lstrip("(").startswith(allowed)]
        assert len(others) == 4

    def test_authors_are_named_in_order_and_reviewers_are_not(self, site_tree):
        first = published(PersonPage, honorific="Dr", title="Ana Ruiz")
        second = published(PersonPage, honorific="", title="Bo Lee")
        reviewer = published(PersonPage, title="Cy Poe")
        people = [
            Contribution(person=reviewer, role="reviewer", sort_order=0),
            Contribution(person=first, role="author", sort_order=1),
            Contribution(person=second, role="author", sort_order=2),
        ]
        page = published(BlogPostPage, contributions=people)
        other = published(BlogPostPage, contributions=written_by(second))
        assert company_of(page, other).authors == {page.pk: ["Dr Ana Ruiz", "Bo Lee"], other.pk: ["Bo Lee"]}

    def test_topics_readers_may_open_are_named(self, site_tree):
        topics = [published(TopicPage, title="Backs"), draft(TopicPage), published(TopicPage, title="Baths")]
        keep_private(published(TopicPage, title="Staff"))
        post, condition = published(BlogPostPage, topics=topics), published(ConditionPage, topics=topics[:1])
        assert company_of(post, condition).topics == {post.pk: ["Backs", "Baths"], condition.pk: ["Backs"]}

    def test_no_articles_need_no_company(self, site_tree):
        assert gather_all([]) == Company()


class FullTextTests:
    def test_a_post_is_told_from_its_first_sentence_to_its_last(self, site_tree, rf):
        picture = SiteImageFactory(credit="Photo: Ana Ruiz")
        body = [bodies.text("<p>It passes.</p>"), bodies.seek_help("emergency"), bodies.how_to(), bodies.faq()]
        text = told(
            published(BlogPostPage, standfirst="What calms it.", image=picture, image_alt="A back", body=body), rf
        )
        parts = ["<p>What calms it.</p>", 'alt="A back"', "Photo: Ana Ruiz", "It passes.", "Emergency: get help now"]
        parts += ["<li>It grows</li>", "<b>Take care:</b> Stop when it stings.", "<h3>Does it leave a mark?</h3>"]
        places = [text.find(part) for part in parts]
        assert -1 not in places
        assert places == sorted(places)

    def test_nothing_of_the_page_around_it_comes_along(self, site_tree, rf):
        body = [bodies.seek_help(), bodies.callout(), bodies.dos_and_donts(), bodies.faq(), bodies.signs()]
        text = told(published(BlogPostPage, body=body), rf)
        for word in ("class=", " id=", "<svg", "<form", "<script", "<button", "<span", "<div", "aria-", "style="):
            assert word not in text

    def test_a_question_is_answered_first(self, site_tree, rf):
        page = published(QuestionPage, verdict="no", short_answer="Not by itself.\n\nIt may recur.")
        text = told(page, rf)
        assert text.index("<b>No</b>") < text.index("<p>Not by itself.</p>") < text.index("<p>It may recur.</p>")

    def test_a_condition_is_defined_and_its_facts_are_named(self, site_tree, rf):
        text = told(published(ConditionPage, definition="Small plugs.", also_known_as="Milk spots", colour="White"), rf)
        assert text.index("<p>Small plugs.</p>") < text.index("<dt>Also called</dt><dd>Milk spots</dd>")
        assert "<dt>Colour</dt><dd>White</dd>" in text

    def test_citations_lead_to_the_source_list_of_the_page(self, site_tree, rf):
        first, second, gone = SourceFactory(), SourceFactory(), SourceFactory()
        words = f"<p>{cited(second)}, {cited(gone)} and {cited(first)}</p>"
        page = published(BlogPostPage, body=[bodies.text(words)])
        gone.delete()
        text = told(page, rf)
        assert f'shown<sup><a href="{ADDRESS}#source-1">1</a></sup>, shown and' in text
        assert f'shown<sup><a href="{ADDRESS}#source-2">2</a></sup></p>' in text
        assert f'<a href="{ADDRESS}#sources">Sources</a>' in text

    def test_numbers_are_those_of_the_page(self, site_tree, rf, client):
        sources = [SourceFactory() for _ in range(3)]
        words = "".join(f"<p>{cited(source)}</p>" for source in (sources[2], sources[0], sources[2]))
        page = published(BlogPostPage, body=[bodies.text(words)])
        assert page.citation_numbers == {sources[2].pk: 1, sources[0].pk: 2}
        assert told(page, rf).count("#source-1") == 2

    def test_products_keep_their_label_and_what_their_link_says_of_money(self, site_tree, rf):
        product = published(ProductPage, title="Calm cream", commercial_relation="affiliate")
        text = told(published(BlogPostPage, body=[bodies.product(product)]), rf)
        assert text.index(product.label) < text.index("Calm cream")
        assert f'<a href="https://example.org{product.get_url()}" rel="{product.link_rel}">Calm cream</a>' in text
        assert product.label in told(product, rf)

    def test_links_to_what_readers_may_not_see_are_words(self, site_tree, rf):
        hidden = draft(ConditionPage)
        words = f'<p><a linktype="page" id="{hidden.pk}">here</a> <a linktype="page" id="98765">there</a></p>'
        assert "<p>here there</p>" in told(published(BlogPostPage, body=[bodies.text(words)]), rf)

    def test_documents_are_linked_and_lost_ones_are_words(self, site_tree, rf):
        document = wagtail_factories.DocumentFactory()
        words = f'<p><a linktype="document" id="{document.pk}">Sheet</a> <a linktype="document" id="98765">lost</a></p>'
        text = told(published(BlogPostPage, body=[bodies.text(words)] * 3), rf)
        assert text.count(f'<a href="https://example.org{document.url}">Sheet</a> lost') == 3

    def test_no_picture_is_made(self, site_tree, rf):
        page = published(BlogPostPage, image=SiteImageFactory(), body=[bodies.image(SiteImageFactory())])
        Rendition.objects.all().delete()
        text = told(page, rf)
        assert Rendition.objects.count() == 0
        assert text.count('<img src="https://example.org/media/original_images/') == 2

    def test_an_update_is_dated(self, site_tree, rf):
        page = published(BlogPostPage)
        assert "Updated on" not in told(page, rf)
        BlogPostPage.objects.filter(pk=page.pk).update(updated_at=page.published_at.replace(2026, 3, 1))
        assert "Updated on 1 March 2026." in told(page, rf)
