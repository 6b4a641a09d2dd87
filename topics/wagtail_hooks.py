"""What topics register with Wagtail."""

from wagtail.snippets.models import register_snippet

from topics.library import BodySiteViewSet, GlossaryTermViewSet

register_snippet(BodySiteViewSet)
register_snippet(GlossaryTermViewSet)
