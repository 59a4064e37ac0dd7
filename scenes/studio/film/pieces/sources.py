"""Which code a beat's frames follow from: its scene's file, and what that imports, without the beats after it."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

OURS = frozenset({"scenes", "netsim"})
# Rendering never gets there: a worker is given its trace, and does not verify it.
BACKSTAGE = frozenset({"scenes.lesson.kept_traces", "scenes.lesson.lesson", "netsim.verifying.verify"})


class Source:
    """The code that a scene's frames follow from; comments and layout do not count.

    Parameters
    ----------
    address
        Where the scene is: `module:Class` or `file.py@digest:Class`.
    lineage
        The scene's class, and those of the scenes that it is derived from.
    """

    def __init__(self, address: str, lineage: Sequence[type] = ()) -> None:
        start, _ = _start(address)
        files = sorted(closure(address).items())
        self._files = {name: _parsed(path, path.stat().st_mtime_ns) for name, path in files}
        own = lineage[0].__module__ if lineage else ""
        self._owners = {(start if c.__module__ == own else c.__module__, c.__qualname__) for c in lineage}
        self._named = frozenset().union(*(file.named for file in self._files.values()))

    def key(self, without: Collection[str] = ()) -> str:
        """Make a digest of the code, leaving out the scene's beats of these names.

        A beat that is named by code that counts is not left out: who calls it needs it.
        """
        counts: dict[tuple[str, str, str], Method] = {}
        aside: dict[tuple[str, str, str], Method] = {}
        for module, file in self._files.items():
            for method in file.beats:
                may_go = method.name in without and (module, method.owner) in self._owners
                (aside if may_go else counts)[module, method.owner, method.name] = method
        named = self._named.union(*(method.named for method in counts.values()))
        while called := {place: method for place, method in aside.items() if method.name in named}:
            counts |= called
            named = named.union(*(method.named for method in called.values()))
            aside = {place: method for place, method in aside.items() if place not in called}
        made_of = [(name, file.meaning) for name, file in self._files.items()]
        return _digest(repr([made_of, sorted((*place, method.meaning) for place, method in counts.items())]))


def _start(address: str) -> tuple[str, Path | None]:
    """Return what the module with a scene is called here, and its file."""
    where = address.rpartition(":")[0]
    file, marked, _ = where.rpartition("@")
    return ("the scene", Path(file)) if marked else (where, _file(where))


def closure(address: str) -> dict[str, Path]:
    """Give the files of a scene by module name: its own, and all that they import of the project.

    A name that a package only passes on (`from netsim import Trace`) leads to the file that makes it.
    """
    start, path = _start(address)
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


@dataclass(frozen=True)
class Method:
    """A beat as it is written: its class and name, a digest of what it does, and the names that it mentions."""

    owner: str
    name: str
    meaning: str
    named: frozenset[str]


class _Parsed:
    """One file: its beats; what else it means, mentions and imports; and whether it only passes names on."""

    def __init__(self, path: Path) -> None:
        tree = ast.parse(path.read_bytes(), filename=str(path))
        self.imports: list[tuple[str, str]] = []
        for node in _running(tree):
            if isinstance(node, ast.Import):
                self.imports += [(alias.name, "") for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                self.imports += [(node.module, alias.name) for alias in node.names]
        exports = (ast.Import, ast.ImportFrom, ast.Expr)
        self.passes_on = all(isinstance(node, exports) or _names_all(node) for node in tree.body)
        self.beats = tuple(_taken_out(tree, ""))
        self.meaning, self.named = _digest(ast.dump(tree)), _mentioned([tree])


def _taken_out(tree: ast.Module | ast.ClassDef, owner: str) -> Iterator[Method]:
    """Take the methods that are marked as beats out of the classes of a file."""
    for node in list(tree.body):
        if isinstance(node, ast.ClassDef):
            yield from _taken_out(node, f"{owner}.{node.name}" if owner else node.name)
        elif owner and isinstance(node, ast.FunctionDef) and any(map(_marks_a_beat, node.decorator_list)):
            tree.body.remove(node)
            yield Method(owner, node.name, _digest(ast.dump(node)), _mentioned(node.body))


def _marks_a_beat(decorator: ast.expr) -> bool:
    called = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(called, ast.Name) and called.id == "beat"


def _mentioned(nodes: Sequence[ast.AST]) -> frozenset[str]:
    """Collect how some code may call a method: attributes, texts that could be names, and names within a class."""
    found: set[str] = set()
    for node in (inner for outer in nodes for inner in ast.walk(outer)):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            found.add(node.value)
        elif isinstance(node, ast.ClassDef):
            plain = [part for part in node.body if not isinstance(part, ast.FunctionDef | ast.ClassDef)]
            found |= {name.id for part in plain for name in ast.walk(part) if isinstance(name, ast.Name)}
    return frozenset(found)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


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
