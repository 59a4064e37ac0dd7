"""`nudge storyboard`: all beats on one sheet."""

from __future__ import annotations

from typing import Any

import click

from scenes.commands.making.pictures import pictures
from scenes.commands.options import ASPECT, THEME, choosing, drawing
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request


@click.command()
@choosing
@THEME
@ASPECT
@drawing
def storyboard(**options: Any) -> None:
    """Put the pictures of all beats on one sheet, with what is said: the quick way to see a change."""
    from scenes.studio.film.clips.quality import QUALITIES
    from scenes.studio.print.storyboard import storyboard as make

    production = planned(Request(**options))
    production.check(("storyboard",))
    drawn = list(pictures(production, QUALITIES["draft"].of(production.quality.aspect)))
    path = production.place("-storyboard.png")
    with production.made.whole(path) as draft:
        make(production.name, drawn, production.theme(), draft)
    click.echo(f"Storyboard {path} ({len(drawn)} beats)")
