"""Page types."""

import pytest

from tests.architecture.pages import factory_of, project_page_types, undocumented, unplaced
from tests.architecture.project import ROOT, write


class PageTypeTests:
    def test_every_page_type_declares_its_place(self):
        assert len(project_page_types()) == 16
        assert [fault for page_type in project_page_types() for fault in unplaced(page_type)] == []

    def test_every_page_type_has_a_factory(self):
        assert [page_type.__name__ for page_type in project_page_types() if factory_of(page_type) is None] == []

    def test_a_page_type_without_a_place_is_found(self):
        class LostPage:
            parent_page_types = ()

        assert unplaced(LostPage) == ["LostPage: no subpage_types"]

    def test_a_page_type_without_a_factory_is_found(self):
        class LostPage:
            class _meta:
                app_label = "nowhere"

        assert factory_of(LostPage) is None


class DocstringTests:
    def test_everything_public_says_what_it_is_for(self):
        assert undocumented(ROOT) == []

    def test_a_missing_docstring_is_found(self, tmp_path):
        write(tmp_path, "core/rule.py", '"""Rules."""\n\n\ndef rule():\n    return 1\n')

        assert undocumented(tmp_path) == ["core/rule.py: rule has no docstring"]


@pytest.mark.django_db
class RenderingTests:
    @pytest.mark.parametrize("page_type", project_page_types(), ids=lambda page_type: page_type.__name__)
    def test_every_page_type_renders(self, page_type, client):
        from tests.publication import published

        page = published(page_type)

        response = client.get(page.url)

        assert response.status_code == 200
        assert page.title in response.content.decode()
