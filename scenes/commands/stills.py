"""`nudge stills`: one picture a beat."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from scenes.commands.common import CAPTIONS, OUT, QUALITY, THEME, choosing, display, planned


@click.command()
@choosing
@THEME
@QUALITY
@CAPTIONS
@OUT
def stills(**options: Any) -> None:
    """Draw one picture of each beat, complete and at rest; much faster than a film."""
    from scenes.lesson.kept_traces import trace_for
    from scenes.studio.film.stills import draw_stills, save_still

    production = planned(**options)
    with display() as progress:
        trace = trace_for(production.lesson, production.work, progress.training, progress.tell)
    folder = production.out / f"{production.name}-stills"
    paths: list[Path] = []
    theme = production.theme()
    for still in draw_stills(
        production.parts, trace, production.quality, theme, production.words(), production.captions
    ):
        paths.append(folder / f"{len(paths) + 1:02d}-{still.name}.png")
        save_still(still, paths[-1])
    click.echo(f"Stills     {folder} ({len(paths)} pictures, {production.quality.width}×{production.quality.height})")
