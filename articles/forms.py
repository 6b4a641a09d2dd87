"""The edit form of every article."""

from articles.change_kinds import NO_CHANGE
from core.forms import PageForm


class ArticleForm(PageForm):
    """Asks what a change means to readers, and only where there are readers: on a live page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.live:
            for name in NO_CHANGE:
                self.fields.pop(name, None)
