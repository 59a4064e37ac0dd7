"""`nudge render`: the film, and whatever else the lesson wants."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.display import display
from scenes.commands.explain.explain import EXAMPLE, STEP
from scenes.commands.explain.film import film_of
from scenes.commands.making.slides import ground_of
from scenes.commands.options import making
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request
from scenes.commands.presets import short_of

if TYPE_CHECKING:
    from scenes.lesson.lesson import Lesson
    from scenes.studio.film.joining import Film

# What a person chose of a film, and would choose of what is made of it next: what it tells, and how it looks.
TOLD = ("told_of", "names", "chapters", "whole", "language")
LOOKS = ("theme", "aspect", "captions", "out")


@click.command()
@making
@click.option(
    "--explain",
    "weight",
    metavar="WEIGHT",
    help="Instead of the story, one scene that takes a weight apart, such as W3[2,7]: see `nudge explain`.",
)
@STEP
@EXAMPLE
@click.pass_context
def render(context: click.Context, /, weight: str | None, step: int | None, example: int, **options: Any) -> None:
    """Render the lesson's film, with chapter marks and subtitles in it, and subtitles and a transcript beside it.

    The lesson's [output] may ask for slides, stills, a storyboard or a handout as well, or instead.

    A render that was stopped goes on from the beats that were finished; after a change, only the beats that it
    concerns, and those that follow in their scenes, are rendered. Options override the lesson.
    """
    if weight is not None:
        _tell_of(film_of(weight, Request(**options), step, example).make(display()))
        return
    if step is not None or example:
        from scenes.lesson.errors import LessonError

        raise LessonError(
            "--step and --example go with --explain; what the story looks at, [story] in the lesson says."
        )
    production = planned(Request(**options))
    formats = production.lesson.output.formats
    production.check(formats)
    ground_of(production, formats)  # before anything is filmed
    film = None
    if "film" in formats:
        film = production.make(display())
        _tell_of(film)
    _make_others(context, formats, options)
    if film is not None:
        _tell_what_is_next(production.lesson, production.quality.name, options)


def _make_others(context: click.Context, formats: Sequence[str], options: dict[str, Any]) -> None:
    """Make what the lesson wants beside a film, as its own command makes it, from the same clips."""
    from scenes.commands.making.handout import handout
    from scenes.commands.making.slides import FORMATS, slides
    from scenes.commands.making.stills import stills
    from scenes.commands.making.storyboard import storyboard

    decks = tuple(kind for kind in FORMATS if kind in formats)
    if decks:
        context.invoke(slides, formats=decks, offline=False, stepped=False, **options)
    for command in (stills, storyboard, handout):
        if command.name in formats:
            known = {parameter.name for parameter in command.params}
            if command is handout:
                known.discard("theme")  # paper has a theme of its own
            context.invoke(command, **{name: value for name, value in options.items() if name in known})


def _tell_of(film: Film) -> None:
    """Say where the film is."""
    from scenes.studio.film.progress import clock_time

    *subtitles, transcript, upload = film.beside
    first, *others = subtitles
    tracks = "a track" if len(subtitles) == 2 else f"{len(subtitles) // 2} tracks"
    click.echo(f"Film       {film.path} ({clock_time(film.seconds)}, {film.frames:,} frames, {film.quality.name})")
    if short := short_of(film.seconds, film.quality.width, film.quality.height):
        click.echo(f"Short      {short}")
    click.echo(f"Subtitles  {first}, {', '.join(other.name for other in others)}; in the film too, as {tracks}")
    click.echo(f"Transcript {transcript}")
    click.echo(f"Upload     {upload}: title, description and chapters to paste")


def _tell_what_is_next(lesson: Lesson, quality: str, options: Mapping[str, Any]) -> None:
    """Say what to try next, with what was chosen of the film."""
    from scenes.lesson.lesson import DEFAULT_LESSON

    nudge, own = _own_name(), lesson.path != DEFAULT_LESSON
    told = (f" {_near(lesson.path)}" if own else "") + _as_given(options, TOLD)
    film = told + _as_given(options, LOOKS)
    click.echo(f"Next       slides of it:             {nudge} slides{film}")
    click.echo(f"           see what is told:         {nudge} list{told}")
    if not own and not lesson.trace:
        click.echo(f"           change the network:       {nudge} new my, set hidden = [32, 16] in my/lesson.toml,")
        click.echo(f"                                     {nudge} render my/lesson.toml")
    if quality in ("draft", "hd"):
        click.echo(f"           more pixels:              {nudge} render{film} --quality full")


def _as_given(options: Mapping[str, Any], names: Sequence[str]) -> str:
    """Write those options of these names that are given, as one would on a command line."""
    written = ""
    for parameter in sorted((one for one in render.params if one.name in names), key=lambda one: names.index(one.name)):
        value = options[parameter.name]
        for one in value if isinstance(value, tuple) else [value]:
            if one:
                said = "" if one is True else f" {shlex.quote(_near(one) if isinstance(one, Path) else one)}"
                written += f" {parameter.opts[0]}{said}"
    return written


def _own_name() -> str:
    """Say how this command is called from here."""
    called = Path(sys.argv[0])
    on_path = shutil.which("nudge")
    if called.name != "nudge" or (on_path and Path(on_path).resolve() == called.resolve()):
        return "nudge"
    return _near(called)


def _near(path: Path) -> str:
    """Write a path as seen from here, if that is shorter."""
    return min(str(path), os.path.relpath(path), key=len)
