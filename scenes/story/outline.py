"""What a file of scenes says of itself, read and not run: its scenes, their beats, and what those say.

To list or check a stranger's lesson must not execute it. So the file's text is taken apart (`ast`), and each
scene in it gets a stand-in: a class of its name, base and beats, whose methods hold a docstring and nothing else.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from netsim import Trace
from netsim.border.opening import Unreadable, text_of
from scenes.mobjects.type.typeset import plain
from scenes.stage.beats import BeatError, beat
from scenes.stage.stage import TraceScene
from scenes.story.own_scenes import NO_SCENE, OwnSceneError
from scenes.words.files import WordsError
from scenes.words.messages import Messages

Scene = type[TraceScene]
OUTLINE = "outline of"  # how the names of modules begin that were not run
PLAIN = ("chapter", "title", "needs", "asks")  # what a class may say of itself by a plain value


def is_outline(scene: Scene) -> bool:
    """Whether a scene is a stand-in, of a file that was not run."""
    return scene.__module__.startswith(OUTLINE)


def outlined(path: Path, scenes: Sequence[Scene]) -> tuple[Scene, ...]:
    """Return a stand-in for each scene of a file, in the order of definition; nothing of the file is run.

    Parameters
    ----------
    path
        A Python file.
    scenes
        Those that a class in it may be derived from.

    Raises
    ------
    OwnSceneError
        If the file cannot be read, is no Python, defines no scene, or a beat without a place.
    """
    try:
        return _outlined(path, text_of(path), tuple(scenes))
    except Unreadable as error:
        raise OwnSceneError(f"story.scenes_file: {path} {error}; it names a Python file beside the lesson.") from None
    except BeatError as error:
        raise OwnSceneError(f"{path}: {error}") from None


@lru_cache(maxsize=8)
def _outlined(path: Path, text: str, scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise OwnSceneError(f"{path}, line {error.lineno or 1}: SyntaxError: {error.msg}.") from None
    except (ValueError, RecursionError, MemoryError):
        raise OwnSceneError(f"{path} is no Python that can be read, expected a file of scenes.") from None
    known: dict[str, Scene] = {TraceScene.__name__: TraceScene} | {scene.__name__: scene for scene in scenes}
    own = []
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            known |= {name.asname: known[name.name] for name in node.names if name.asname and name.name in known}
        if isinstance(node, ast.ClassDef):
            base = next((known[name] for name in map(_last, node.bases) if name in known), None)
            if base is not None:
                known[node.name] = _stand_in(node, base, path)
                own.append(known[node.name])
    told = tuple(scene for scene in own if scene.beats())
    if not told:
        raise OwnSceneError(f"{path} {NO_SCENE}")
    return told


def _stand_in(node: ast.ClassDef, base: Scene, path: Path) -> Scene:
    members: dict[str, Any] = {"__module__": f"{OUTLINE} {path.name}", "says": classmethod(_says)}
    for part in node.body:
        target = part.targets[0] if isinstance(part, ast.Assign) else getattr(part, "target", None)
        if isinstance(part, ast.Assign | ast.AnnAssign) and _last(target) in PLAIN:
            members[_last(target)] = _value(part.value, getattr(base, _last(target)))
        if isinstance(part, ast.FunctionDef):
            if part.name == "facts":
                members["facts_unread"] = True
            for mark in part.decorator_list:
                if _last(mark.func if isinstance(mark, ast.Call) else mark) == "beat":
                    members[part.name] = _beat_of(part, mark, path)
    made: Scene = type(node.name, (base,), members)
    return made


def _beat_of(method: ast.FunctionDef, mark: ast.expr, path: Path) -> Callable[[Any], None]:
    """Return a method that has the name, the place and the docstring of a beat, and does nothing."""
    hollow = ast.parse(f"def {method.name}(self): ...").body[0]
    assert isinstance(hollow, ast.FunctionDef)
    hollow.body = [ast.Expr(ast.Constant(ast.get_docstring(method, clean=False)))]
    ast.copy_location(hollow, method)
    made: dict[str, Any] = {}
    exec(compile(ast.fix_missing_locations(ast.Module([hollow], [])), str(path), "exec"), made)
    call = mark if isinstance(mark, ast.Call) else None
    story_id = _value(call.args[0], "") if call and call.args else ""
    options = {word.arg: _value(word.value, None) for word in call.keywords if word.arg} if call else {}
    after, asks = str(options.get("after") or ""), options.get("asks")
    named = tuple(map(str, asks)) if isinstance(asks, tuple | list) else ()
    return beat(story_id, after=after, asks=named)(made[method.name])


def _says(cls: Scene, trace: Trace, marked: bool = False, words: Messages | None = None) -> dict[str, str]:
    """Return what each beat says; of one that names facts of its file's own, the docstring as it is written."""
    words, facts, said = words or Messages.load(), cls.facts(trace), {}
    for one in cls.beats():
        try:
            sentence = cls._said(one, facts, words)
            said[one.name] = str(sentence) if marked else plain(sentence)
        except WordsError:
            said[one.name] = one.template
    return said


def _last(node: ast.AST | None) -> str:
    """Return the last part of a name: OutputNudges of nudges.OutputNudges; "" if it is none."""
    return str(getattr(node, "attr", getattr(node, "id", "")))


def _value(node: ast.expr | None, otherwise: Any) -> Any:
    """Return a plain value of the type of another one, or that one."""
    try:
        value = ast.literal_eval(node) if node is not None else otherwise
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return otherwise
    return value if otherwise is None or isinstance(value, type(otherwise)) else otherwise
