"""What ingredients register with Wagtail."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from ingredients.icons import register_icons
from ingredients.library import MedicineViewSet

register_snippet(MedicineViewSet)
hooks.register("register_icons", register_icons)
