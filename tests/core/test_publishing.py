"""The registry of publish checks and repairs."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from blog.models import BlogPostPage
from core import publishing
from core.publishing import Fix, Problem, PublishRefused, Severity

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    """A page in memory."""
    return BlogPostPage(title="Milia")


@pytest.fixture(autouse=True)
def own_registry(monkeypatch):
    """Nothing registered but what a test registers."""
    monkeypatch.setattr(publishing, "_checks", [])
    monkeypatch.setattr(publishing, "_fixes", {})


ERROR = Problem("title", "Too short.")
WARNING = Problem("body", "Rather long.", Severity.WARNING)


class CheckTests:
    """Every registered check is asked, once."""

    def test_all_checks_answer_in_the_order_they_were_registered(self, page):
        publishing.register(lambda page, moment: [ERROR])
        publishing.register(lambda page, moment: iter([WARNING]))
        assert publishing.check(page) == [ERROR, WARNING]

    def test_registering_twice_asks_once(self, page):
        def once(page, moment):
            return [ERROR]

        assert publishing.register(once) is once
        publishing.register(once)
        assert publishing.check(page) == [ERROR]

    def test_checks_are_told_the_moment_and_now_unless_given(self, page):
        moments = []
        publishing.register(lambda page, moment: moments.append(moment) or [])
        planned = timezone.now() + timezone.timedelta(days=3)
        publishing.check(page, planned)
        before = timezone.now()
        publishing.check(page)
        assert moments[0] == planned
        assert before <= moments[1] <= timezone.now()


class GuardTests:
    """Errors keep a page offline, warnings do not."""

    def test_a_warning_passes(self, page):
        publishing.register(lambda page, moment: [WARNING])
        publishing.guard(page)

    def test_an_error_is_a_denial_that_names_page_and_reasons(self, page):
        publishing.register(lambda page, moment: [WARNING, ERROR])
        with pytest.raises(PermissionDenied) as refused:
            publishing.guard(page)
        assert isinstance(refused.value, PublishRefused)
        assert str(refused.value) == "“Milia” cannot go live yet. Too short."
        assert (refused.value.page, refused.value.problems) == (page, [ERROR])
        assert publishing.last_refusal.get() is refused.value

    def test_it_is_asked_about_a_moment_to_come_when_one_is_given(self, page):
        publishing.register(lambda page, moment: [ERROR] if moment > timezone.now() else [])
        publishing.guard(page)
        with pytest.raises(PublishRefused):
            publishing.guard(page, timezone.now() + timezone.timedelta(days=1))


class FixTests:
    """Repairs are offered where a problem names them."""

    @pytest.fixture(autouse=True)
    def shout(self):
        def repair(page):
            page.title = page.title.upper()

        self.fix = Fix("shout", "Shout", repair)
        publishing.register_fix(self.fix)

    def test_a_repair_is_offered_once_however_many_problems_name_it(self):
        problems = [Problem("a", "A", fix="shout"), ERROR, Problem("b", "B", fix="shout"), Problem("c", "C", fix="?")]
        assert publishing.fixes_for(problems) == [self.fix]

    def test_a_repair_changes_the_page_in_memory(self, page):
        publishing.repair(page, "shout")
        assert page.title == "MILIA"

    @pytest.mark.parametrize("name", [None, "", "whisper"])
    def test_an_unknown_name_changes_nothing(self, page, name):
        publishing.repair(page, name)
        assert page.title == "Milia"


class LastCheckTests:
    def test_what_is_asked_last_refuses_and_is_not_asked_before(self, page, monkeypatch):
        monkeypatch.setattr(publishing, "_last_checks", [])
        publishing.register_last(lambda page, moment: [ERROR])
        assert publishing.check(page) == []
        assert publishing.last_check(page) == [ERROR]
        with pytest.raises(PublishRefused):
            publishing.guard(page)
