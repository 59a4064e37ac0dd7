"""The process that draws for `nudge watch`: it waits for an order, reads lesson and code anew, and tells what it drew.

Nothing of the project is imported before there is an order: what was imported earlier would be as it was then.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scenes.lesson.lesson import Lesson
    from scenes.stage.stage import TraceScene
    from scenes.studio.film.production import Production
    from scenes.studio.film.progress import Tally

Say = Callable[..., None]
#: Seconds between two remarks on how far something is.
EVERY = 0.2
ROOT = Path(__file__).resolve().parents[3]
#: Where the project's own sources are that pictures follow from.
FOLDERS = tuple(ROOT / name for name in ("scenes", "netsim", "assets/words", "assets/themes"))


class DrawingError(RuntimeError):
    """A scene that broke down while it was drawn; its text is one sentence."""


def draw(order: dict[str, Any], say: Say) -> None:
    """Draw the stills of a scene, then its clip, and say each as soon as it is there.

    Parameters
    ----------
    order
        `lesson`, `scene` ("" for the first that is told), `folder` for what is drawn, `options` of `planned`.
    """
    from scenes.commands.planning.planned import planned
    from scenes.commands.planning.trust import drawn
    from scenes.lesson.lesson import Lesson
    from scenes.story.told import told

    path, options = Path(order["lesson"]), _options(order["options"])
    since = time.time()
    plan = Lesson.load(path)
    say(kind="files", files=_named(plan), since=since)
    plan = drawn(plan, options["trust"])
    if plan.story.scenes_file:
        say(kind="runs", file=str(plan.beside(plan.story.scenes_file)))
    listed = told(plan)
    also = {exhibit for part in listed for exhibit in part.scene.needs if not options["told_of"]}
    name = order["scene"] or listed[0].scene.__name__
    production = planned(path, names=(name,), also=also, **options)
    told_here, words, theme = production.parts[0], production.words(), production.theme()
    shown = dict.fromkeys([*(part.scene for part in listed), *(part.scene for part in production.parts)])
    say(
        kind="plan",
        scene=told_here.scene.__name__,
        title=told_here.scene.titled(words),
        scenes=[(scene.__name__, scene.titled(words)) for scene in shown],
        colours=vars(theme.colour),
        beats=[(beat.name, beat.id) for beat in told_here.beats],
    )
    _draw(replace(production, parts=(told_here,)), Path(order["folder"]), say)


def _draw(production: Production, folder: Path, say: Say) -> None:
    from scenes.lesson.kept_traces import trace_for
    from scenes.studio.film.clips.quality import QUALITIES
    from scenes.studio.film.stills import Still, draw_part

    progress, (part,) = _Progress(say), production.parts
    trace = trace_for(production.lesson, production.work, progress.training, progress.tell)
    waiting = [beat.name for beat in part.beats]

    def drawn(still: Still) -> None:
        waiting.remove(still.beat.name)
        name = _kept(still.png, "png", folder)
        say(kind="still", beat=still.beat.name, says=still.says, file=name)
        say_next()

    def say_next() -> None:
        say(kind="busy", says=f"Drawing {waiting[0]}" if waiting else "")

    say_next()
    size = QUALITIES["full"].of(production.quality.aspect)
    try:
        draw_part(part, trace, size, production.theme(), production.words(), production.captions, drawn)
    except (Exception, SystemExit) as error:
        from scenes.commands.broken import broken

        own = production.lesson.story.scenes_file
        where = ".".join([part.scene.__name__, *waiting[:1]])
        raise DrawingError(broken(error, where, production.lesson.beside(own) if own else None)) from error
    say(kind="stills", files=[*_named(production.lesson), *_sources(part.scene)])
    say(kind="busy", says=f"Filming {part.scene.__name__}")
    _film(production, folder, say)


def _film(production: Production, folder: Path, say: Say) -> None:
    from scenes.studio.film.clips.film import join

    clips = [clip for clip in production.film_scenes(_Progress(say)).clips if clip.frames]
    draft = folder / "clip.mp4"
    join([clip.path for clip in clips], draft, production.name)
    starts, seconds = {}, 0.0
    for clip in clips:
        starts[clip.beat] = seconds
        seconds += clip.seconds
    name = _kept(draft.read_bytes(), "mp4", folder)
    draft.unlink()
    say(kind="clip", file=name, starts=starts)


def _options(given: dict[str, Any]) -> dict[str, Any]:
    return given | {name: Path(place) if (place := given[name]) else None for name in ("out", "told_of")}


def _kept(content: bytes, kind: str, folder: Path) -> str:
    """Write a picture under a name that follows from what it shows, and return that."""
    from netsim.border.files import whole

    name = f"{hashlib.sha256(content).hexdigest()[:20]}.{kind}"
    if not (folder / name).exists():
        with whole(folder / name) as draft:
            draft.write_bytes(content)
    return name


def _named(plan: Lesson) -> list[str]:
    """List the files that a lesson is made of, whether they are there or not."""
    from netsim.weights.brought import weights_path
    from scenes.lesson.read_data import own_files
    from scenes.words.languages import is_path, language_of

    theme, own, recipe = plan.theme_name(), plan.story.scenes_file, plan.recipe
    spoken = plan.language_name()
    found = [
        plan.path,
        *(language_of(spoken).files if is_path(spoken) else ()),
        plan.words_file(),
        plan.beside(own) if own else None,
    ]
    found += [] if plan.logo_file() is None else [plan.logo_file()]
    voice = plan.beside(plan.voice.folder) if plan.voice.folder else None
    found += sorted(voice.iterdir()) if voice is not None and voice.is_dir() else []
    found += [Path(theme)] if theme.endswith(".toml") else []
    if recipe.data.path and recipe.data.name != "images":  # of a folder with many pictures, none is looked at
        found += own_files(recipe.data, plan.path.parent)
    if plan.trace is not None:
        found.append(plan.trace)
    if recipe.network.weights:
        found.append(weights_path(recipe.network, plan.path.parent))
    return [str(path) for path in found if path is not None]


def _sources(scene: type[TraceScene]) -> Iterable[str]:
    """List the project's files that a scene's pictures follow from: its code, the engine's, words and themes."""
    from scenes.story.own_scenes import address
    from scenes.studio.film.pieces.sources import closure

    engine, words, themes = (ROOT / name for name in ("netsim", "assets/words", "assets/themes"))
    found = {*closure(address(scene)).values(), *engine.rglob("*.py"), *words.rglob("*.ftl"), *themes.glob("*.toml")}
    return sorted(str(path) for path in found)


