"""`nudge render`: the film."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.common import display, making, planned, signals_minded

if TYPE_CHECKING:
    from scenes.studio.production import Film


@click.command()
@making
def render(**options: Any) -> None:
    """Render the lesson's film, with chapter marks and subtitles in it, and subtitles and a transcript beside it.

    A render that was stopped goes on from the scenes that were finished; after a change, only the scenes
    that it concerns are rendered. Options override the lesson.
    """
    production = planned(**options)
    with signals_minded():
        film = production.make(display())
    _tell_of(film, production.quality.name)


def _tell_of(film: Film, quality: str) -> None:
    """Say where the film is, and what to try next."""
    from scenes.lesson import DEFAULT_LESSON
    from scenes.studio.progress import clock_time

    nudge = _own_name()
    srt, vtt, transcript = film.beside
    click.echo(f"Film       {film.path} ({clock_time(film.seconds)}, {film.frames:,} frames, {quality})")
    click.echo(f"Subtitles  {srt}, {vtt.name}; in the film too, as a track")
    click.echo(f"Transcript {transcript}")
    click.echo("Next       slides of it:             " + f"{nudge} slides")
    click.echo(f"           see what is told:         {nudge} list")
    click.echo(f"           change the network:       cp {_near(DEFAULT_LESSON)} my.toml, set hidden = [32, 16] in it,")
    click.echo(f"                                     {nudge} render my.toml")
    if quality in ("draft", "hd"):
        click.echo(f"           more pixels:              {nudge} render --quality full")


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
