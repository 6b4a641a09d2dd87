"""What conditions and questions hand their templates."""

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property
from wagtail.models import Page

from conditions.facts import key_facts_of
from conditions.short_answer import first_sentence
from core.contents import chosen_keys
from core.feeds import FeedPage
from core.links import naming_in
from core.listing import chosen_pages, newest_first, readable_only, still_offered, typed
from core.readable import is_readable
from core.templatetags.core_tags import lines

SHOWN = 12
#: Where a condition says how it differs from another.
DIFFERS_FROM = "body.differential.items.item.condition"
#: More would not leave room on the sheet for what readers write themselves.
TICKED = 8


class ConditionReading(FeedPage):
    """Key facts, places on the body, and what else the site has on a condition."""

    def pages_below(self) -> list:
        """Questions, remedies and posts stand below the text."""
        helpful = [*self.helpful_ingredients, *self.helpful_products]
        return [*self.questions, *helpful, *self.posts_about]

    @cached_property
    def key_facts(self) -> list[tuple[str, str]]:
        """Label and words of each known fact, other names first."""
        return key_facts_of(self)

    @property
    def signs_to_tick(self) -> list[str]:
        """Signs readers can tick on paper before an appointment."""
        boxes = (child.value.get("signs") for child in self.body if child.block_type == "signs")
        return [line for box in boxes for line in lines(box)][:TICKED]

    @cached_property
    def _sites(self) -> list:
        rows = self.sites.select_related("body_site")
        return [row for row in rows if getattr(row, "body_site", None)]

    @property
    def usual_sites(self) -> list:
        """Places on the body where it usually occurs."""
        return [row.body_site for row in self._sites if row.frequency == "usual"]

    @property
    def also_sites(self) -> list:
        """Places on the body where it occurs too."""
        return [row.body_site for row in self._sites if row.frequency == "also"]

    def feed_pages(self) -> QuerySet:
        """Posts and questions about the condition, newest first."""
        asked = self.condition_questions.values("question")
        return newest_first(Page.objects.filter(Q(pk__in=self.condition_posts.values("post")) | Q(pk__in=asked)))

    @cached_property
    def questions(self) -> list:
        """The newest questions readers ask about it."""
        if not self.pk:
            return []
        asked = apps.get_model("conditions.QuestionPage").objects.filter(question_conditions__condition=self)
        return list(typed(newest_first(asked.distinct()))[:SHOWN])

    @cached_property
    def posts_about(self) -> list:
        """The newest posts about it."""
        if not self.pk:
            return []
        about = apps.get_model("blog.BlogPostPage").objects.filter(post_conditions__condition=self)
        return list(typed(newest_first(about.distinct()))[:SHOWN])

    @cached_property
    def confused_with(self) -> list:
        """Conditions that say how they differ from this one, but for those it tells apart itself."""
        return readable_only(one for one in self.pages_at_hand() if one.pk not in self._told_apart)

    def pages_at_hand(self) -> list:
        """The conditions told apart from this one, here or on their own pages: in one query, which spares another."""
        return self._neighbours

    @cached_property
    def _told_apart(self) -> set[int]:
        return {key for model, key in chosen_keys(self) if model is apps.get_model("conditions.ConditionPage")}

    @cached_property
    def _neighbours(self) -> list:
        if not self.pk:
            return []
        named = Q(pk__in=naming_in(DIFFERS_FROM, self)) | Q(pk__in=self._told_apart)
        conditions = apps.get_model("conditions.ConditionPage").objects.filter(named).exclude(pk=self.pk)
        return list(conditions.defer_streamfields().order_by("title"))

    @cached_property
    def helpful_ingredients(self) -> list:
        """Ingredients that help and have a page readers may see."""
        return chosen_pages(self.condition_ingredients.select_related("ingredient"), "ingredient")

    @cached_property
    def helpful_products(self) -> list:
        """Products that help, are still sold and have a page readers may see."""
        return still_offered(chosen_pages(self.condition_products.select_related("product__brand"), "product"))


class QuestionReading:
    """The answer in short, and the conditions a question concerns."""

    @property
    def answer_first(self) -> str:
        """The sentence that answers."""
        return first_sentence(self.short_answer or "")[0]

    @property
    def answer_rest(self) -> str:
        """What the short answer adds."""
        return first_sentence(self.short_answer or "")[1]

    @cached_property
    def _conditions(self) -> list:
        return [getattr(row, "condition", None) for row in self.question_conditions.select_related("condition")]

    @property
    def main_condition(self):
        """The first condition chosen, when readers may see it."""
        first = next(iter(self._conditions), None)
        return first if is_readable(first) else None

    @property
    def other_conditions(self) -> list:
        """The further conditions readers may see."""
        return readable_only(self._conditions[1:])
