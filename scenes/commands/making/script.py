"""`nudge script`: what is to be read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.options import FORCE, TRUST, YES, choosing
from scenes.commands.planning.planned import planned
from scenes.commands.planning.recorded import recorded
from scenes.commands.planning.request import Request

if TYPE_CHECKING:
    from scenes.studio.film.production import Production
    from scenes.studio.voice.recordings import Place
    from scenes.studio.voice.script import Line


# The kinds of script, and how their files end.
ENDINGS = {"text": ".txt", "csv": ".csv", "pdf": ".pdf"}


@click.command()
@choosing
@click.option("--to", "kind", type=click.Choice(list(ENDINGS)), help="Default: as --out ends, or text.")
@click.option(
    "--out",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="A file ending in .txt, .csv or .pdf, or a folder. Default: text and CSV are printed, a PDF goes where the "
    "lesson's files go.",
)
@FORCE
@YES
@TRUST
def script(kind: str | None, out: Path | None, **options: Any) -> None:
    """Print what is to be read aloud: each beat's sentence, what its recording is called, and its seconds.

    The first are about those that reading takes, the others those of the film if nobody speaks, where pictures may move
    for longer; with a recording a beat lasts until both are over.
    """
    from scenes.studio.print.script import script_pdf
    from scenes.studio.voice.recordings import names_of, story_of
    from scenes.studio.voice.script import as_csv, as_text

    kind, file = _asked(kind, out)
    production = planned(Request(**options, out=None if file else out))
    path = file or production.place(f"-script{ENDINGS[kind]}")
    is_printed = out is None and kind != "pdf"
    if not is_printed:
        production.made.check([path])
    lines = lines_of(production, names_of(story_of(production.lesson, production.parts)), in_film=True)
    if kind == "pdf":
        content = script_pdf(lines, production.lesson.name, production.words())
    else:
        content = (as_csv(lines) if kind == "csv" else as_text(lines, production.words())).encode()
    if is_printed:
        click.echo(content, nl=False)
        return
    with production.made.whole(path) as draft:
        draft.write_bytes(content)
    click.echo(f"Script     {path} ({len(lines)} beats)")


def _asked(kind: str | None, out: Path | None) -> tuple[str, Path | None]:
    """Return which kind of script is asked for, and the file that is named for it; None if a folder is, or nothing.

    Raises
    ------
    UsageError
        If the file is of another kind.
    """
    named = next((one for one, ending in ENDINGS.items() if out and out.suffix.lower() == ending), None)
    if out is None or named is None or out.is_dir():
        return kind or "text", None
    if kind not in (None, named):
        raise click.UsageError(f"--out {out} is no file for --to {kind}, expected {ENDINGS[kind]}; or leave out --to.")
    return named, out


def lines_of(production: Production, names: Mapping[Place, str], *, in_film: bool = False) -> list[Line]:
    """Return what is to be read aloud of a production, by its record, as fast as its lesson is told.

    Parameters
    ----------
    names
        What the recording of each beat is called.
    in_film
        Whether it is looked for how long each beat lasts in the film, for which all scenes are played through.

    Raises
    ------
    RecipeError
        If the data cannot be had, or lacks what the recipe asks for.
    """
    from scenes.studio.voice.lasting import seconds_in_film
    from scenes.studio.voice.script import script_of

    trace = recorded(production.lesson, production.work)
    theme = production.theme().at_pace(production.lesson.look.pace)
    lasting = seconds_in_film(production, trace) if in_film else {}
    return script_of(production.parts, trace, production.words(), theme, names, lasting)
