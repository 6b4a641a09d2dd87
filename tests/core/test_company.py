"""Pages that wait for each other."""

from datetime import UTC, datetime

import pytest

from blog.models import BlogPostPage
from core import company
from core.company import Company, company_of, goes_alone, register_company
from tests.publication import draft

pytestmark = pytest.mark.django_db

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def waits(monkeypatch):
    """Every page waits for others until nine."""
    monkeypatch.setattr(company, "_finders", [])
    found = Company("It waits.", NINE, lambda revision, user: None)
    register_company(lambda page: found)
    return found


class CompanyTests:
    def test_a_page_that_waits_is_refused_but_for_the_moment_of_all(self, site_tree, waits):
        page = draft(BlogPostPage)
        assert company_of(page) is waits
        assert [problem.words for problem in goes_alone(page, NINE.replace(hour=10))] == ["It waits."]
        assert list(goes_alone(page, NINE)) == []

    def test_a_page_that_does_not_exist_yet_waits_for_nobody(self, waits):
        assert company_of(BlogPostPage()) is None

    def test_nobody_is_asked_twice(self, monkeypatch):
        monkeypatch.setattr(company, "_finders", [])
        for _ in range(2):
            register_company(print)
        assert company._finders == [print]
