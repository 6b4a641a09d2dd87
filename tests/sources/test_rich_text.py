"""Citations in rich text."""

from wagtail.models import ReferenceIndex
from wagtail.rich_text import expand_db_html

from blog.models import BlogPostPage
from sources.rich_text import SourceLinkHandler
from tests.core import bodies
from tests.publication import published
from tests.sources.factories import SourceFactory


class SourceLinkHandlerTests:
    def test_without_its_page_a_citation_is_words_alone(self, db):
        assert expand_db_html('<a linktype="source" id="3">shown</a>') == "<a>shown</a>"

    def test_the_reference_index_sees_what_a_page_cites(self, db):
        source = SourceFactory()
        post = published(BlogPostPage, body=[bodies.text(f'<p><a linktype="source" id="{source.pk}">shown</a></p>')])
        [reference] = ReferenceIndex.get_references_to(source)
        assert reference.object_id == str(post.pk)

    def test_a_citation_without_a_key_refers_to_nothing(self):
        assert list(SourceLinkHandler.extract_references({"linktype": "source"})) == []
