"""What `nudge watch` draws of a scene, and tells as soon as it is there: its stills, then its clip."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from netsim.border.files import whole
from scenes.commands.broken import broken
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request
from scenes.commands.planning.trust import drawn
from scenes.commands.watch.sources import files_of, sources_of
from scenes.lesson.kept_traces import trace_for
from scenes.lesson.lesson import Lesson
from scenes.story.told import told
from scenes.studio.film.clips.film import join
from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.production import Production
from scenes.studio.film.progress import Tally
from scenes.studio.film.stills import Still, draw_part

Say = Callable[..., None]
#: Seconds between two remarks on how far something is.
EVERY = 0.2


def draw(order: dict[str, Any], say: Say) -> None:
    """Draw the stills of a scene, then its clip, and say each as soon as it is there.

    Parameters
    ----------
    order
        `lesson`, `scene` ("" for the first that is told), `folder` for what is drawn, `options` of a `Request`.
    say
        Called with the kind of a message, and what belongs to it: what the watcher hears.

    Raises
    ------
    ClickException
        If the scene breaks down while it is drawn: one sentence.
    """
    path, options = Path(order["lesson"]), _options(order["options"])
    since = time.time()
    plan = Lesson.load(path)
    say(kind="files", files=files_of(plan), since=since)
    plan = drawn(plan, options["trust"])
    if plan.story.scenes_file:
        say(kind="runs", file=str(plan.beside(plan.story.scenes_file)))
    listed = told(plan)
    also = {exhibit for part in listed for exhibit in part.scene.needs if not options["told_of"]}
    name = order["scene"] or listed[0].scene.__name__
    production = planned(Request(**options | {"lesson": path, "names": (name,)}), also)
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
        own = production.lesson.story.scenes_file
        where = ".".join([part.scene.__name__, *waiting[:1]])
        raise click.ClickException(broken(error, where, production.lesson.beside(own) if own else None)) from error
    say(kind="stills", files=[*files_of(production.lesson), *sources_of(part.scene)])
    say(kind="busy", says=f"Filming {part.scene.__name__}")
    _film(production, folder, say)


def _film(production: Production, folder: Path, say: Say) -> None:
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
    name = f"{hashlib.sha256(content).hexdigest()[:20]}.{kind}"
    if not (folder / name).exists():
        with whole(folder / name) as draft:
            draft.write_bytes(content)
    return name


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

    def speaking(self, done: int, beats: int) -> None:
        """Tell of the voice."""
        self._tell(f"Voice: {done} of {beats} beats")

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
