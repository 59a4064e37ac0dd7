"""The pictures of what a command shows, one a beat."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scenes.commands.planning.recorded import recorded

if TYPE_CHECKING:
    from scenes.studio.film.clips.quality import Quality
    from scenes.studio.film.production import Production
    from scenes.studio.film.stills import Still


def pictures(production: Production, quality: Quality, captions: bool = False) -> Iterator[Still]:
    """Return the picture of each beat of a production, each drawn when it is asked for; its record is made at once.

    Parameters
    ----------
    quality
        How large they are.
    captions
        Whether what is said stands in them.

    Raises
    ------
    RecipeError
        If the data cannot be had, or lacks what the recipe asks for.
    """
    from scenes.studio.film.stills import draw_stills

    trace = recorded(production.lesson, production.work)
    return draw_stills(production.parts, trace, quality, production.theme(), production.words(), captions)
