"""`nudge script`: what is to be read aloud."""

from __future__ import annotations

from typing import Any

import click

from scenes.commands.options import choosing, drawing
from scenes.commands.planning.planned import planned
from scenes.commands.planning.recorded import recorded


@click.command()
@choosing
@click.option(
    "--to",
    "kind",
    type=click.Choice(["text", "csv", "pdf"]),
    default="text",
    show_default=True,
    help="Text and CSV are printed here, a PDF goes into the folder.",
)
@drawing
def script(kind: str, **options: Any) -> None:
    """Print what is to be read aloud: each beat's sentence, what its recording is called, and its seconds.

    The seconds are those of a beat that nobody speaks; with a recording it lasts as long as that and a breath.
    """
    from scenes.studio.print.script import script_pdf
    from scenes.studio.voice.recordings import names_of, story_of
    from scenes.studio.voice.script import as_csv, as_text, script_of

    production = planned(**options)
    path = production.place("-script.pdf")
    if kind == "pdf":
        production.made.check([path])
    trace = recorded(production.lesson, production.work)
    words, pace = production.words(), production.lesson.look.pace
    theme = production.theme().at_pace(pace).in_manner(words.manner)
    names = names_of(story_of(production.lesson, production.parts))
    lines = script_of(production.parts, trace, words, theme, names)
    if kind == "pdf":
        with production.made.whole(path) as draft:
            draft.write_bytes(script_pdf(lines, production.lesson.name, words))
        click.echo(f"Script     {path} ({len(lines)} beats)")
        return
    click.echo(as_csv(lines) if kind == "csv" else as_text(lines), nl=False)
