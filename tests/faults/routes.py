"""Every address pattern of the site, with an address to try it by."""

from collections.abc import Iterator

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


def patterns(resolver: URLResolver | None = None, spaces: tuple[str, ...] = (), before: str = "") -> Iterator[tuple]:
    """Name with its namespaces, whole pattern and URLPattern of each route."""
    for one in (resolver or get_resolver()).url_patterns:
        whole = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, (*spaces, one.namespace) if one.namespace else spaces, whole)
        else:
            yield ":".join([*spaces, one.name or ""]), whole, one


def admin_address(name: str, whole: str, pattern: URLPattern, keys: dict[str, int]) -> str:
    """An address of the admin that asks for a page, revision or picture by its key."""
    if not pattern.name:
        return "/" + whole.replace("^.*/$", "nowhere/")
    arguments = dict(pattern.pattern.regex.groupindex) | pattern.pattern.converters
    return reverse(name, kwargs={argument: value_of(argument, kind, keys) for argument, kind in arguments.items()})


def value_of(argument: str, kind: object, keys: dict[str, int]) -> str | int:
    """What to put in place of an argument."""
    key = next((key for noun, key in keys.items() if noun in argument), keys["page"])
    return key if isinstance(kind, IntConverter) else WORDS.get(argument, str(key))
