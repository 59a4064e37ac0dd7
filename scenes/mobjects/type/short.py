"""How wide names are in small type, and names that are cut to a width."""

from __future__ import annotations

from functools import lru_cache

from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import Words
from scenes.words.short import on_stage

FEWEST = 2  # letters that are kept, one of them the dots


def cut_to(name: str, theme: Theme, room: float) -> str:
    """Return a name, cut as far as is needed for it to have room, in scene units."""
    letters, shown = len(name), name
    while (wide := width_of(shown, theme)) > room and letters > FEWEST:
        letters = max(FEWEST, min(letters - 1, int(letters * room / wide)))
        shown = on_stage(name, letters)
    return shown


@lru_cache(maxsize=4096)  # the same names and values stand in many pictures
def width_of(name: str, theme: Theme) -> float:
    """Return how wide a name is in small type, in scene units."""
    return float(Words(name, theme, size="small").width)
