"""`nudge script`: what is to be read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.options import choosing, drawing
from scenes.commands.planning.planned import planned
from scenes.commands.planning.recorded import recorded

if TYPE_CHECKING:
    from scenes.studio.film.production import Production
    from scenes.studio.voice.recordings import Place
    from scenes.studio.voice.script import Line


@click.command()
@choosing
@click.option(
    "--to",
    "kind",
    type=click.Choice(["text", "csv", "pdf"]),
    default="text",
    show_default=True,
    help="Text and CSV are printed (> FILE keeps them), a PDF goes into the folder.",
)
@drawing
def script(kind: str, **options: Any) -> None:
    """Print what is to be read aloud: each beat's sentence, what its recording is called, and its seconds.

    The seconds are those of a beat that nobody speaks; with a recording it lasts as long as that and a breath.
    """
    from scenes.studio.print.script import script_pdf
    from scenes.studio.voice.recordings import names_of, story_of
    from scenes.studio.voice.script import as_csv, as_text

    production = planned(**options)
    path = production.place("-script.pdf")
    if kind == "pdf":
        production.made.check([path])
    lines = lines_of(production, names_of(story_of(production.lesson, production.parts)))
    if kind == "pdf":
        with production.made.whole(path) as draft:
            draft.write_bytes(script_pdf(lines, production.lesson.name, production.words()))
        click.echo(f"Script     {path} ({len(lines)} beats)")
        return
    click.echo(as_csv(lines) if kind == "csv" else as_text(lines), nl=False)


def lines_of(production: Production, names: Mapping[Place, str]) -> list[Line]:
    """Return what is to be read aloud of a production, by its record, as fast as its lesson is told.

    Parameters
    ----------
    names
        What the recording of each beat is called.

    Raises
    ------
    RecipeError
        If the data cannot be had, or lacks what the recipe asks for.
    """
    from scenes.studio.voice.script import script_of

    trace = recorded(production.lesson, production.work)
    theme = production.theme().at_pace(production.lesson.look.pace)
    return script_of(production.parts, trace, production.words(), theme, names)
