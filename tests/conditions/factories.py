"""Conditions and questions."""

from decimal import Decimal

import factory

from conditions.models import (
    ConditionIndexPage,
    ConditionPage,
    ConditionSite,
    QuestionCondition,
    QuestionIndexPage,
    QuestionPage,
)
from tests.articles.factories import ArticlePageFactory
from tests.conditions.bodies import causes, diagnosis, differential, procedures
from tests.core import bodies
from tests.core.factories import IndexPageFactory
from tests.publication import publish
from tests.topics.factories import BodySiteFactory


class ConditionIndexPageFactory(IndexPageFactory):
    """The list of conditions."""

    title = "Conditions"
    slug = "conditions"

    class Meta:
        model = ConditionIndexPage


class QuestionIndexPageFactory(IndexPageFactory):
    """The list of questions."""

    title = "Questions"
    slug = "questions"

    class Meta:
        model = QuestionIndexPage


class ConditionPageFactory(ArticlePageFactory):
    """Small white bumps."""

    parent = factory.LazyFunction(lambda: ConditionIndexPageFactory())
    title = factory.Sequence(lambda number: f"Milia {number}")
    also_known_as = "Milk spots"
    clinical_names = "Milium"
    definition = "Small firm bumps filled with keratin, just below the surface of the skin."
    size_min_mm = Decimal("1")
    size_max_mm = Decimal("3")
    colour = "White or yellowish"
    surface = "Smooth"
    shape = "Round"
    contents = "Keratin"
    arrangement = ConditionPage.Arrangement.CLUSTERS
    feeling = ConditionPage.Feeling.PAINLESS
    seriousness = ConditionPage.Seriousness.HARMLESS
    course = ConditionPage.Course.RESOLVES
    is_contagious = False
    sites = factory.LazyFunction(
        lambda: [
            ConditionSite(body_site=BodySiteFactory(name="Around the eyes")),
            ConditionSite(body_site=BodySiteFactory(name="Back"), frequency=ConditionSite.Frequency.ALSO),
        ]
    )
    body = factory.LazyFunction(
        lambda: [
            bodies.signs(),
            bodies.seek_help(),
            causes(),
            differential(),
            diagnosis(),
            bodies.how_to(),
            procedures(),
            bodies.dos_and_donts(),
            bodies.prevention(),
        ]
    )

    class Meta:
        model = ConditionPage


def about(*conditions: ConditionPage) -> list[QuestionCondition]:
    """The conditions of a question, the main one first."""
    return [QuestionCondition(condition=condition, sort_order=place) for place, condition in enumerate(conditions)]


class QuestionPageFactory(ArticlePageFactory):
    """A worry with five possible causes, about one condition."""

    parent = factory.LazyFunction(lambda: QuestionIndexPageFactory())
    title = factory.Sequence(lambda number: f"Are white bumps on my back harmless {number}")
    verdict = QuestionPage.Verdict.YES
    short_answer = "Yes, nearly always. They are small plugs of keratin that most people can leave alone."
    question_conditions = factory.LazyFunction(lambda: about(publish(ConditionPageFactory())))
    body = factory.LazyFunction(lambda: [bodies.seek_help(), causes(), bodies.dos_and_donts()])

    class Meta:
        model = QuestionPage
