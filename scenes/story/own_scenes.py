"""Scenes of a lesson's own: a Python file beside the lesson that replaces scenes, or adds some.

A class in it that is derived from one of the story's scenes takes that scene's place; any other
:class:`TraceScene` comes last in its chapter, unless the lesson says where (`scenes`, `opens`). The file
may import the project's packages and whatever is installed; it is read alone, so files beside it are not found.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import sys
import traceback
from collections.abc import Sequence
from importlib.machinery import SourceFileLoader
from pathlib import Path
from typing import Any

from netsim.border.opening import LARGEST_TEXT, Unreadable, content_of
from scenes.stage.beats import BeatError
from scenes.stage.stage import TraceScene

Scene = type[TraceScene]
NO_SCENE = "defines no scene with a beat, expected a class derived from TraceScene or from a scene."


class OwnSceneError(ValueError):
    """A file of scenes that cannot be used; its text is one sentence."""


def scenes_in(path: Path) -> tuple[Scene, ...]:
    """Run a file of scenes and return those that it defines, in the order of definition.

    Raises
    ------
    OwnSceneError
        If the file is not there, fails (the sentence names the line), defines no scene, or a beat without a place.
    """
    name = _module_name(path)
    if name not in sys.modules:
        _run(path, name)
    module = sys.modules[name]
    found = [member for member in vars(module).values() if isinstance(member, type) and issubclass(member, TraceScene)]
    try:
        own = tuple(member for member in found if member.__module__ == name and member.beats())
    except BeatError as error:
        raise OwnSceneError(f"{path}: {error}") from None
    if not own:
        raise OwnSceneError(f"{path} {NO_SCENE}")
    return own


def with_own(scenes: Sequence[Scene], own: Sequence[Scene]) -> tuple[Scene, ...]:
    """Put scenes of a lesson's own where they belong among those of the story."""
    told = list(scenes)
    for scene in own:
        parent = next((base for base in scene.__mro__[1:] if base in told), None)
        if parent is not None:
            told[told.index(parent)] = scene
            continue
        places = [i for i, other in enumerate(told) if other.chapter == scene.chapter]
        told.insert(places[-1] + 1 if places else len(told), scene)
    return tuple(told)


def address(scene: Scene) -> str:
    """Return where a scene can be found from another process: `module:Class`, or `file.py@digest:Class`."""
    file = getattr(sys.modules.get(scene.__module__), "__nudge_file__", None)
    return f"{file or scene.__module__}:{scene.__qualname__}"


def scene_at(place: str) -> Scene:
    """Return the scene of an address.

    Raises
    ------
    OwnSceneError
        If its file has changed since, or cannot be used.
    """
    where, _, name = place.rpartition(":")
    file, marked, digest = where.rpartition("@")
    if not marked:
        found: Scene = getattr(importlib.import_module(where), name)
        return found
    if _digest(Path(file)) != digest:
        raise OwnSceneError(f"{file} has changed since this render began; call it again.")
    return next(scene for scene in scenes_in(Path(file)) if scene.__qualname__ == name)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(content_of(path, LARGEST_TEXT)).hexdigest()[:16]
    except Unreadable as error:
        raise OwnSceneError(f"story.scenes_file: {path} {error}; it names a Python file beside the lesson.") from None


def _module_name(path: Path) -> str:
    return f"lesson_scenes_{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:8]}_{_digest(path)}"


class _Reading(SourceFileLoader):
    """Reads a Python file, and leaves no compiled copy of it beside a lesson."""

    def set_data(self, *args: Any, **kwargs: Any) -> None:
        """Write nothing."""


def _run(path: Path, name: str) -> None:
    """Import the file under a name of its own; whatever goes wrong in it becomes one sentence."""
    loader = _Reading(name, str(path)) if path.suffix == ".py" else None
    spec = importlib.util.spec_from_file_location(name, path, loader=loader)
    if spec is None or spec.loader is None:
        raise OwnSceneError(f"story.scenes_file: {path} is no Python file, expected one that ends in .py.")
    module = importlib.util.module_from_spec(spec)
    vars(module)["__nudge_file__"] = f"{path.resolve()}@{_digest(path)}"
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except SystemExit as error:
        del sys.modules[name]
        place = f"{path}, line {_line(error, path)}"
        raise OwnSceneError(f"{place}: sys.exit was called, expected scenes alone; take that line out.") from None
    except Exception as error:
        del sys.modules[name]
        raise OwnSceneError(f"{path}, line {_line(error, path)}: {type(error).__name__}: {error}.") from None


def _line(error: BaseException, path: Path) -> int:
    if isinstance(error, SyntaxError) and error.lineno:
        return error.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename) == path]
    return lines[-1] if lines and lines[-1] is not None else 1
