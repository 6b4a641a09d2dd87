"""The edit form of articles."""

import pytest
from wagtail.models import get_page_models

from articles.change_kinds import NO_CHANGE
from articles.models import ArticlePage
from core.forms import PageForm

ARTICLE_TYPES = [model for model in get_page_models() if issubclass(model, ArticlePage)]


@pytest.mark.django_db
class ArticleFormTests:
    """The question about a change is there for readers of a live page."""

    @pytest.mark.parametrize("page_type", ARTICLE_TYPES, ids=lambda model: model.__name__)
    @pytest.mark.parametrize("is_live", [True, False], ids=["live", "draft"])
    def test_every_article_type_asks_exactly_when_it_is_live(self, page_type, is_live):
        page = page_type(title="Milia", live=is_live)
        page.pk = 1
        form_class = page_type.get_edit_handler().get_form_class()
        assert issubclass(form_class, PageForm)
        assert (set(NO_CHANGE) <= set(form_class(instance=page).fields)) is is_live
        assert (set(NO_CHANGE) & set(form_class(instance=page).fields) == set()) is not is_live
