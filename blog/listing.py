"""The list of posts, all of them or those of one topic."""

from django.db.models import QuerySet
from django.utils.functional import cached_property

from core.listing import ListingPage, newest_first, readable_only
from core.readable import readable_in
from topics.models import TopicPage


class PostListing(ListingPage):
    """Lists posts as `items`, `topics` to choose from, and the `topic` chosen by `?topic=`."""

    @cached_property
    def topics(self) -> list[TopicPage]:
        """Topics that at least one post readers may see carries, by name."""
        posts = readable_in(self.get_children())
        rows = self.post_model._meta.get_field("topics").remote_field.through.objects
        used = rows.filter(blogpostpage__in=posts.values("pk")).values("topicpage")
        return readable_only(TopicPage.objects.filter(pk__in=used).order_by("title"))

    def listed_pages(self) -> QuerySet:
        """Posts newest first, of the chosen topic if there is one."""
        posts = newest_first(self.post_model.objects.child_of(self))
        return posts.filter(topics=self.topic) if self.topic else posts

    def get_context(self, request, *args, **kwargs):
        slug = request.GET.get("topic", "")
        self.topic = next((topic for topic in self.topics if topic.slug == slug), None)
        return super().get_context(request, *args, **kwargs) | {"topics": self.topics, "topic": self.topic}
