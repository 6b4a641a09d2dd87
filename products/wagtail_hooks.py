"""What products register with Wagtail."""

from wagtail.snippets.models import register_snippet

from products.library import BrandViewSet, MerchantViewSet

register_snippet(BrandViewSet)
register_snippet(MerchantViewSet)
