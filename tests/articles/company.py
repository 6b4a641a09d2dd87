"""One page of each kind in good company: pictures, people, topics, sources, related pages, choosers in its body."""

from articles.models import RelatedPage
from blog.models import BlogPostPage, PostCondition
from conditions.models import ConditionIngredient, ConditionPage, ConditionProduct, QuestionPage
from ingredients.models import IngredientPage
from people.models import PersonPage
from products.models import ProductIngredient, ProductPage
from sources.models import ListedSource
from tests.conditions.bodies import cause, differential
from tests.conditions.factories import about
from tests.core import bodies
from tests.images.factories import SiteImageFactory
from tests.ingredients.factories import MedicineFactory
from tests.people.factories import reviewed_by, written_by
from tests.publication import publish, published
from tests.sources.factories import SourceFactory
from topics.models import TopicPage


class Company:
    """Makes pages that have everything a page of their type can have."""

    def __init__(self) -> None:
        self.topics = [published(TopicPage) for _ in range(3)]
        self.author = published(PersonPage, photo=SiteImageFactory())
        self.reviewer = published(PersonPage, photo=SiteImageFactory())
        self.sources = [SourceFactory() for _ in range(3)]
        self.medicine = MedicineFactory()
        self.related = []

    def make(self, page_type, **values):
        """A published page with all relations articles share."""
        common = {
            "image": SiteImageFactory(),
            "topics": self.topics,
            "contributions": written_by(self.author) + reviewed_by(self.reviewer),
            "listed_sources": [ListedSource(source=source) for source in self.sources],
            "related_pages": [RelatedPage(target=page) for page in self.related],
        }
        page = published(page_type, **(common | values))
        page.change_kind, page.change_note = "update", "New advice on sunscreen."
        page = publish(page)
        self.related = [*self.related, page][-3:]
        return page

    def prose(self, *pages):
        """A passage that cites, and links to other pages."""
        citation = f'<a linktype="source" id="{self.sources[0].pk}">shown</a>'
        links = " ".join(f'<a linktype="page" id="{page.pk}">there</a>' for page in pages)
        return bodies.text(f"<h2>Why</h2><p>It has been {citation}; more is {links}.</p>")

    def causes(self, conditions):
        """Causes that have a page of their own, each with a medicine."""
        medication = {"medicine": self.medicine, "form": "Gel", "guidance": "Only if a doctor has prescribed it"}
        items = [cause(condition.title, condition, [medication]) for condition in conditions]
        return "causes", {"title": "Possible causes", "items": items or [cause("A plug of keratin")]}

    def condition(self, lookalikes, ingredients, products):
        """A condition with every block that chooses something."""
        return self.make(
            ConditionPage,
            condition_ingredients=[ConditionIngredient(ingredient=ingredient) for ingredient in ingredients],
            condition_products=[ConditionProduct(product=product) for product in products],
            body=[
                bodies.seek_help(),
                self.prose(*ingredients),
                bodies.image(SiteImageFactory()),
                self.causes(lookalikes),
                differential(*lookalikes),
                bodies.ingredients(ingredients[0]),
                bodies.medications(self.medicine),
                bodies.product(products[0]),
                self.prose(*products),
            ],
        )

    def question(self, conditions, products):
        """A question about several conditions."""
        body = [bodies.seek_help(), self.prose(*conditions), self.causes(conditions), bodies.product(products[1])]
        return self.make(QuestionPage, question_conditions=about(*conditions), body=body)

    def post(self, conditions, ingredients, products):
        """A post with pictures and products."""
        return self.make(
            BlogPostPage,
            post_conditions=[PostCondition(condition=condition) for condition in conditions],
            body=[
                self.prose(*conditions),
                bodies.image(SiteImageFactory()),
                bodies.seek_help(),
                bodies.how_to(),
                bodies.ingredients(ingredients[1]),
                bodies.medications(self.medicine),
                self.prose(*ingredients),
                bodies.product(products[0]),
                bodies.product(products[1]),
            ],
        )


def everything() -> dict[str, str]:
    """The address of a page of each kind, all in each other's company."""
    company = Company()
    ingredients = [company.make(IngredientPage) for _ in range(2)]
    products = [company.make(ProductPage, product_ingredients=contents(ingredients)) for _ in range(2)]
    plain = company.condition([], ingredients, products)
    condition = company.condition([plain], ingredients, products)
    question = company.question([condition, plain], products)
    post = company.post([plain, condition], ingredients, products)
    pages = {
        "post": post,
        "condition": condition,
        "question": question,
        "product": products[1],
        "ingredient": ingredients[1],
        "topic": company.topics[0],
        "person": company.author,
    }
    return {name: page.get_url() for name, page in pages.items()}


def contents(ingredients) -> list[ProductIngredient]:
    """What a product contains."""
    return [ProductIngredient(ingredient=ingredient) for ingredient in ingredients]
