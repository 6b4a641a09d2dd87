"""What search engines are told not to crawl."""

from urllib.robotparser import RobotFileParser

import pytest
from wagtail.models import Site

from core.addresses import RESERVED_SLUGS
from core.robots import OPEN


@pytest.fixture
def rules(client, site_tree):
    """The rules as crawlers read them."""
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())
    return parser


class RobotsTests:
    def test_the_file_says_what_is_closed_and_where_the_sitemap_is(self, client, site_tree):
        response = client.get("/robots.txt")
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        assert response.content.decode().splitlines() == [
            "User-agent: *",
            "Disallow: /_util/",
            "Disallow: /admin/",
            "Disallow: /api/",
            "Disallow: /calendar/",
            "Disallow: /go/",
            "Disallow: /health/",
            "Disallow: /search/",
            "Disallow: /styleguide/",
            "Sitemap: http://127.0.0.1:8000/sitemap.xml",
        ]

    def test_everything_the_site_keeps_for_itself_is_closed_or_said_to_be_open(self, rules):
        assert OPEN < RESERVED_SLUGS
        closed = {slug for slug in RESERVED_SLUGS if not rules.can_fetch("Googlebot", f"/{slug}/x")}
        assert closed == RESERVED_SLUGS - OPEN

    @pytest.mark.parametrize("address", ["/", "/blog/", "/feed/", "/media/images/a.jpg", "/static/css/site.css"])
    def test_pages_and_what_they_are_made_of_may_be_crawled(self, rules, address):
        assert rules.can_fetch("Googlebot", address)

    def test_a_site_in_development_is_left_alone(self, client, site_tree, settings):
        settings.DEBUG = True
        assert client.get("/robots.txt").content.decode().splitlines() == ["User-agent: *", "Disallow: /"]

    def test_so_is_one_without_a_name(self, client, site_tree):
        Site.objects.all().delete()
        assert "Disallow: /\n" in client.get("/robots.txt").content.decode()
