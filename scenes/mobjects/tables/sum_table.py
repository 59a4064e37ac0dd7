"""A sum written downwards: each part's name, its bar and its number in a row, a line, and the whole under it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import LEFT, Animation, Line, VGroup

from netsim import Reading
from scenes.camera.fading import FadeIn
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.number import Readout, spec_of_digits
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.stage.zones import Zone
from scenes.words.messages import Messages
from scenes.words.sentence import equal

PITCH = 0.55  # between two rows, at most
AXIS, LONGEST = 0.6, 0.14  # of the room's width: where the bars' axis stands, and how long they are at most
NAMES = AXIS - LONGEST - 0.03  # and how wide names may be


class SumTable(VGroup):
    """Parts of a sum and the whole, their bars on one scale, which the last line states.

    Parameters
    ----------
    names
        What the parts are called, and the whole.
    parts, total
        The numbers; all have the same decimals.
    room
        Where the table stands; it begins at the upper end, and the line on the scale stands under its lower one.

    Attributes
    ----------
    rows
        For each part, and the whole, its name, bar and number.
    line, note
        The line over the whole; what states the scale.
    """

    def __init__(
        self,
        names: Sequence[Words | Spoken],
        parts: Sequence[Reading],
        total: Reading,
        theme: Theme,
        words: Messages,
        room: Zone,
    ) -> None:
        super().__init__()
        everything = [*parts, total]
        scale, spec = Scale.fit(everything, LONGEST * room.width), spec_of_digits(everything)
        pitch = min(PITCH, (room.top - room.bottom) / len(parts))
        axis = room.left + AXIS * room.width
        self.rows: list[tuple[Words | Spoken, Bar, Readout]] = []
        for i, (name, reading) in enumerate(zip(names, everything, strict=True)):
            y, whole = room.top - i * pitch, i == len(parts)
            bar = Bar(reading, scale, theme, np.array([axis, y, 0]), role="cost" if whole else None)
            number = Readout(reading, theme, spec=spec, role="cost" if whole else "sign")
            number.shift((room.right - number.get_right()[0], y - number.get_y(), 0))
            self.rows.append((name.move_to((room.left, y, 0), aligned_edge=LEFT), bar, number))
        y = room.top - (len(parts) - 0.5) * pitch
        self.line = Line((room.left, y, 0), (room.right, y, 0), stroke_color=theme.of("faint"), stroke_width=1.5)
        longest = equal(words.say("sum-table", {}, "longest"), scale.source, spec)
        self.note = Spoken(longest, theme, role="dim", size="small").move_to((axis, room.bottom - 0.55, 0))
        self.add(*[part for row in self.rows for part in row], self.line, self.note)

    def appear(self, i: int) -> list[Animation]:
        """Return the animations that let a row appear, its bar growing from the axis."""
        name, bar, number = self.rows[i]
        return [FadeIn(name, number), bar.grow()]

    @staticmethod
    def room_for_names(room: Zone) -> float:
        """Return how wide a name may be."""
        return NAMES * room.width
