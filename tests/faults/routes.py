"""Every address pattern of the site, with the addresses to try it by."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter

#: What stands for a word in an address of the admin; anything else is answered by a key.
WORDS = {
    "app_label": "blog",
    "app_name": "blog",
    "content_type_app_name": "blog",
    "model_name": "blogpostpage",
    "content_type_model_name": "blogpostpage",
    "kind": "go_live",
    "action": "publish",
    "action_name": "publish",
    "filter_spec": "width-100",
    "revision_id_a": "live",
    "revision_id_b": "latest",
}
FOLDERS = ("original_images", "images")
ADMIN = "admin/"


def sheets_of(world: SimpleNamespace) -> list[str]:
    """What a page with a list may be asked for: a further sheet of it, or one topic alone."""
    return ["?page=2", *(f"?topic={slug}" for slug in world.topics)]


#: Which addresses to ask for, for each public route by its pattern: a second route of one name is a route of its own.
CASES: dict[str, Callable[[SimpleNamespace], list[str]]] = {
    "health/live": lambda world: ["/health/live"],
    "health/ready": lambda world: ["/health/ready"],
    "health/scheduler": lambda world: ["/health/scheduler"],
    r"documents/(\d+)/(.*)$": lambda world: ["/documents/1/embargofile0.pdf"],
    "documents/authenticate_with_password/<int:restriction_id>/": lambda world: [
        "/documents/authenticate_with_password/1/"
    ],
    "go/<slug:slug>/": lambda world: [f"/go/{slug}/" for slug in world.products],
    "go/<slug:slug>/<int:offer>/": lambda world: [f"/go/{slug}/1/" for slug in world.products],
    "search/": lambda world: [f"/search/?q={words}" for words in ("remedy", "remedy&page=2", *world.searches)],
    "feed/": lambda world: ["/feed/"],
    "calendar/<slug:key>.ics": lambda world: [f"/calendar/{key}.ics" for key in ("unknown", *world.keys)],
    "styleguide/": lambda world: ["/styleguide/"],
    "sitemap.xml": lambda world: ["/sitemap.xml"],
    "sitemap-<int:number>.xml": lambda world: ["/sitemap-1.xml"],
    "robots.txt": lambda world: ["/robots.txt"],
    "favicon.ico": lambda world: ["/favicon.ico"],
    "media/<path:name>": lambda world: [
        f"/media/{folder}/embargofile{page.number}.png" for page in world.pages for folder in FOLDERS
    ],
    r"^(?P<address>(?:[\w-]+/)+)feed/$": lambda world: [
        f"{address}feed/" for address in world.addresses if address != "/"
    ],
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": lambda world: [
        f"/_util/authenticate_with_password/1/{key}/" for key in world.keys
    ],
    "_util/login/": lambda world: ["/_util/login/"],
    r"^((?:[\w\-]+/)*)$": lambda world: [
        *world.addresses,
        *(f"{address}{words}" for address in world.lists for words in sheets_of(world)),
        *(f"{address.rstrip('/')[:-1]}/" for address in world.addresses),
    ],
}


def patterns(resolver: URLResolver | None = None, spaces: tuple[str, ...] = (), before: str = "") -> Iterator[tuple]:
    """Name with its namespaces, whole pattern and URLPattern of each route."""
    for one in (resolver or get_resolver()).url_patterns:
        # As Django itself names a route.
        whole = before + (str(one.pattern).removeprefix("^") if before else str(one.pattern))
        if isinstance(one, URLResolver):
            yield from patterns(one, (*spaces, one.namespace) if one.namespace else spaces, whole)
        else:
            yield ":".join([*spaces, one.name or ""]), whole, one


def addresses_of(world: SimpleNamespace, resolver: URLResolver | None = None) -> Iterator[tuple[str, list[str]]]:
    """Every route with the addresses to ask for; a public route without any is a KeyError that names it."""
    for name, whole, pattern in patterns(resolver):
        if whole.startswith(ADMIN):
            yield whole, [admin_address(name, whole, pattern, world)]
        else:
            yield whole, CASES[whole](world)


def public_addresses(world: SimpleNamespace) -> list[str]:
    """The addresses of every route outside the admin; a route without any is a KeyError that names it."""
    return [one for _, whole, _ in patterns() if not whole.startswith(ADMIN) for one in CASES[whole](world)]


def admin_address(name: str, whole: str, pattern: URLPattern, world: SimpleNamespace) -> str:
    """An address of the admin that asks for a page, revision or picture by its key."""
    if not pattern.name:
        return "/" + whole.replace(".*/$", "nowhere/")
    arguments = dict(pattern.pattern.regex.groupindex) | pattern.pattern.converters
    return reverse(name, kwargs={argument: value_of(argument, kind, world) for argument, kind in arguments.items()})


def value_of(argument: str, kind: object, world: SimpleNamespace) -> str | int:
    """What to put in place of an argument."""
    keys = {"revision": world.revision, "image": world.image}
    key = next((key for noun, key in keys.items() if noun in argument), world.keys[0])
    return key if isinstance(kind, IntConverter) else WORDS.get(argument, str(key))
