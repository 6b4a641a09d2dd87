"""What review registers with Wagtail."""

from wagtail import hooks

from editorial.review.after_approval import say_what_came_of_it
from editorial.review.approve_button import say_what_follows
from editorial.review.publish_approved import keep_unapproved, say_why_not_published

# Before the big button is put first.
hooks.register("construct_page_action_menu", say_what_follows, order=-10)
hooks.register("before_publish_page", keep_unapproved)
hooks.register("after_edit_page", say_what_came_of_it)
hooks.register("after_edit_page", say_why_not_published)
