"""Rich text as readers see it."""

import pytest
import wagtail_factories
from django.template import Context, Template

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from core.prose import anchor, prose_of
from people.models import PersonPage
from tests.core import bodies
from tests.core.privacy import keep_private
from tests.publication import draft, published
from tests.sources.factories import SourceFactory

PROSE = Template("{% load core_tags %}{% prose value %}")


def cite(source, words="studies"):
    """A citation as it is stored."""
    return f'<a linktype="source" id="{source.pk}">{words}</a>'


def link(page, words="there"):
    """A link to a page as it is stored."""
    return f'<a linktype="page" id="{page.pk}">{words}</a>'


def post_with(*texts):
    """A published post of several passages."""
    return published(BlogPostPage, body=[bodies.seek_help(), *(bodies.text(text) for text in texts)])


def passages(page):
    """The passages of a post as its templates print them."""
    context = {"page": page}
    blocks = [child.value for child in page.body if child.block_type == "text"]
    return [PROSE.render(Context(context | {"value": value})).strip() for value in blocks]


@pytest.fixture
def first(db):
    return SourceFactory(title="Guideline 1")


@pytest.fixture
def second(db):
    return SourceFactory(title="Guideline 2")


class CitationTests:
    def test_citations_are_numbered_across_passages_in_order_of_first_citation(self, first, second):
        page = post_with(f"<p>{cite(second)}</p>", f"<p>{cite(first)} and {cite(second)}</p>")
        assert passages(page) == [
            '<p>studies<sup class="cite"><a href="#source-1" id="cite-1" aria-label="Source 1">1</a></sup></p>',
            '<p>studies<sup class="cite"><a href="#source-2" id="cite-2" aria-label="Source 2">2</a></sup> and '
            'studies<sup class="cite"><a href="#source-1" id="cite-3" aria-label="Source 1">1</a></sup></p>',
        ]

    def test_the_source_list_leads_back_to_each_citation(self, first, second):
        page = post_with(f"<p>{cite(second)}</p>", f"<p>{cite(first)} and {cite(second)}</p>")
        assert [(item.number, item.source, item.backlinks) for item in page.citations] == [
            (1, second, ["cite-1", "cite-3"]),
            (2, first, ["cite-2"]),
        ]

    def test_two_passages_in_the_same_words_have_citations_of_their_own(self, first):
        page = post_with(f"<p>{cite(first)}</p>", f"<p>{cite(first)}</p>")
        assert ["cite-1" in passages(page)[0], "cite-2" in passages(page)[1]] == [True, True]

    def test_citations_inside_other_blocks_count(self, first, second):
        note = {"kind": "tip", "text": f"<p>{cite(second)}</p>"}
        page = published(BlogPostPage, body=[("callout", note), bodies.text(f"<p>{cite(first)}</p>")])
        assert 'href="#source-2"' in passages(page)[0]

    def test_a_deleted_source_leaves_the_words(self, first, second):
        page = post_with(f"<p>{cite(first)} and {cite(second)}</p>")
        first.delete()
        assert passages(page) == [
            '<p>studies and studies<sup class="cite">'
            '<a href="#source-1" id="cite-2" aria-label="Source 1">1</a></sup></p>'
        ]

    def test_marked_up_words_stay_marked_up(self, first):
        assert "<b>strong</b> words<sup" in passages(post_with(f"<p>{cite(first, '<b>strong</b> words')}</p>"))[0]

    def test_a_key_nobody_could_have_stored_is_ignored(self, first):
        page = post_with(f'<p>{cite(first)} <a linktype="source" id="9{"9" * 30}">x</a></p>')
        assert "<p>studies<sup" in passages(page)[0]
        assert "999" not in passages(page)[0]


