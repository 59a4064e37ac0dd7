"""A lesson: the file that says what to train and what to record, and the trace that comes of it."""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from netsim import Recipe, RecipeError, Trace, TraceError, record
from netsim.sources import own_path
from scenes.sections import Look, Output, Plan, Story

if TYPE_CHECKING:
    from scenes.cast import Part
    from scenes.theme import Theme

ASSETS = Path(__file__).resolve().parents[1] / "assets"
DEFAULT_LESSON = ASSETS / "lessons" / "default.toml"
DEFAULT_WORK = Path("out") / ".work"

Progress = Callable[[str, float], None]


class LessonError(ValueError):
    """A lesson that cannot be used; its text is one sentence that says what, where and what mends it."""


@dataclass(frozen=True)
class Lesson:
    """A parsed lesson file.

    Attributes
    ----------
    name
        What its film is called: the file's name without `.toml`.
    path
        The file.
    recipe
        Its sections [network], [data], [training] and [record], so that what [story] looks at is recorded.
    look, story, output
        The sections of these names.
    """

    name: str
    path: Path
    recipe: Recipe
    look: Look = field(default_factory=Look)
    story: Story = field(default_factory=Story)
    output: Output = field(default_factory=Output)

    @classmethod
    def load(cls, path: str | Path | None = None) -> Self:
        """Read a lesson file; None is the default lesson.

        Raises
        ------
        LessonError
            If the file cannot be read or is not TOML (the sentence names the line), or its story names
            a chapter, scene or beat that is not there.
        RecipeError
            If a key or a value is impossible.
        """
        path = DEFAULT_LESSON if path is None else Path(path)
        plan = Plan.from_dict(_tables(path), where=str(path))
        lesson = cls(path.stem, path, _recipe_of(plan, path), plan.look, plan.story, plan.output)
        if plan.story.names_something:
            lesson.cast()
        return lesson

    def cast(self) -> tuple[Part, ...]:
        """Return the scenes that the lesson tells, and which of their beats.

        Raises
        ------
        LessonError
            If [story] names something that is not there, or its file of scenes cannot be used.
        """
        from scenes.cast import StoryError, cast
        from scenes.custom import CustomSceneError, scenes_in, with_custom
        from scenes.story import all_scenes

        scenes = all_scenes()
        try:
            if self.story.scenes_file:
                scenes = with_custom(scenes, scenes_in(self.beside(self.story.scenes_file)))
            return cast(self.story, scenes)
        except (StoryError, CustomSceneError) as error:
            raise LessonError(f"{self.path}: {error}") from None

    def theme(self) -> Theme:
        """Return the lesson's theme, at pace 1.

        Raises
        ------
        ThemeError
            If there is no such theme.
        """
        from scenes.theme import Theme

        return Theme.load(self.theme_name())

    def in_theme(self, name: str) -> Self:
        """Return the lesson in another theme; a theme file is looked for from here, not from beside the lesson."""
        whole = str(Path(name).expanduser().resolve()) if name.endswith(".toml") else name
        return replace(self, look=self.look.model_copy(update={"theme": whole}))

    def theme_name(self) -> str:
        """Return what `Theme.load` calls the lesson's theme: a bundled name, or a file's whole path."""
        name = self.look.theme
        return str(self.beside(name)) if name.endswith(".toml") else name

    def beside(self, name: str) -> Path:
        """Return the path of a file that the lesson names, seen from the lesson's folder."""
        return (self.path.parent / Path(name).expanduser()).resolve()

    def record(self, progress: Progress | None = None) -> Trace:
        """Train and record what the lesson says; `progress` hears each phase and how much of it is done, 0..1.

        Raises
        ------
        RecipeError
            If the data cannot be had, or lacks what the recipe asks for.
        """
        try:
            return record(self.recipe, progress=progress, beside=self.path.parent)
        except RecipeError as error:
            said, step = str(error), self.story.step
            if step:  # the recipe knows it as the first of its recorded steps
                said = said.replace(f"record.steps = {step}:", f"story.step = {step}:")
            raise RecipeError(f"{self.path}: {said}") from None


