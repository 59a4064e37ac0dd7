"""`nudge thumbnail`: the picture by which a film is found."""

from __future__ import annotations

from typing import Any

import click

from scenes.commands.making.pictures import pictures
from scenes.commands.options import THEME, choosing, drawing
from scenes.commands.planning.planned import planned
from scenes.commands.planning.request import Request


@click.command()
@choosing
@THEME
@click.option("--words", "said", metavar="TEXT", help="What stands on it. Default: the film's title.")
@drawing
def thumbnail(said: str | None, **options: Any) -> None:
    """Set one strong picture of the story and a few words as a thumbnail of 1280 by 720 pixels.

    --scene N9 chooses from that scene's pictures; otherwise it is the most colourful of all that are told.
    """
    from scenes.studio.film.clips.upload import title_of
    from scenes.studio.print.thumbnail import QUALITY, strongest
    from scenes.studio.print.thumbnail import thumbnail as make

    production = planned(Request(**options))
    production.check(("thumbnail",))
    theme, words = production.theme(), production.words()
    still = strongest(pictures(production, QUALITY))
    path = production.place("-thumbnail.png")
    with production.made.whole(path) as draft:
        make(still, said or title_of([part.scene for part in production.parts], words), theme, words, draft)
    click.echo(f"Thumbnail  {path} ({still.scene.__name__}.{still.beat.name})")
