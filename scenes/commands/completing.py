"""What a shell completes: scenes, ideas, chapters, themes; read from files, since a key must answer at once.

To import the scenes would take seconds, so their source is read, and nothing of it is run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from importlib.resources import files

import click
from click.shell_completion import CompletionItem

from scenes.stage.chapters import CHAPTERS

ALL = "all"


def scenes_and_ideas(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete the name of a scene, or the id of one of its ideas, whose help is the scene."""
    return _beginning(typed, ((name, "") if name == scene else (name, scene) for scene, name in _told()))


def chapters(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete the name of a chapter."""
    return _beginning(typed, ((name, "") for name in (*CHAPTERS, ALL)))


def themes(context: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Complete the name of a bundled theme, or else a file."""
    names = sorted(path.name for path in files("assets").joinpath("themes").iterdir() if path.name.endswith(".toml"))
    return _beginning(typed, ((name.removesuffix(".toml"), "") for name in names)) or [CompletionItem(typed, "file")]


def _beginning(typed: str, names: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    """Return the names that begin with what is typed, whatever the case of letters."""
    found = {name: about for name, about in names if name.lower().startswith(typed.lower())}
    return [CompletionItem(name, help=found[name] or None) for name in sorted(found)]


def _told() -> Iterator[tuple[str, str]]:
    """Walk over the scenes of the story: each with its own name, and with the ids of its beats."""
    for imported in ast.parse(files("scenes").joinpath("story/story.py").read_text("utf-8")).body:
        place = (getattr(imported, "module", None) or "").split(".")
        if place[0] == "scenes" and len(place) == 3 and place[1] in CHAPTERS:
            yield from _told_in(files("scenes").joinpath(place[1], f"{place[2]}.py").read_text("utf-8"))


def _told_in(source: str) -> Iterator[tuple[str, str]]:
    for defined in ast.parse(source).body:
        if not isinstance(defined, ast.ClassDef):
            continue
        marks = [mark for part in defined.body if isinstance(part, ast.FunctionDef) for mark in part.decorator_list]
        beats = [mark for mark in marks if _called(mark) == "beat"]
        if not beats:
            continue
        yield defined.name, defined.name
        for mark in beats:
            if isinstance(mark, ast.Call) and mark.args and isinstance(mark.args[0], ast.Constant):
                yield defined.name, str(mark.args[0].value)


def _called(mark: ast.expr) -> str:
    """Return by what name a decorator is called."""
    named = mark.func if isinstance(mark, ast.Call) else mark
    return named.id if isinstance(named, ast.Name) else ""
