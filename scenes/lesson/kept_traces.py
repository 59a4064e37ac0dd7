"""Kept traces: a lesson is trained once, and what it recorded is found again under a digest of all it follows from."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from netsim import Given, Trace, TraceError, record
from netsim.border.files import sweep
from netsim.exhibits.registry import EXHIBITS
from netsim.weights.brought import weights_files
from scenes.lesson.lesson import ASSETS, Lesson
from scenes.lesson.read_data import own_files, stamps

DEFAULT_WORK = Path("out") / ".work"

Progress = Callable[[str, float], None]


def source_digest(folder: Path, skip: tuple[str, ...] = ()) -> str:
    """Digest of all files below a folder: their names and contents, whatever order the disk lists them in.

    Parameters
    ----------
    folder
        Where to look, at any depth.
    skip
        Paths below it that are left out.
    """
    digest = hashlib.sha256()
    for path in _sources(folder, tuple(folder / name for name in skip)):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(folder: Path, skip: tuple[Path, ...]) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = "__pycache__" in path.parts or path.suffix == ".pyc"
        if path.is_file() and not hidden and not any(path.is_relative_to(s) for s in skip):
            yield path


def trace_key(lesson: Lesson) -> str:
    """Digest of what a trace follows from, whatever its exhibits: the recipe, the engine's source, data and weights."""
    engine = Path(record.__code__.co_filename).parent
    data = lesson.recipe.data
    parts = [lesson.recipe.model_dump_json(), source_digest(engine)]
    if data.name == "mnist":
        named = data.folder or os.environ.get("NUDGE_MNIST_DIR", "")
        # those that are fetched are known by their digests
        parts += stamps(Path(os.path.expanduser(named)).glob("*ubyte*")) if named else ["fetched"]  # noqa: PTH111
    elif data.path:
        parts += stamps(own_files(data, lesson.path.parent))
    else:
        parts.append(hashlib.sha256((ASSETS / "digits.npz").read_bytes()).hexdigest())
    if lesson.recipe.network.weights:
        parts += stamps(weights_files(lesson.recipe.network, lesson.path.parent))
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def kept_trace(lesson: Lesson, folder: Path) -> Path:
    """Where a trace of this lesson is kept that has all its exhibits, or more; or where it would be."""
    if lesson.trace is not None:
        return lesson.trace
    exhibits = EXHIBITS if lesson.exhibits is None else lesson.exhibits
    known = trace_key(lesson)[:24]
    tag = hashlib.sha256(" ".join(sorted(exhibits)).encode()).hexdigest()[:8]
    exact = folder / "traces" / f"{known}-{tag}.npz"
    others = sorted((folder / "traces").glob(f"{known}-*.npz"))
    return next((path for path in [exact, *others] if path.exists() and _has(path, exhibits)), exact)


def _has(path: Path, exhibits: Collection[str]) -> bool:
    """Whether a kept trace can be read and has these exhibits."""
    try:
        trace = Trace.load(path)
    except TraceError:
        return False
    return all(trace.has(exhibit) for exhibit in exhibits)


def _sound(path: Path) -> Trace:
    """Open a kept trace, all of whose arrays are as they were written; raises TraceError if one is not."""
    trace = Trace.load(path)
    trace.check_arrays()
    return trace


def trace_for(
    lesson: Lesson,
    folder: Path = DEFAULT_WORK,
    progress: Progress | None = None,
    tell: Callable[[str], None] | None = None,
) -> Trace:
    """Load the kept trace of exactly this lesson's recipe, or record it and keep it; a damaged one is made anew.

    Of a lesson that is told of a record in a file this is that record.

    Parameters
    ----------
    lesson
        What to train.
    folder
        The work folder; the trace is kept below it.
    progress
        Called with the name of a phase and how much of it is done, 0..1, if there is something to record.
    tell
        Called with a sentence where a kept trace is found to be damaged, and with what of the data was left out.

    Raises
    ------
    RecipeError, ValueError
        If the data cannot be had.
    OSError
        If the folder cannot be written.
    TraceError
        If the record that it is told of is damaged.
    """
    trace = _kept_or_recorded(lesson, folder, progress, tell)
    if tell is not None and trace.remark:
        tell(f"Data       {trace.remark}")
    return trace


def _kept_or_recorded(
    lesson: Lesson, folder: Path, progress: Progress | None, tell: Callable[[str], None] | None
) -> Trace:
    if lesson.trace is not None:
        return _sound(lesson.trace)
    sweep(folder / "traces")
    while (path := kept_trace(lesson, folder)).exists():
        try:
            return _sound(path)
        except TraceError:
            path.unlink(missing_ok=True)
            if tell is not None:
                tell(f"The kept trace {path} was damaged, so it is recorded anew.")
    path.parent.mkdir(parents=True, exist_ok=True)
    lesson.record(progress).save(path)
    return Trace.load(path)


def given_for(lesson: Lesson, folder: Path = DEFAULT_WORK) -> Given:
    """Say what is plainly given of a lesson's run: a kept trace's header says it at once, else its data do.

    Raises
    ------
    RecipeError
        If the data cannot be had.
    """
    if lesson.trace is not None:
        return Trace.load(lesson.trace).given
    for path in sorted((folder / "traces").glob(f"{trace_key(lesson)[:24]}-*.npz")):
        try:
            return Trace.load(path).given
        except TraceError:  # damaged: it is recorded anew where it is asked for
            continue
    return lesson.given()


def look_up(lesson: Lesson, folder: Path = DEFAULT_WORK, progress: Progress | None = None) -> Trace:
    """Load the kept trace of a lesson, or record it without keeping it; raises what `trace_for` raises."""
    if lesson.trace is not None:
        return _sound(lesson.trace)
    try:
        return _sound(kept_trace(lesson, folder))
    except TraceError:
        return lesson.record(progress)


def default_lesson() -> Lesson:
    """Give the lesson of scenes that `manim` renders itself: the one that NUDGE_LESSON names, or the default."""
    return Lesson.load(os.environ.get("NUDGE_LESSON") or None)


def default_trace(lesson: Lesson) -> Trace:
    """Give a lesson's trace, also where none can be kept."""
    try:
        return trace_for(lesson)
    except (OSError, TraceError):
        return lesson.record()
