"""What core registers with Wagtail."""

from wagtail import hooks

from core.admin_css import phone_css, schedule_css, status_css
from core.caching import serve_until_next_change
from core.icons import register_icons
from core.rich_text import register_page_links

hooks.register("on_serve_page", serve_until_next_change)
hooks.register("register_icons", register_icons)
hooks.register("insert_global_admin_css", phone_css)
hooks.register("insert_global_admin_css", schedule_css)
hooks.register("insert_global_admin_css", status_css)
# After Wagtail has registered its own handler, which this one replaces.
hooks.register("register_rich_text_features", register_page_links, order=10)
