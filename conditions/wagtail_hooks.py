"""What conditions register with Wagtail."""

from wagtail import hooks

from conditions.icons import register_icons

hooks.register("register_icons", register_icons)
