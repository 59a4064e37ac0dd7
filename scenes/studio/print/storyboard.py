"""The storyboard: one sheet with every beat's picture, its id, and what is said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import typst

from netsim.border.files import workshop
from scenes.lesson.lesson import ASSETS
from scenes.look.roles import fonts
from scenes.look.theme import Theme
from scenes.studio.film.stills import Still

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
        (place / "sheet.typ").write_bytes(SHEET.read_bytes())
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
        board = {"board": json.dumps(about)}
        sheet = typst.compile(place / "sheet.typ", format="png", ppi=PPI, sys_inputs=board, font_paths=fonts())
    target.write_bytes(sheet if isinstance(sheet, bytes) else sheet[0])
