"""The parts every article has, as readers see them."""

from datetime import date

import pytest

from blog.models import BlogPostPage
from conditions.models import ConditionPage
from home.models import SiteSettings
from people.models import Contribution, PersonPage
from sources.models import ListedSource
from tests.core import bodies
from tests.markup import faults, links, words
from tests.people.factories import reviewed_by, written_by
from tests.publication import published
from tests.sources.factories import SourceFactory

pytestmark = pytest.mark.django_db


def person(name, role="", **values):
    """Somebody with a name and a role, and no honorific."""
    return published(PersonPage, title=name, honorific="", role=role, **values)


def helped_by(*people):
    """The contributors of a byline."""
    return [Contribution(person=one, role=Contribution.Role.CONTRIBUTOR) for one in people]


def part(html, start, end):
    """What stands between two pieces of a page."""
    return html[html.index(start) : html.index(end, html.index(start))]


class BylineTests:
    @pytest.fixture
    def byline(self, client, site_tree):
        def of(contributions, page_type=BlogPostPage, **values):
            page = published(page_type, contributions=contributions, **values)
            html = part(client.get(page.url).content.decode(), '<div class="byline">', '<p class="dates">')
            assert faults(html) == []
            return html

        return of

    def test_several_authors_stand_in_their_order_with_the_role_of_each(self, byline):
        people = person("Ben Adler", "Editor"), person("Ana Ruiz"), person("Cleo Park", "Writer")
        assert words(byline(written_by(*people))) == "By Ben Adler Editor Ana Ruiz and Cleo Park Writer"

    def test_the_organisation_signs_alone_with_its_reviewer(self, byline, site_tree):
        SiteSettings.objects.update_or_create(site=site_tree.home.get_site(), defaults={"name": "Plain Skin"})
        people = [*written_by(person("Ben Adler", "Editor")), *helped_by(person("Cleo Park", "Writer"))]
        html = byline([*people, *reviewed_by(person("Ana Ruiz", "Pharmacist"))], has_organisation_byline=True)
        assert words(html) == "By Plain Skin Medically reviewed by Ana Ruiz Pharmacist"

    def test_reviewers_are_announced_once_and_each_has_a_role(self, byline):
        people = written_by(person("Ben Adler"))
        reviewers = reviewed_by(person("Ana Ruiz", "Dermatologist"), person("Cleo Park", "Pharmacist"))
        said = words(byline([*people, *reviewers], page_type=ConditionPage))
        assert said == "By Ben Adler Medically reviewed by Ana Ruiz Dermatologist and Cleo Park Pharmacist"

    def test_contributors_have_a_role_and_a_link(self, byline):
        helper, other = person("Ana Ruiz", "Photographer"), person("Cleo Park", "Writer")
        html = byline([*written_by(person("Ben Adler")), *helped_by(helper, other)])
        assert words(html) == "By Ben Adler With Ana Ruiz Photographer and Cleo Park Writer"
        assert links(html)[1:] == [helper.url, other.url]

    def test_somebody_who_left_keeps_the_name_and_the_role_they_had(self, byline):
        gone = person("Ben Adler", "Editor", left_on=date(2026, 3, 31))
        html = byline(written_by(gone))
        assert words(html) == "By Ben Adler Editor until March 2026"
        assert links(html) == [gone.url]

    def test_somebody_without_a_page_to_read_is_named_without_a_link(self, byline):
        hidden = person("Ben Adler", "Editor")
        hidden.unpublish()
        html = byline(written_by(hidden))
        assert (words(html), links(html)) == ("By Ben Adler Editor", [])


class BreadcrumbsTests:
    def crumbs(self, client, address):
        return part(client.get(address).content.decode(), '<nav class="breadcrumbs"', "</nav>")

    def test_the_way_from_home_ends_at_the_page_itself_which_is_no_link(self, client, site_tree):
        page = published(BlogPostPage, title="Oil & water")
        html = self.crumbs(client, page.url)
        assert words(html) == "Home Blog Oil &amp; water"
        assert links(html) == ["/", "/blog/"]
        assert '<span aria-current="page">Oil &amp; water</span>' in html

    def test_a_person_stands_there_by_the_full_name(self, client, site_tree):
        page = published(PersonPage, title="Nadia Okafor", honorific="Dr")
        assert words(self.crumbs(client, page.url)) == "Home People Dr Nadia Okafor"

    @pytest.mark.parametrize(("address", "here"), [("/search/?q=oil", "Search"), ("/nowhere/", "Page not found")])
    def test_what_is_no_page_of_the_tree_leads_home_too(self, client, site_tree, address, here):
        html = self.crumbs(client, address)
        assert (words(html), links(html)) == (f"Home {here}", ["/"])
        assert f'<span aria-current="page">{here}</span>' in html

    def test_the_home_page_has_none(self, client, site_tree):
        assert "breadcrumbs" not in client.get("/").content.decode()


class SourceListTests:
    def test_each_source_leads_back_to_every_mention(self, client, site_tree):
        cited, read = SourceFactory(title="On oil"), SourceFactory(title="On water")
        mention = f'<a linktype="source" id="{cited.pk}">shown</a>'
        body = [bodies.text(f"<p>It was {mention}.</p>"), bodies.text(f"<p>Again {mention}.</p>")]
        listed = [ListedSource(source=source) for source in (cited, read)]
        page = published(BlogPostPage, body=body, listed_sources=listed)
        html = client.get(page.url).content.decode()
        entry, other = part(html, '<li id="source-1"', "</li>"), part(html, '<li id="source-2"', "</li>")
        backlinks = [address.removeprefix("#") for address in links(entry) if address.startswith("#")]
        assert len(backlinks) == 2
        assert all(f'id="{anchor}"' in html for anchor in backlinks)
        assert 'aria-label="Back to mention 2 of source 1"' in entry
        assert "On water" in other
        assert "source-list__back" not in other


class ReadingTimeTests:
    def test_it_stands_with_the_dates(self, client, site_tree):
        page = published(BlogPostPage, body=[bodies.text(f"<p>{'skin ' * 500}</p>")])
        dates = part(client.get(page.url).content.decode(), '<p class="dates">', "</p>")
        assert words(dates).endswith("3 min read")


class ContentsTests:
    def test_the_folded_list_starts_folded_and_both_lead_to_the_headings(self, client, site_tree):
        text = "".join(f"<h2>Part {number}</h2><p>Oil.</p>" for number in (1, 2, 3))
        html = client.get(published(BlogPostPage, body=[bodies.text(text)]).url).content.decode()
        fold = part(html, '<details class="contents', "</details>")
        assert fold.startswith('<details class="contents contents--fold">')
        assert links(fold) == links(part(html, '<nav class="contents', "</nav>")) == ["#part-1", "#part-2", "#part-3"]

    def test_a_page_of_two_headings_needs_no_list(self, client, site_tree):
        page = published(BlogPostPage, body=[bodies.text("<h2>One</h2><p>Oil.</p><h2>Two</h2><p>Water.</p>")])
        assert "On this page" not in client.get(page.url).content.decode()
