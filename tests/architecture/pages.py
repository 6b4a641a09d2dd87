"""House rules for page types: each declares its place, has a factory and opens with a docstring."""

import ast
from importlib import import_module
from pathlib import Path

from django.db.models import Model
from wagtail.models import get_page_models

from tests.architecture.project import LAYERS, parsed, python_files

PLACE = ("parent_page_types", "subpage_types")


def project_page_types() -> list[type[Model]]:
    """The concrete page types of the project, without Wagtail's own."""
    return [model for model in get_page_models() if model._meta.app_label in LAYERS]


def unplaced(page_type: type) -> list[str]:
    """What a page type leaves open about its place in the tree."""
    return [f"{page_type.__name__}: no {name}" for name in PLACE if name not in vars(page_type)]


def factory_of(page_type: type[Model]) -> type | None:
    """The factory of a page type, from ``tests/<app>/factories.py``."""
    try:
        module = import_module(f"tests.{page_type._meta.app_label}.factories")
    except ModuleNotFoundError:
        return None
    return getattr(module, f"{page_type.__name__}Factory", None)


def undocumented(root: Path) -> list[str]:
    """Modules, public classes and public functions of modules without a docstring."""
    found = []
    for path in python_files(root):
        tree = parsed(path)
        name = path.relative_to(root)
        if tree.body and not ast.get_docstring(tree):
            found.append(f"{name}: no docstring")
        for node in tree.body:
            is_public = isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
            if is_public and not ast.get_docstring(node):
                found.append(f"{name}: {node.name} has no docstring")
    return found
