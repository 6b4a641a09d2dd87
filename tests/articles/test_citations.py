"""The numbered source list of an article."""

from articles.citations import citations_of
from blog.models import BlogPostPage
from sources.models import ListedSource
from tests.publication import published
from tests.sources.factories import SourceFactory


class CitationsTests:
    def test_cited_sources_come_before_those_only_listed(self, db):
        listed, cited = SourceFactory(), SourceFactory()
        page = published(BlogPostPage, listed_sources=[ListedSource(source=listed)])
        found = citations_of(page, [cited.pk])
        assert [(item.number, item.source, item.backlinks) for item in found] == [
            (1, cited, ["cite-1"]),
            (2, listed, []),
        ]

    def test_a_source_both_listed_and_cited_stands_once(self, db):
        source = SourceFactory()
        page = published(BlogPostPage, listed_sources=[ListedSource(source=source)])
        assert [item.source for item in citations_of(page, [source.pk, source.pk])] == [source]

    def test_numbers_have_no_gap_where_a_source_is_gone(self, db):
        source = SourceFactory()
        assert [item.number for item in citations_of(published(BlogPostPage), [source.pk + 1, source.pk])] == [1]

    def test_a_row_without_a_source_is_left_out_of_a_draft(self, db):
        assert citations_of(BlogPostPage(title="New", listed_sources=[ListedSource()]), []) == []