class _Progress:
    """Passes on how far recording and filming are, now and then."""

    def __init__(self, say: Say) -> None:
        self._say, self._told = say, 0.0

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *error: object) -> None:
        self._told = 0.0

    def training(self, phase: str, part: float) -> None:
        """Tell of the recording."""
        self._tell(f"Network: {phase} {part:.0%}")

    def filming(self, tally: Tally) -> None:
        """Tell of the film."""
        self._tell(f"Filming: {tally.count()} · {tally.pace()}")

    def tell(self, sentence: str) -> None:
        """Say something once."""
        self._say(kind="busy", says=sentence)

    def _tell(self, sentence: str) -> None:
        if time.monotonic() - self._told > EVERY:
            self._told = time.monotonic()
            self.tell(sentence)


def get_ready() -> None:
    """Import what takes long and does not change: the libraries; and let the compiler of loops wake up."""
    import av  # noqa: F401
    import babel  # noqa: F401
    import contourpy  # noqa: F401
    import fluent.runtime  # noqa: F401
    import manim  # noqa: F401
    import numba
    import pydantic  # noqa: F401
    import typst  # noqa: F401

    numba.njit(lambda number: number + 1)(1)


def main() -> int:
    """Wait for an order on standard input and carry it out; tell of it on standard output, all else goes to stderr."""
    os.environ["TMPDIR"] = str(Path.cwd())  # what a drawing leaves that was given up goes with the watcher's folder
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def say(**message: Any) -> None:
        print(json.dumps(message), file=told, flush=True)

    get_ready()
    line = sys.stdin.readline()
    if not line:
        return 0
    order = json.loads(line)
    os.chdir(order["here"])
    from scenes.studio.signals import signals_minded

    try:
        with signals_minded():
            return _carry_out(order, say)
    except (KeyboardInterrupt, BrokenPipeError):
        return 130


def _carry_out(order: dict[str, Any], say: Say) -> int:
    """Draw; what goes wrong is said in one sentence."""
    try:
        from scenes.studio.film.crew.process import leave_with_the_parent

        threading.Thread(target=leave_with_the_parent, daemon=True).start()
        draw(order, say)
    except (Exception, SystemExit) as error:
        traceback.print_exc()
        say(kind="failed", why=_why(error))
        return 1
    say(kind="done")
    return 0


def _why(error: BaseException) -> str:
    """Say why nothing was drawn, even if it is the project's own code that cannot be read."""
    if isinstance(error, DrawingError):
        return str(error)
    try:
        import click

        from scenes.commands.broken import broken
        from scenes.commands.troubles import trouble_of
    except Exception:
        return " ".join(f"{type(error).__name__}: {error}".split())
    if isinstance(error, click.ClickException):
        return error.format_message()
    trouble = trouble_of(error)
    return broken(error, "Reading the code") if trouble is None else trouble.sentence.partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
