"""`nudge stills`: one picture a beat."""

from __future__ import annotations

from typing import Any

import click

from scenes.commands.making.pictures import pictures
from scenes.commands.options import ASPECT, CAPTIONS, QUALITY, THEME, choosing, drawing
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request


@click.command()
@choosing
@THEME
@ASPECT
@QUALITY
@CAPTIONS
@drawing
def stills(**options: Any) -> None:
    """Draw one picture of each beat, complete and at rest; much faster than a film."""
    from scenes.studio.film.stills import file_names

    production = planned(Request(**options))
    production.check(("stills",))
    folder, names = production.place("-stills"), file_names(production.parts)
    drawn = pictures(production, production.quality, production.captions)
    folder.mkdir(parents=True, exist_ok=True)
    for name, still in zip(names, drawn, strict=True):
        with production.made.whole(folder / name) as draft:
            draft.write_bytes(still.png)
    click.echo(f"Stills     {folder} ({len(names)} pictures, {production.quality.width}×{production.quality.height})")
