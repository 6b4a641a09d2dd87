"""What the demo weighs, looks like to checkers and leads to, served as production serves it (the quality gates)."""

import re
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import Request, urlopen
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.journeys.served import served_demo

PAGES = {
    "home": "/",
    "post": "/blog/what-to-do-about-back-acne/",
    "condition": "/conditions/milia-on-the-back/",
    "question": "/questions/white-discharge-when-squeezing-the-back/",
    "product": "/products/even-keel-back-lotion/",
    "ingredient": "/ingredients/salicylic-acid/",
    "profile": "/people/temi-oyelaran/",
    "index": "/conditions/",
    "blog": "/blog/",
    "search": "/search/?q=white",
    "missing": "/conditions/milia-on-my-back/",
}
PHONE = {"viewport": {"width": 360, "height": 740}}
REQUESTS, KILOBYTES = 6, 60
POST_KILOBYTES, CONDITION_KILOBYTES = 25, 45
PICTURES = re.compile(r"/media/")
SHIFTS = """new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const shift of list.getEntries()) sum += shift.value; })
    .observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 100));
})"""
CHROME = ".site-header, .site-footer, .breadcrumbs, .contents, .related, .skip-link"
LINK = re.compile(r"""<a\s[^>]*?href=["']?([^"'\s>]+)""")
IDENTIFIER = re.compile(r"""\sid=["']?([^"'\s>]+)""")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address of the demo."""
    with served_demo(tmp_path_factory.mktemp("served")) as address:
        yield address


def read(address: str, **headers: str) -> bytes:
    """What a server answers, a page that is missing included."""
    with urlopen(Request(address, headers=headers)) as answer:
        return answer.read()


def sitemap(served: str) -> list[str]:
    """Every page the site tells search engines of."""
    tree = ElementTree.fromstring(read(f"{served}/sitemap.xml"))
    return [one.text for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]


@pytest.mark.gates
class ServedSiteTests:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_no_page_breaks_a_rule_of_accessibility(self, served, open_browser, scheme):
        page = open_browser(color_scheme=scheme, **PHONE)
        found = {}
        for name, path in PAGES.items():
            page.goto(served + path)
            found[name] = [one["id"] for one in Axe().run(page).response["violations"]]
        assert {name: rules for name, rules in found.items() if rules} == {}

    def test_a_first_visit_is_light_and_asks_nobody_else(self, served, open_browser):
        weights = {}
        for name, path in PAGES.items():
            page = open_browser(**PHONE)
            answers = []
            page.on("response", lambda answer, answers=answers: answers.append(answer))
            page.goto(served + path, wait_until="networkidle")
            assert {urlsplit(one.url).netloc for one in answers} == {urlsplit(served).netloc}
            own = [one for one in answers if not PICTURES.search(one.url) or "favicon" in one.url]
            sent = sum(one.request.sizes()["responseBodySize"] for one in own)
            weights[name] = (len(own), round(sent / 1000, 1))
            page.context.close()
        assert {name: one for name, one in weights.items() if one[0] > REQUESTS or one[1] > KILOBYTES} == {}

    def test_nothing_moves_once_it_is_shown(self, served, open_browser):
        shifts = {}
        for name, path in PAGES.items():
            page = open_browser(**PHONE)
            page.goto(served + path, wait_until="networkidle")
            shifts[name] = page.evaluate(SHIFTS)
            page.context.close()
        assert {name: sum_ for name, sum_ in shifts.items() if sum_ > 0.01} == {}

    def test_pictures_come_as_avif_or_webp_in_sizes_made_before(self, served, open_browser):
        page = open_browser(**PHONE)
        page.goto(served, wait_until="networkidle")
        chosen = page.locator("main img").evaluate_all("images => images.map((one) => one.currentSrc).filter(Boolean)")
        assert chosen
        assert [one for one in chosen if not one.endswith(".avif")] == []
        offered = page.locator("main picture source").evaluate_all("all => all.map((one) => one.type)")
        assert set(offered) == {"image/avif"}
        assert page.locator("main picture img:not([src$='.webp'])").count() == 0

    def test_paper_shows_none_of_the_chrome(self, served, open_browser):
        page = open_browser()
        page.emulate_media(media="print")
        for path in PAGES.values():
            page.goto(served + path)
            shown = page.locator(CHROME).evaluate_all("all => all.filter((one) => one.checkVisibility()).length")
            assert shown == 0, path
            assert page.locator("h1").is_visible(), path

    def test_documents_keep_to_their_size(self, served):
        sizes = {path: len(read(address)) / 1000 for address in sitemap(served) if (path := urlsplit(address).path)}
        posts = {path: size for path, size in sizes.items() if re.fullmatch(r"/blog/[^/]+/", path)}
        assert len(posts) >= 9
        assert {path: size for path, size in posts.items() if size > POST_KILOBYTES} == {}
        assert {path: size for path, size in sizes.items() if size > CONDITION_KILOBYTES} == {}

    def test_every_link_leads_somewhere(self, served):
        waiting, pages = [f"{served}/", *sitemap(served)], {}
        wanted: dict[str, set[str]] = {}
        broken: set[tuple[int, str]] = set()
        while waiting:
            address = waiting.pop()
            if address in pages:
                continue
            try:
                text = pages[address] = read(address).decode()
            except HTTPError as refusal:
                broken.add((refusal.code, address))
                continue
            for href in LINK.findall(text):
                target, fragment = urldefrag(urljoin(address, href.replace("&amp;", "&")))
                if not target.startswith(f"{served}/"):
                    continue
                if fragment:
                    wanted.setdefault(target, set()).add(fragment)
                waiting.append(target)
        gone = {
            (target, fragment)
            for target, fragments in wanted.items()
            for fragment in fragments - set(IDENTIFIER.findall(pages[target]))
        }
        assert broken == set()
        assert len(pages) > 60
        assert gone == set()
