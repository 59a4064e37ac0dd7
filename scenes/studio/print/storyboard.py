"""The storyboard: one sheet with every beat's picture, its id, and what is said."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from netsim.border.files import workshop
from scenes.lesson.lesson import ASSETS
from scenes.look.theme import Theme
from scenes.studio.film.stills import Still
from scenes.studio.print.typesetting import typeset

SHEET = ASSETS / "deck" / "storyboard.typ"
# So many pictures in a row, at most, and dots per inch of the sheet.
COLUMNS = 4
PPI = 110.0


def storyboard(name: str, stills: Sequence[Still], theme: Theme, target: Path) -> None:
    """Set a sheet of stills as one PNG.

    Parameters
    ----------
    name
        The sheet's title.
    stills
        Drawn without captions: what is said stands below each.
    """
    with workshop(target) as place:
        cards = []
        for i, still in enumerate(stills):
            (place / f"{i}.png").write_bytes(still.png)
            beat = f"{still.scene.__name__}.{still.beat.name}"
            cards.append(
                {"picture": f"{i}.png", "id": still.beat.id, "title": still.title, "beat": beat, "says": still.says}
            )
        colours = {role: getattr(theme.colour, role) for role in ("background", "ink", "dim", "faint", "focus")}
        about = {"name": name, "columns": min(COLUMNS, len(cards)), "cards": cards, "colours": colours}
        about |= {"font": theme.face.code}
        sheet = typeset(SHEET, about, place, PPI)
    target.write_bytes(sheet)
