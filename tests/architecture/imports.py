"""House rule: imports run downwards only; rooms of one layer, and the editorial apps, never import each other."""

import ast
from pathlib import Path

from tests.architecture.project import LAYERS, parsed, python_files


def room_of(dotted: str) -> str:
    """The room a dotted module name belongs to; each editorial app is a room of its own."""
    parts = dotted.split(".")
    return ".".join(parts[:2]) if parts[0] == "editorial" else parts[0]


def imported(tree: ast.Module) -> list[str]:
    """Every module a file imports, wherever the import stands."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
    return names


def upward_imports(root: Path) -> list[str]:
    """Imports that go up or sideways, each as ``file imports module``."""
    found = []
    for path in python_files(root):
        here = room_of(".".join(path.relative_to(root).with_suffix("").parts))
        for name in imported(parsed(path)):
            there = room_of(name)
            layer = LAYERS.get(there.split(".")[0])
            if layer is not None and here != there and layer >= LAYERS[here.split(".")[0]]:
                found.append(f"{path.relative_to(root)} imports {name}")
    return found
