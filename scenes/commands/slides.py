"""`nudge slides`: one slide a beat, for the browser, PowerPoint, or paper."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.display import display
from scenes.commands.options import making
from scenes.commands.planning.planned import planned

if TYPE_CHECKING:
    from scenes.studio.film.production import Production, Takes

FORMATS = ("html", "pptx", "pdf")


@click.command()
@click.option(
    "--to",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="Can be given several times. Default: the lesson's own, or html.",
)
@click.option("--offline", is_flag=True, help="With html: one file that holds everything.")
@making
def slides(formats: tuple[str, ...], offline: bool, **options: Any) -> None:
    """Make slides of the lesson, one a beat, with what is said and the numbers shown as notes.

    In the browser: arrows step, S opens the notes, C shows captions, space plays and pauses, R plays again.
    """
    os.environ.setdefault("TQDM_DISABLE", "1")  # the converter would draw bars of its own
    production = planned(**options)
    named = formats or production.lesson.output.formats
    wanted = [kind for kind in FORMATS if kind in named] or ["html"]
    production.check(["offline" if kind == "html" and offline else kind for kind in wanted])
    takes = production.film_scenes(display())
    written = _written(production, takes, wanted, offline)
    for kind, path, count in written:
        click.echo(f"{kind.upper():<10} {path} ({count} slides)")


def _written(production: Production, takes: Takes, wanted: list[str], offline: bool) -> list[tuple[str, Path, int]]:
    """Write the formats; return each with its file and how many slides it has."""
    from netsim.border.files import workshop
    from scenes.studio.print.deck import cards, pictures
    from scenes.studio.print.slides import write_html, write_pdf, write_pptx

    scenes, name, words = [part.scene for part in production.parts], production.name, production.words()
    aspect = production.quality.aspect
    written = []
    with workshop(production.place("-slides")) as folder:
        deck = list(cards(scenes, takes.scenes, folder, words))
        for kind in wanted:
            target = production.place(f"-slides.{kind}")
            if kind == "html":
                theme, shown = production.theme(), not production.captions
                made = production.made
                write_html(deck, name, theme, words, target, made, aspect, captions_shown=shown, offline=offline)
            else:
                with production.made.whole(target) as draft:
                    if kind == "pptx":
                        write_pptx(deck, name, words, draft, aspect)
                    else:
                        write_pdf(list(pictures(takes.clips)), name, draft)
            written.append((kind, target, len(deck)))
    return written
