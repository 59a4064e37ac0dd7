"""The panel beside the worked example: a rule, its numbers under it, and a frame around what comes of them."""

from __future__ import annotations

from manim import Animation, SurroundingRectangle, VGroup, VMobject

from scenes.camera.fading import FadeIn, FadeOut
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.spoken import Spoken
from scenes.stage.zones import Zone

ROWS = (3, 2, 3, 2)  # shares of the height: a rule and its numbers, twice
HIGH = (1, 1, 1, 1)  # the same where numbers take two lines


class Panel:
    """Lines one under the other, of which one may be the reason of a number elsewhere.

    Parameters
    ----------
    room
        The zone that it fills.
    high
        Whether numbers take two lines.

    Attributes
    ----------
    parts
        What stands on it now, and the frame around the number.
    """

    def __init__(self, room: Zone, theme: Theme, high: bool) -> None:
        self.theme, self._rows = theme, room.inset(top=gap.large, bottom=gap.large).rows(*(HIGH if high else ROWS))
        self._lines, self._frame = VGroup(), VGroup()

    @property
    def numbers(self) -> Zone:
        """The room that a rule's numbers have."""
        return self._rows[1]

    @property
    def parts(self) -> list[VGroup]:
        """All that stands on it."""
        return [part for part in (self._lines, self._frame) if len(part)]

    def say(self, rule: Formula) -> list[Animation]:
        """Return the animations in which a rule takes the place of all that stood there."""
        gone = self.parts
        self._lines, self._frame = VGroup(), VGroup()
        return [*map(FadeOut, gone), *self.add(rule)]

    def add(self, line: Formula | Spoken, number: VMobject | None = None) -> list[Animation]:
        """Return the animations in which a line comes under the last, and a frame around the number that it gives."""
        self._rows[len(self._lines)].fit(line)
        self._lines.add(line)
        if number is None:
            return [FadeIn(line)]
        focus, gone = self.theme.of("focus"), [FadeOut(self._frame)] if len(self._frame) else []
        self._frame = VGroup(SurroundingRectangle(number, color=focus, buff=gap.hair, stroke_width=stroke.mark))
        return [FadeIn(line), FadeIn(self._frame), *gone]
