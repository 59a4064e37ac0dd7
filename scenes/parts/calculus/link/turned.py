"""One number of the smallest network turned alone: what stands on each number line, position by position."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netsim import Reading, Trace
from scenes.mobjects.number_lines.courses import Course

#: The turns of the exhibit `threads` in their order.
TURNS = ("w1", "b1", "w2", "b2", "w3", "b3", "a2")
APART = 20  # positions from thread to thread: 31 of them


class Turned:
    """What is turned, and all that follows from it.

    Parameters
    ----------
    name
        One of `TURNS`.

    Attributes
    ----------
    turn
        Its place among them.
    rest, nudged
        The position at which nothing is changed, and that to which a nudge takes it that can be seen.
    last
        The highest position.
    """

    def __init__(self, trace: Trace, name: str) -> None:
        self.trace, self.name, self.turn = trace, name, TURNS.index(name)
        self.last = len(trace["threads/value"][self.turn]) - 1
        self.rest, self.nudged = (int(trace[f"threads/{key}"][self.turn]) for key in ("rest", "nudged"))

    def course(self, name: str) -> Course:
        """Return what one quantity is, position by position: what is turned, or z1, a1, ..., or C."""
        reading, turn = self.trace.reading, self.turn
        if name == self.name:
            return Course(reading("threads/value", turn))
        if name == "C":
            return Course(reading("threads/C", turn))
        kind, l = name[0], int(name[1:])
        return Course(reading(f"threads/{kind}", turn), l - 1 if kind == "z" else l)

    def courses(self, names: Sequence[str]) -> list[Course]:
        """Return what several quantities are."""
        return [self.course(name) for name in names]

    def rows(self, names: Sequence[str], low: float, high: float) -> list[int]:
        """Return about thirty positions, as far apart as one another, at which all quantities lie in a range."""
        values = np.stack([self.course(name).values for name in names])
        inside = np.all((values >= low) & (values <= high), axis=0)
        return [row for row in range(self.rest % APART, values.shape[1], APART) if inside[row]]

    def change(self, name: str) -> Reading:
        """Return by how much the nudge changes a quantity."""
        reading, turn = self.trace.reading, self.turn
        if name == self.name:
            return reading("threads/nudge", turn)
        if name == "C":
            return reading("threads/change_C", turn)
        kind, l = name[0], int(name[1:])
        return reading(f"threads/change_{kind}", turn, l - 1 if kind == "z" else l)


def far_courses(trace: Trace) -> list[Course]:
    """Return what w^(L), z^(L), a^(L) and the cost are as the weight is turned until its neuron is saturated."""
    return [Course(trace.reading(f"threads/far_{name}")) for name in ("value", "z", "a", "C")]
