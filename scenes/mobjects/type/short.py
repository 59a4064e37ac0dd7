"""How wide names are in small type, and names that are cut to a width."""

from __future__ import annotations

from scenes.look.theme import Theme
from scenes.mobjects.type.typeset import Words
from scenes.words.short import on_stage

FEWEST = 2  # letters that are kept, one of them the dots


def cut_to(name: str, theme: Theme, room: float) -> str:
    """Return a name, cut as far as is needed for it to have room, in scene units."""
    wide = width_of(name, theme)
    return name if wide <= room else on_stage(name, max(FEWEST, int(len(name) * room / wide)))


def width_of(name: str, theme: Theme) -> float:
    """Return how wide a name is in small type, in scene units."""
    return float(Words(name, theme, size="small").width)
