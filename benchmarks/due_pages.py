"""Fills a database with posts that are all due, or in so many days: ``python -m benchmarks.due_pages 1000 -1``."""

import sys
from datetime import timedelta

import django


def surroundings() -> dict:
    """What the posts share: an author and a reviewer, a topic, a condition, sources, a picture and two older posts."""
    from blog.models import BlogPostPage
    from conditions.models import ConditionPage
    from people.models import PersonPage
    from tests.images.factories import SiteImageFactory
    from tests.publication import published
    from tests.sources.factories import SourceFactory
    from topics.models import TopicPage

    return {
        "people": [published(PersonPage), published(PersonPage)],
        "topic": published(TopicPage),
        "condition": published(ConditionPage),
        "sources": [SourceFactory(), SourceFactory()],
        "picture": SiteImageFactory(),
        "posts": [published(BlogPostPage), published(BlogPostPage)],
    }


def content(around: dict) -> dict:
    """A post as an editor leaves it."""
    from articles.models import RelatedPage
    from blog.models import PostCondition
    from sources.models import ListedSource
    from tests.core import bodies
    from tests.people.factories import reviewed_by, written_by

    author, reviewer = around["people"]
    advice = [bodies.text(), bodies.seek_help(), bodies.how_to(), bodies.dos_and_donts()]
    return {
        "image": around["picture"],
        "body": [bodies.summary(), *advice, bodies.image(around["picture"]), bodies.faq()],
        "contributions": [*written_by(author), *reviewed_by(reviewer)],
        "topics": [around["topic"]],
        "post_conditions": [PostCondition(condition=around["condition"])],
        "listed_sources": [ListedSource(source=source) for source in around["sources"]],
        "related_pages": [RelatedPage(target=post) for post in around["posts"]],
    }


def fill(count: int, days: int = -1) -> None:
    """Write posts as editors do, scheduled for a day, and let it be so many days until then."""
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    from blog.models import BlogPostPage
    from tests.publication import draft

    around, now = surroundings(), timezone.now()
    for number in range(count):
        post = draft(BlogPostPage, **content(around))
        post.go_live_at = now + timedelta(days=9, seconds=number)
        post.save_revision().publish()
    let_come(timedelta(days=9 - days))
    # What writing them left in the queue is not part of publishing.
    DBTaskResult.objects.all().delete()


def let_come(earlier: timedelta) -> None:
    """Move what is planned to an earlier moment, in revision and row."""
    from wagtail.models import Revision

    from tests.editorial.scheduling.mornings import move

    for revision in Revision.objects.filter(approved_go_live_at__isnull=False):
        move(revision, revision.approved_go_live_at - earlier)


if __name__ == "__main__":
    django.setup()
    fill(*map(int, sys.argv[1:]))
