"""Which source files a scene is made of: its own, and what that imports within the project."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

OURS = frozenset({"scenes", "netsim"})
# Rendering never gets there: a worker is given its trace, and does not verify it.
BACKSTAGE = frozenset({"scenes.lesson.kept_traces", "scenes.lesson.lesson", "netsim.verify"})


def source_key(address: str) -> str:
    """Digest of the code that a scene's frames follow from; comments and layout do not count.

    Parameters
    ----------
    address
        Where the scene is: `module:Class` or `file.py@digest:Class`.
    """
    digest = hashlib.sha256()
    for name, path in sorted(closure(address).items()):
        digest.update(f"{name}\0{_parsed(path, path.stat().st_mtime_ns).meaning}\0".encode())
    return digest.hexdigest()


def closure(address: str) -> dict[str, Path]:
    """Give the files of a scene by module name: its own, and all that they import of the project.

    A name that a package only passes on (`from netsim import Trace`) leads to the file that makes it.
    """
    where = address.rpartition(":")[0]
    file, marked, _ = where.rpartition("@")
    start, path = ("the scene", Path(file)) if marked else (where, _file(where))
    ours = OURS | {start.partition(".")[0]}
    found: dict[str, Path] = {}
    waiting = [(start, path)]
    while waiting:
        module, path = waiting.pop()
        if path is None or module in found or module in BACKSTAGE:
            continue
        found[module] = path
        waiting += [(name, _file(name)) for name in _imported(path) if name.partition(".")[0] in ours]
    return found


class _Parsed:
    """One file: what it means, what it imports, and the names it only passes on."""

    def __init__(self, path: Path) -> None:
        tree = ast.parse(path.read_bytes(), filename=str(path))
        self.meaning = hashlib.sha256(ast.dump(tree).encode()).hexdigest()
        self.imports: list[tuple[str, str]] = []
        for node in _running(tree):
            if isinstance(node, ast.Import):
                self.imports += [(alias.name, "") for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                self.imports += [(node.module, alias.name) for alias in node.names]
        exports = (ast.Import, ast.ImportFrom, ast.Expr)
        self.passes_on = all(isinstance(node, exports) or _names_all(node) for node in tree.body)


@lru_cache(maxsize=512)
def _parsed(path: Path, written: int) -> _Parsed:
    return _Parsed(path)


def _running(tree: ast.Module) -> Iterator[ast.AST]:
    """Walk over what runs: everything but the blocks for type checkers."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        checked_only = isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
        waiting += [] if checked_only else ast.iter_child_nodes(node)


def _names_all(node: ast.stmt) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else []
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def _imported(path: Path) -> set[str]:
    """Name the modules whose code a file runs with."""
    return {
        _origin(module, name) if name else module for module, name in _parsed(path, path.stat().st_mtime_ns).imports
    }


def _origin(module: str, name: str) -> str:
    """Name the module in which `from module import name` finds it."""
    if module.partition(".")[0] in OURS:
        if _file(f"{module}.{name}") is not None:
            return f"{module}.{name}"
        path = _file(module)
        if path is not None and path.name == "__init__.py":
            parsed = _parsed(path, path.stat().st_mtime_ns)
            if parsed.passes_on:
                return next((_origin(m, n) for m, n in parsed.imports if n == name), module)
    return module


@lru_cache(maxsize=2048)
def _file(module: str) -> Path | None:
    """Give a module's source file; None for what is no module, or has none."""
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError, AttributeError):
        return None
    return Path(spec.origin) if spec is not None and spec.origin and spec.origin.endswith(".py") else None
