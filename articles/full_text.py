"""Whole articles for feed readers, with all they name loaded together: the queries are few, however many articles."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import CharField, F, IntegerField, Model, QuerySet, Value
from django.db.models.functions import Cast, Concat, Trim
from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, get_page_models

from articles.gathering import split
from articles.models import ArticlePage
from core import shelf
from core.contents import chosen_keys, stored_texts
from core.listing import picture_keys, with_pictures
from core.prose import links, prose_of
from core.readable import readable_in
from core.reduced_html import reduced
from core.trail import as_own_type


@dataclass
class Company:
    """What articles name: people and topics by article, and what their texts cite, link to and show."""

    authors: dict[int, list[str]] = field(default_factory=dict)
    topics: dict[int, list[str]] = field(default_factory=dict)
    sources: set[int] = field(default_factory=set)
    documents: dict[int, Model] = field(default_factory=dict)
    #: Every page the texts lead to, and the keys of all they would like to.
    pages: list[Page] = field(default_factory=list)
    wanted: set[int] = field(default_factory=set)


def articles_of(pages: QuerySet, limit: int) -> list[ArticlePage]:
    """The first readable articles of a queryset with their bodies, in one query; copies of others bring nothing new."""
    pages = readable_in(pages).filter(alias_of=None)
    if pages.model is Page:
        pages = pages.select_related(*(model._meta.model_name for model in article_types()))
        return [as_own_type(page) for page in pages[:limit]]
    return list(pages[:limit])


def article_types() -> list[type[ArticlePage]]:
    """Every type of article the site has."""
    return [model for model in get_page_models() if issubclass(model, ArticlePage)]


def gather_all(articles: list[ArticlePage]) -> Company:
    """Load what these articles name and show, onto the open shelf; each kind of thing in one query."""
    linked: dict[str, set[int]] = {"page": set(), "source": set(), "document": set()}
    for text in (text for article in articles for text in stored_texts(article)):
        for kind, key in links(text):
            linked.setdefault(kind, set()).add(key)
    pictures, things = split(key for article in articles for key in chosen_keys(article))
    company = named_by(articles, linked["source"], linked["document"])
    chosen = [(model, key) for model, key in things if issubclass(model, Page)]
    company.wanted = linked["page"] | {key for _, key in chosen}
    company.pages = pages_named({model for model, _ in chosen}, company.wanted)
    shelf.put(company.pages)
    shelf.miss(chosen)
    shelf.fetch_all((model, key) for model, key in things if not issubclass(model, Page))
    in_text = [page for page in company.pages if getattr(page, "has_card_in_text", False)]
    shelf.fetch(get_image_model(), picture_keys([*articles, *in_text]) | pictures)
    with_pictures([*articles, *in_text])
    for article in articles:
        introduce(article, company)
    return company


def introduce(article: ArticlePage, company: Company) -> None:
    """Tell an article what was loaded for it, so that its templates ask the database nothing."""
    prose = prose_of(article)
    prose.know(company.pages, gone=company.wanted)
    prose.documents = company.documents
    cited = [key for key in dict.fromkeys(prose.citations) if key in company.sources]
    article.citation_numbers = {key: number for number, key in enumerate(cited, start=1)}


def pages_named(models: Iterable[type[Page]], keys: set[int]) -> list[Page]:
    """The pages with these keys, in one query; those of the given types as what they are, without their bodies."""
    related, deferred = [], []
    for model in models:
        name = model._meta.model_name
        related += [name, *(f"{name}__{relation}" for relation in getattr(model, "card_relations", ()))]
        deferred += [f"{name}__{each.name}" for each in model._meta.get_fields() if isinstance(each, StreamField)]
    found = Page.objects.filter(pk__in=keys).select_related(*related or [None]).defer(*deferred) if keys else []
    return [as_own_type(page) if page.specific_class in models else page for page in found]


def named_by(articles: list[ArticlePage], sources: set[int], documents: set[int]) -> Company:
    """Authors and topics of these articles, and which of the sources and documents there are: all in one query."""
    company = Company()
    keys = [article.pk for article in articles]
    first, *others = rows_naming(keys, sources, documents)
    for kind, article, key, words, _ in first.union(*others, all=True).order_by("row_place", "row_key"):
        if kind == "source":
            company.sources.add(key)
        elif kind == "document":
            company.documents[key] = get_document_model()(pk=key, file=words)
        else:
            getattr(company, kind).setdefault(article, []).append(words)
    return company


def rows_naming(articles: list[int], sources: set[int], documents: set[int]) -> Iterator[QuerySet]:
    """One queryset for each way in which something is named, all with the same columns."""
    authors = apps.get_model("people.Contribution").objects.filter(page__in=articles, role="author")
    name = Trim(Concat("person__honorific", Value(" "), "person__title"))
    yield rows(authors, "authors", "page_id", "person_id", name, "sort_order")
    readable = readable_in(apps.get_model("topics.TopicPage").objects.all())
    for model in article_types():
        relation = model._meta.get_field("topics")
        article, topic = relation.m2m_field_name(), relation.m2m_reverse_field_name()
        filed = relation.remote_field.through.objects.filter(**{f"{article}__in": articles, f"{topic}__in": readable})
        yield rows(filed, "topics", f"{article}_id", f"{topic}_id", F(f"{topic}__title"))
    yield rows(apps.get_model("sources.Source").objects.filter(pk__in=sources), "source", "pk", "pk", Value(""))
    yield rows(get_document_model().objects.filter(pk__in=documents), "document", "pk", "pk", F("file"))


def rows(found: QuerySet, kind: str, article: str, key: str, words, place: str = "") -> QuerySet:
    """What was found in the columns that all kinds share."""
    columns = {
        "row_kind": Value(kind, output_field=CharField()),
        "row_article": F(article),
        "row_key": F(key),
        "row_words": Cast(words, CharField(max_length=400)),
        "row_place": F(place) if place else Value(0, output_field=IntegerField()),
    }
    return found.order_by().annotate(**columns).values_list(*columns)


def full_text(article: ArticlePage, address: str, request: HttpRequest) -> str:
    """All a reader is told by an article, as HTML that stands by itself."""
    context = {"page": article, "address": address}
    return reduced(render_to_string("articles/full_text.html", context, request), address)
