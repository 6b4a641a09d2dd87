"""Live addresses close to one that is not: what a reader with a mistyped or outdated address may have meant."""

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from django.core.cache import cache
from wagtail.models import Page, Site

from core.addresses import RESERVED_SLUGS
from core.readable import readable_in
from search.results import known_as

MOST = 3
#: How alike two names have to be, 1 being equal, and how far behind the best of them the others may lie.
ALIKE, SPREAD = 0.75, 0.1
#: Of an address nobody would type, such as a scanner's, no more than this is read; of the names, no more compared.
LONGEST, COMPARED = 120, 60
#: Longer than the address of any page; one cut off here could look like another.
TOO_LONG = 1000
CACHE_SECONDS = 60

WORD = re.compile(r"[^\W_]+")
EXTENSION = re.compile(r"\.(?:html?|php|aspx?|jsp|amp)\b.*$", re.IGNORECASE)
#: Parts of an address that name no page, from other people's systems.
NAMELESS = frozenset({"amp", "archive", "articles", "category", "feed", "index", "page", "post", "posts", "tag"})

#: Where a page stands below the first page of the site, such as `conditions/back-acne/`, and its key.
Address = tuple[str, int]


def same_but_for_spelling(path: str, site: Site) -> Page | None:
    """The one page whose address differs from this one in capitals and slashes alone."""
    if is_reserved(path) or len(path) > TOO_LONG:
        return None
    wanted = f"{'/'.join(part for part in path.casefold().split('/') if part)}/"
    same = [key for address, key in live_addresses(site) if address.casefold() == wanted]
    return readable_in(Page.objects.filter(pk__in=same)).first() if len(same) == 1 else None


def near_misses(path: str, site: Site) -> list[Page]:
    """The pages that an address may have meant, the likeliest first: live, public, and at most three."""
    if is_reserved(path):
        return []
    for words in parts_of(path)[:2]:
        keys = closest(words, live_addresses(site)) or known_as(" ".join(words))[:MOST]
        if keys:
            found = {page.pk: page for page in readable_in(Page.objects.filter(pk__in=keys)).specific(defer=True)}
            return [found[key] for key in keys if key in found]
    return []


def words_of(path: str) -> str:
    """What somebody who asked for an address may have been looking for, in words to search by."""
    return " ".join(next(iter(parts_of(path)), []))


def is_reserved(path: str) -> bool:
    """Whether an address lies where the site keeps no pages, such as its pictures."""
    return path.lstrip("/").partition("/")[0].casefold() in RESERVED_SLUGS


def parts_of(path: str) -> list[list[str]]:
    """The words of each part of an address that can name a page, the last part first."""
    parts = [EXTENSION.sub("", part) for part in reversed(path[:LONGEST].split("/"))]
    worded = [WORD.findall(without_accents(part)) for part in parts]
    return [words for words in worded if not all(map(str.isdigit, words)) and "-".join(words) not in NAMELESS]


def without_accents(text: str) -> str:
    """Small letters without their accents, as most names of pages are written."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))


def live_addresses(site: Site) -> tuple[Address, ...]:
    """Every page of the site that readers may see, its first page left out; at most a minute old."""
    # The site is that of one request, which may ask twice.
    if not hasattr(site, "_live_addresses"):
        site._live_addresses = cache.get_or_set(f"near_misses.{site.pk}", lambda: read_addresses(site), CACHE_SECONDS)
    return site._live_addresses


def read_addresses(site: Site) -> tuple[Address, ...]:
    """The same as it is this moment."""
    home = site.root_page
    pages = readable_in(home.get_descendants()).filter(alias_of=None).order_by("path")
    return tuple((url_path.removeprefix(home.url_path), pk) for url_path, pk in pages.values_list("url_path", "pk"))


def closest(words: list[str], addresses: tuple[Address, ...]) -> list[int]:
    """The keys of the pages with the names most like these words; only the most promising of many are compared."""
    places = places_of_pairs(addresses)
    shared = Counter(place for pair in pairs("".join(words)) for place in places.get(pair, ()))
    likeness = {addresses[place]: alike(words, name_of(addresses[place])) for place, _ in shared.most_common(COMPARED)}
    best = max(likeness.values(), default=0)
    least = max(ALIKE, best if best == 1 else best - SPREAD)
    close = [address for address, likely in likeness.items() if likely >= least]
    return [key for _, key in sorted(close, key=lambda address: (-likeness[address], address))[:MOST]]


@lru_cache(maxsize=4)
def places_of_pairs(addresses: tuple[Address, ...]) -> dict[str, list[int]]:
    """Which addresses have a name with these two letters side by side; kept as long as the addresses are the same."""
    places: dict[str, list[int]] = {}
    for place, address in enumerate(addresses):
        for pair in pairs("".join(name_of(address))):
            places.setdefault(pair, []).append(place)
    return places


def pairs(letters: str) -> set[str]:
    """Each two letters that stand side by side, the beginning and the end counting as one."""
    bounded = f" {letters} "
    return {bounded[place : place + 2] for place in range(len(bounded) - 1)}


def name_of(address: Address) -> list[str]:
    """The words of the last part of an address, by which its page is known."""
    return WORD.findall(without_accents(address[0].rstrip("/").rpartition("/")[2]))


def alike(words: list[str], name: list[str]) -> float:
    """How like a page's name is to the words asked for, from 0 to 1; hyphens do not count."""
    asked, own = "".join(words), "".join(name)
    ratio = SequenceMatcher(None, own, asked, autojunk=False).ratio()
    shared = set(words) & set(name)
    length = len("".join(shared))
    # All words of the one are in the other: an address cut short, or one with a little more around it.
    is_cut_short = shared == set(words) and length > 3
    has_more_around = shared == set(name) and 2 * length > len(asked)
    return max(ratio, ALIKE + 0.2 * length / max(len(asked), len(own)) if is_cut_short or has_more_around else 0)
