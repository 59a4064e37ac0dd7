"""What is written around the grid: the symbols of what comes in and goes out, marks, and the note on scales."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from manim import DOWN, RIGHT, UP, Circle, Square, VGroup

from scenes.look.measures import gap, stroke
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import FINEST, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.parts.calculus.matrix.picture import MatrixPicture
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

HEADS = {
    "a": "a^((L-1))",
    "delta": "delta^((L))",
    "dC_da": "(partial C_0) / (partial a)",
    "da_dz": "(partial a) / (partial z)",
    "before": "delta^((L-1))",
    "dC_dW": "partial C_0 \\/ partial W^((L))",
    "W": "W^((L))",
    "backward": "delta^((L)) comma thin partial C_0 \\/ partial a comma thin delta^((L-1))",
    "slopes": "partial a \\/ partial z",
}
COSTLY = ("delta", "dC_da", "before", "dC_dW", "backward")


class Labels:
    """The words and symbols of a picture, by what they name.

    Attributes
    ----------
    coming, deltas
        The symbol left of the activations, and the one over the deltas of the outputs.
    turned_deltas, made
        Those of the turned grid: left of the deltas, and over the columns that are made of them.
    noted
        The note on scales that was made last.
    """

    def __init__(self, picture: MatrixPicture, words: Messages, stage: Zone) -> None:
        self.picture, self.theme, self.words, self.stage = picture, picture.theme, words, stage
        self.coming = self._left_of("a", picture.flat.over(0), picture.flat.cell)
        self.deltas = self._head("delta", picture.flat.beside(-1 / 2))
        self.turned_deltas = self._left_of("delta", picture.turned.over(0), picture.turned.cell)
        heads = enumerate(("dC_da", "da_dz", "before"), start=1)
        self.made = {name: self._head(name, picture.turned.made(-1 / 2, i)) for i, name in heads}
        middle = (picture.turned.rows - 1) / 2
        self.signs = [
            Formula(sign, self.theme, role="dim").move_to(picture.turned.made(middle, place))
            for sign, place in (("dot.o", 3 / 2), ("=", 5 / 2))
        ]
        self.left = float(picture.flat.corner[0])
        self.noted = VGroup()

    @property
    def backward(self) -> VGroup:
        """All that is written around the turned grid."""
        return VGroup(self.turned_deltas, *self.made.values(), *self.signs)

    def symbol(self, name: str) -> Formula:
        """Return a symbol: crimson if it is a derivative of the cost."""
        role = "cost" if name in COSTLY else "ink"
        return Formula(HEADS[name], self.theme, role=role, size="small")

    def note(self, *names: str) -> VGroup:
        """Return the line under the grid that says what a full square stands for, in each of some quantities."""
        grid, deltas = self.picture.grid.scale_of_side, self.picture.scale_of_deltas
        scales: Mapping[str, Scale] = dict.fromkeys(("W", "dC_dW"), grid) | dict.fromkeys(("delta", "backward"), deltas)
        scales = {**scales, "slopes": self.picture.scale_of_slopes}
        words = {name: self.words.say("layer-grids", {}, name) for name in ("square", "within", "signs")}
        numbers = {
            name: (scales[name].source, spec_for([scales[name].source], 2, sign="", most=FINEST)) for name in names
        }
        said = " quad ".join(f"<{name}> <within> {{{{ {HEADS[name]} : symbol_{name} }}}}" for name in names)
        roles = {f"symbol_{name}": "cost" if name in COSTLY else "dim" for name in names}
        line = Formula(
            f"<square> {said} quad <signs>",
            self.theme,
            numbers=numbers,
            words=words,
            roles=roles,
            role="dim",
            size="small",
        )
        line.shift((self.left - line.get_left()[0], 0, 0)).stand_on(self.stage.note)
        noted = VGroup(line, *self._left_out(float(line.get_right()[0]) + gap.large))
        tight = min(1, self.stage.width / float(noted.width))
        self.noted = self.stage.hold(noted.scale(tight, about_point=(self.left, self.stage.note, 0)))
        return self.noted

    def _left_out(self, x: float) -> list[Spoken]:
        """Return the words that begin at x and say how many rows and columns are not drawn; none if all are."""
        sizes, (rows, columns) = self.picture.trace.sizes, self.picture.grid.shape
        missing = {"rows": sizes[-1] - rows, "columns": sizes[-2] - columns}
        if not any(missing.values()):
            return []
        said = Spoken(self.words.say("layer-grids", missing, "left_out"), self.theme, role="dim", size="small")
        return [said.shift((x - said.get_left()[0], 0, 0)).stand_on(self.stage.note)]

    def marks(self, j: int, k: int) -> VGroup:
        """Return rings around the activation and the delta of a cell."""
        picture = self.picture
        ring = Circle(picture.sources[k].width / 2).move_to(picture.sources[k])
        frame = Square(picture.grid.cell).move_to(picture.deltas[j])
        return VGroup(ring, frame).set_stroke(self.theme.of("focus"), stroke.strong)

    def _left_of(self, name: str, place: np.ndarray, cell: float) -> Formula:
        symbol = self.symbol(name)
        return symbol.shift(place - (cell / 2 + gap.small) * RIGHT - symbol.get_right())

    def _head(self, name: str, place: np.ndarray) -> Formula:
        return self.symbol(name).move_to(place + gap.small * UP, aligned_edge=DOWN)