def _recipe_of(plan: Plan, path: Path) -> Recipe:
    """Return the recipe whose trace begins with what [story] looks at: scenes show its first moment and example."""
    record, story = plan.record, plan.story
    sections = {name: getattr(plan, name) for name in Recipe.model_fields}
    if story.example:
        if story.example >= len(record.follow):
            raise LessonError(
                f"{path}: story.example = {story.example}: record.follow names {len(record.follow)} examples, "
                f"expected a number below that; name more, such as follow = ['2', '7']."
            )
        star = record.follow[story.example]
        others = [label for i, label in enumerate(record.follow) if i != story.example]
        record = record.model_copy(update={"follow": (star, *others)})
    if story.step:
        later = tuple(step for step in record.steps if step > story.step)
        record = record.model_copy(update={"steps": (story.step, *later)})
    return Recipe(**(sections | {"record": record}))


def _tables(path: Path) -> dict[str, object]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text)
    except FileNotFoundError:
        raise LessonError(f"{path}: there is no such lesson file{_nearby(path)}.") from None
    except IsADirectoryError:
        raise LessonError(f"{path} is a folder; a lesson is a TOML file{_nearby(path / 'x.toml')}.") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise LessonError(f"{path}, line {line}: not UTF-8 text; save the lesson as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise LessonError(f"{path} is not valid TOML: {error}.") from None
    except OSError as error:
        raise LessonError(f"{path} cannot be read: {error.strerror}.") from None


def _nearby(path: Path) -> str:
    """Name the lessons that lie where this one was looked for."""
    folder = path.parent
    found = sorted(p.name for p in folder.glob("*.toml") if p.name != "pyproject.toml") if folder.is_dir() else []
    return f"; in {folder} there is {', '.join(found[:5])}" if found else ""


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
    """Digest of all that a trace follows from: the recipe, the engine's source and the data's files."""
    engine = Path(record.__code__.co_filename).parent
    data = lesson.recipe.data
    parts = [lesson.recipe.model_dump_json(), source_digest(engine)]
    if data.name == "mnist":
        named = data.folder or os.environ.get("NUDGE_MNIST_DIR", "")
        parts += _stamps(Path(named).expanduser()) if named else ["fetched"]  # those are known by their digests
    elif data.path:
        parts += _stamps(own_path(data, lesson.path.parent))
    else:
        parts.append(hashlib.sha256((ASSETS / "digits.npz").read_bytes()).hexdigest())
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _stamps(place: Path) -> list[str]:
    """Return path, size and time of a file, or of all files in a folder, so that a change is noticed."""
    files = [place] if place.is_file() else sorted(place.rglob("*"))
    stamps = [(path.resolve(), path.stat()) for path in files if path.is_file()]
    return [f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in stamps]


def kept_trace(lesson: Lesson, folder: Path) -> Path:
    """Where the trace of exactly this recipe is kept, or would be."""
    return folder / "traces" / f"{trace_key(lesson)[:24]}.npz"


def trace_for(lesson: Lesson, folder: Path = DEFAULT_WORK, progress: Progress | None = None) -> Trace:
    """Load the kept trace of exactly this lesson's recipe, or record it and keep it.

    Parameters
    ----------
    lesson
        What to train.
    folder
        The work folder; the trace is kept below it.
    progress
        Called with the name of a phase and how much of it is done, 0..1, if there is something to record.

    Raises
    ------
    RecipeError, ValueError
        If the data cannot be had.
    OSError
        If the folder cannot be written.
    """
    path = kept_trace(lesson, folder)
    if path.exists():
        try:
            return Trace.load(path)
        except TraceError:
            path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    lesson.record(progress).save(path)
    return Trace.load(path)


def look_up(lesson: Lesson, folder: Path = DEFAULT_WORK, progress: Progress | None = None) -> Trace:
    """Load the kept trace of a lesson, or record it without keeping it."""
    try:
        return Trace.load(kept_trace(lesson, folder))
    except TraceError:
        return lesson.record(progress)


def default_trace() -> Trace:
    """Give a trace for scenes that `manim` renders itself: of the lesson that NUDGE_LESSON names, or the default."""
    lesson = Lesson.load(os.environ.get("NUDGE_LESSON") or None)
    try:
        return trace_for(lesson)
    except (OSError, TraceError):
        return lesson.record()
