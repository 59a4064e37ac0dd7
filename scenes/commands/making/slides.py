"""`nudge slides`: one slide a beat, for the browser, PowerPoint, or paper."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scenes.commands.display import display
from scenes.commands.making.pictures import pictures
from scenes.commands.options import making
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request

if TYPE_CHECKING:
    from scenes.studio.film.production import Production
    from scenes.studio.film.takes import Takes
    from scenes.studio.print.deck import About
    from scenes.studio.print.powerpoint.ground import Ground

FORMATS = ("html", "pptx", "pdf")
#: A format, its file, and how many slides that has.
Written = tuple[str, Path, int]
MEGABYTE = 1e6
# What a PowerPoint file that opens slowly, and that cannot be mailed, is larger than, in megabytes.
LARGE = 100


@click.command()
@click.option(
    "--to",
    "formats",
    type=click.Choice(FORMATS),
    multiple=True,
    help="Can be given several times. Default: the lesson's own, or html.",
)
@click.option("--offline", is_flag=True, help="With html: one file that holds everything.")
@click.option(
    "--template",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="With pptx: a .pptx or .potx file whose master, fonts, footer and size the slides have. "
    "Default: the lesson's own, or none.",
)
@click.option("--layout", metavar="NAME", help="Which of its layouts. Default: the lesson's own, or one with a title.")
@click.option(
    "--per-page",
    type=click.Choice(["1", "2", "6"]),
    help="With pdf: how many slides stand on a page; 2 and 6 are for paper. Default: 1.",
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), help="With --per-page 2 or 6. Default: a4.")
@click.option("--steps", "stepped", is_flag=True, help="With html and pptx: a beat goes step by step, a click each.")
@making
def slides(
    formats: tuple[str, ...],
    offline: bool,
    template: Path | None,
    layout: str | None,
    per_page: str | None,
    paper: str | None,
    stepped: bool,
    **options: Any,
) -> None:
    """Make slides of the lesson, one a beat, with what is said and the numbers shown as notes.

    In the browser: arrows step, S opens the notes, space plays and pauses, R plays again, B blanks, C shows captions.
    """
    os.environ.setdefault("TQDM_DISABLE", "1")  # the converter would draw bars of its own
    production = planned(Request(**options))
    named = formats or production.lesson.output.formats
    wanted = [kind for kind in FORMATS if kind in named] or ["html"]
    if stepped and wanted == ["pdf"]:
        raise click.UsageError("--steps goes with --to html and --to pptx; pages of a PDF are still.")
    if offline and "html" not in wanted:
        raise click.UsageError("--offline goes with --to html.")
    if (per_page or paper) and "pdf" not in wanted:
        raise click.UsageError("--per-page and --paper go with --to pdf.")
    if paper and per_page not in ("2", "6"):
        raise click.UsageError(f"--paper {paper} goes with --per-page 2 or 6; one to a page is of the film's shape.")
    production.check(["offline" if kind == "html" and offline else kind for kind in wanted])
    ground = ground_of(production, wanted, template, layout)  # first, so that nothing is filmed for a bad one
    films = [kind for kind in wanted if kind != "pdf"]
    written = _written(production, production.film_scenes(display()), films, offline, ground, stepped) if films else []
    if "pdf" in wanted:
        written.append(_on_pages(production, int(per_page or 1), paper or "a4"))
    for kind, path, count in written:
        _tell_of(kind, path, count)


def _tell_of(kind: str, path: Path, count: int) -> None:
    """Say where slides are, and what is unwieldy about them."""
    megabytes = path.stat().st_size / MEGABYTE
    size = "" if kind == "html" else f", {megabytes:,.1f} MB"
    click.echo(f"{kind.upper():<10} {path} ({count} slides{size})")
    if kind == "pptx" and megabytes > LARGE:
        click.echo(
            f"{path} holds {megabytes:,.0f} MB of films, which opens slowly and cannot be mailed; "
            "--quality hd or draft makes them smaller, --scene and --chapter make decks of a part.",
            err=True,
        )


def ground_of(
    production: Production, wanted: Collection[str], template: Path | None = None, layout: str | None = None
) -> Ground | None:
    """Open what PowerPoint's slides stand on, if there are any: a template that is named here, or else by the lesson.

    Raises
    ------
    TemplateError
        If no deck can be made on it.
    """
    output = production.lesson.output
    if template is not None and "pptx" not in wanted:
        raise click.UsageError(f"--template {template} goes with --to pptx.")
    if layout and template is None and not output.template:
        raise click.UsageError(f"--layout {layout!r} goes with --template.")
    if "pptx" not in wanted:
        if layout:
            raise click.UsageError(f"--layout {layout!r} goes with --to pptx.")
        return None
    from scenes.studio.print.powerpoint.ground import bare, on_template
    from scenes.studio.print.powerpoint.own_template import on_own_template

    if template is not None:
        return on_template(template, layout or "")
    if output.template:
        return on_own_template(production.lesson, layout or output.layout)
    shape = production.quality.shape
    return bare(shape.width, shape.height, production.theme())


def _on_pages(production: Production, per_page: int, paper: str) -> Written:
    """Write the PDF: its pictures are drawn for it, and nothing is filmed."""
    from scenes.studio.print.pages import QUALITY, write_pages

    about, target = about_of(production), production.place("-slides.pdf")
    drawn = list(pictures(production, QUALITY.of(production.quality.aspect)))
    with production.made.whole(target) as draft:
        write_pages(drawn, about, draft, per_page=per_page, paper=paper)
    return "pdf", target, len(drawn)


def about_of(production: Production) -> About:
    """Return what a production's decks say of themselves."""
    from scenes.studio.film.clips.upload import title_of
    from scenes.studio.print.deck import About

    words = production.words()
    title = title_of([part.scene for part in production.parts], words)
    return About(title, words, production.theme(), production.lesson.output.author)


def _written(
    production: Production, takes: Takes, wanted: list[str], offline: bool, ground: Ground | None, stepped: bool
) -> list[Written]:
    """Write the formats that hold films."""
    from netsim.border.files import workshop
    from scenes.studio.print.deck import cards
    from scenes.studio.print.powerpoint.write import write_pptx
    from scenes.studio.print.slides import write_html

    scenes, about, made = [part.scene for part in production.parts], about_of(production), production.made
    written: list[Written] = []
    with workshop(production.place("-slides")) as folder:
        intro, outro = production.around()
        deck = list(cards(scenes, takes.scenes, folder, about.words, stepped=stepped, intro=intro, outro=outro))
        for kind in wanted:
            target, count = production.place(f"-slides.{kind}"), len(deck)
            if ground is not None and kind == "pptx":
                with made.whole(target) as draft:
                    count = write_pptx(deck, about, draft, ground)
            else:
                aspect, captioned = production.quality.aspect, production.captions
                write_html(deck, about, target, made, aspect, captioned=captioned, offline=offline)
            written.append((kind, target, count))
    return written
