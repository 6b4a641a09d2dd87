"""What the site's fixed parts register with Wagtail."""

from wagtail import hooks

from home.demo.ledger import ACTION


@hooks.register("register_log_actions")
def register_demo_action(actions) -> None:
    """Let the history of a page say that it came with the demo."""
    actions.register_action(ACTION, "Load demo", "Loaded with the demo")
