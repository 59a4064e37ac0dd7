"""`nudge clips`: one file a beat, for an editor."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click
from click.core import ParameterSource

from scenes.commands.display import display
from scenes.commands.options import making
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request

# As `TRANSPARENT` has them; named here, since --help answers without FFmpeg.
ENDINGS = ("mov", "webm")


@click.command()
@making
@click.option(
    "--transparent",
    type=click.Choice(ENDINGS),
    help="Without ground, captions, logo and footer: mov is ProRes 4444 for editors, webm is VP9 for browsers.",
)
@click.pass_context
def clips(context: click.Context, /, transparent: str | None, **options: Any) -> None:
    """Film each beat into a file of its own, numbered in the order of the film, with what is heard."""
    from scenes.lesson.errors import LessonError
    from scenes.studio.film.clips.one_by_one import one_by_one

    production = planned(Request(**options))
    if transparent is not None:
        if options["encoder"] is not None:
            raise LessonError("--transparent has an encoder of its own; leave out --encoder.")
        if options["captions"] == "on" and context.get_parameter_source("captions") is ParameterSource.COMMANDLINE:
            raise LessonError("--transparent has no captions; leave out --captions.")
        bare = production.lesson.look.model_copy(update={"logo": "", "footer": ""})
        lesson = replace(production.lesson, look=bare)
        production = replace(production, lesson=lesson, captions=False, encoder=transparent)
    production.check(("clips",))
    written = list(one_by_one(production, production.film_scenes(display())))
    size = sum(path.stat().st_size for path in written) / 1e6
    click.echo(f"Clips      {production.place('-clips')} ({len(written)} beats, {size:,.1f} MB)")