class PageLinkTests:
    def test_a_readable_page_is_linked(self, db):
        condition = published(ConditionPage, slug="milia")
        assert passages(post_with(f"<p>{link(condition)}</p>")) == ['<p><a href="/conditions/milia/">there</a></p>']

    def test_a_draft_is_not_linked(self, db):
        assert passages(post_with(f"<p>{link(draft(ConditionPage))}</p>")) == ["<p>there</p>"]

    def test_a_private_page_is_not_linked(self, db):
        condition = published(ConditionPage)
        keep_private(condition)
        assert passages(post_with(f"<p>{link(condition)}</p>")) == ["<p>there</p>"]

    def test_a_deleted_page_leaves_the_words(self, db):
        assert passages(post_with('<p><a linktype="page" id="987654">there</a></p>')) == ["<p>there</p>"]

    def test_all_links_of_a_page_cost_one_query(self, db, django_assert_max_num_queries):
        conditions = [published(ConditionPage) for _ in range(3)]
        page = post_with(*(f"<p>{link(condition)} {link(conditions[0])}</p>" for condition in conditions))
        prose = prose_of(page)
        # One for restrictions, which a request reads once; the other for pages.
        with django_assert_max_num_queries(2):
            assert len(prose._readable_links) == 3

    def test_other_links_stay(self, db):
        html = '<p><a href="https://example.org/?a=1&amp;b=2">there</a> <a href="#part">here</a></p>'
        assert passages(post_with(html)) == [html]


class DocumentLinkTests:
    def test_all_documents_of_a_page_cost_one_query(self, db, django_assert_num_queries):
        documents = [wagtail_factories.DocumentFactory() for _ in range(2)]
        links = [f'<a linktype="document" id="{document.pk}">Sheet</a>' for document in documents]
        page = post_with(*(f"<p>{link}</p>" for link in links))
        expected = [f'<p><a href="{document.url}">Sheet</a></p>' for document in documents]
        # The other is for the sources.
        with django_assert_num_queries(2):
            assert passages(page) == expected

    def test_a_deleted_document_leaves_the_words(self, db):
        assert passages(post_with('<p><a linktype="document" id="987654">Sheet</a></p>')) == ["<p>Sheet</p>"]


class KnownPagesTests:
    def test_links_to_pages_already_loaded_or_known_to_be_gone_cost_nothing(self, db, django_assert_num_queries):
        condition = published(ConditionPage, slug="milia")
        page = post_with(f'<p>{link(condition)} <a linktype="page" id="987654">gone</a></p>')
        prose_of(page).know([condition], gone=[987654])
        # The restrictions, which a request reads once.
        with django_assert_num_queries(1):
            assert list(prose_of(page)._readable_links) == [condition.pk]


class HeadingTests:
    def test_headings_can_be_linked_to(self, db):
        assert passages(post_with("<h2>Why <b>it</b> happens</h2><p>So.</p>"))[0].startswith(
            '<h2 id="why-it-happens">Why <b>it</b> happens</h2>'
        )

    def test_a_sign_in_a_heading_has_the_name_the_contents_list_gives_it(self, db):
        page = post_with("<h2>Backs &amp; shoulders</h2><p>So.</p>")
        (name, _), *_ = page.headings
        assert f'<h2 id="{name}">' in passages(page)[0]

    @pytest.mark.parametrize(("words", "name"), [("Why it happens", "why-it-happens"), ("“?!”", "section")])
    def test_every_heading_has_a_name(self, words, name):
        assert anchor(words) == name


class ProseTagTests:
    def test_plain_fields_are_rendered_too(self, db):
        condition = published(ConditionPage, slug="milia")
        person = published(PersonPage, biography=f"<p>{link(condition)}</p>")
        html = PROSE.render(Context({"page": person, "value": person.biography}))
        assert html == '<p><a href="/conditions/milia/">there</a></p>'

    def test_without_a_page_the_words_stand_alone(self, first):
        html = PROSE.render(Context({"value": f"<p>{cite(first)} {link(draft(ConditionPage))}</p>"}))
        assert html == "<p>studies there</p>"

    def test_nothing_renders_as_nothing(self, db):
        assert PROSE.render(Context({"page": BlogPostPage(title="New"), "value": None})) == ""
