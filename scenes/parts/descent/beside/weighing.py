"""One neuron's weights laid over the input, and what becomes of them, one product after the other."""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import LEFT, RIGHT, Group, VGroup, VMobject

from netsim import Trace
from netsim.figures.network import inputs_besides
from scenes.look.measures import gap, stroke
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.network.inputs import short_name
from scenes.mobjects.network.pixels import SignedPixels
from scenes.mobjects.type.number import number_column, spec_for
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.selection import ranked
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

LIT = 1 / 2  # of the way from dark to bright: what is brighter is within the outline
MOST = 6  # inputs that are written as numbers
LINES = (3, 4, 5)  # shares of the width: an input, its weight, their product


class Weighing(Group):
    """The weights as a picture in which the image is outlined, or as numbers; then products, as far as one has come.

    Parameters
    ----------
    zone
        The room there is.

    Attributes
    ----------
    weights
        What stands there at first.
    changing
        What shows products once their inputs have been passed.
    heads
        Over a picture: what it is at first, and what it is of products; none over numbers.
    note
        What a full colour stands for, or how many numbers are not written.
    """

    def __init__(self, trace: Trace, theme: Theme, words: Messages, zone: Zone) -> None:
        super().__init__()
        _, j = trace["neuron/place"].tolist()
        self.trace, self.theme, self.words = trace, theme, words
        self.x, self.w = trace.reading("x", 0), trace.reading("W1", 0, j)
        self.products = trace.reading("neuron/products")
        self.changing: list[Any] = []
        self.weights, self.note, self.heads = Group(), VGroup(), list[Words]()
        if trace.image_shape is None:
            self._write(zone)
        else:
            self._paint(zone, trace.image_shape)
        self.add(*self.submobjects, self.note)

    def set_count(self, count: int) -> None:
        """Show products for so many of the inputs, one at least, and weights for the others."""
        if self.trace.image_shape is None:
            for number, k in zip(self.changing, self.rows, strict=True):
                number.set_opacity(float(k < count))
            return
        (products,) = self.changing
        if products not in self.submobjects:
            self.submobjects.insert(self.submobjects.index(self.weights) + 1, products)
        products.show_first(count)

    # --- an image -----------------------------------------------------------------------

    def _paint(self, zone: Zone, grid: tuple[int, int]) -> None:
        """Paint the weights, and outline what is lit of the image."""
        (rows, columns), theme = grid, self.theme
        scale, room = Scale.fit([self.w], 1), zone.inset(top=gap.line, bottom=gap.line)
        side = min(room.width / columns, room.height / rows)
        whole = zone.of_size(columns * side, rows * side)
        self.weights, products = (
            SignedPixels(reading, grid, scale, theme, whole.height).move_to(whole.center)
            for reading in (self.w, self.products)
        )
        products.frame.set_stroke(width=0)
        self.changing.append(products)
        said = self.words.say("OneNeuron", {"strongest": scale.source}, "strongest")
        note = Spoken(said, theme, size="small", role="dim")
        self.note.add(zone.stand(note, whole.bottom - gap.line))
        for name in ("weights", "products"):
            head = Words(self.words.say("OneNeuron", {"kind": "image"}, name), theme, size="small", role="dim")
            self.heads.append(zone.stand(head, whole.top + gap.medium))
        self.add(self.weights, self._outline(whole, grid), self.heads[0])

    def _outline(self, whole: Zone, grid: tuple[int, int]) -> VMobject:
        """Return the border between pixels that are lit and those that are not."""
        x = np.asarray(self.x.value)
        lit = np.pad((x - x.min() >= LIT * (x.max() - x.min())).reshape(grid), 1)
        side = whole.width / grid[1]
        outline = VMobject(stroke_width=stroke.mark, color=self.theme.of("ink"))

        def corner(row: int, column: int) -> np.ndarray:
            return np.array([whole.left + column * side, whole.top - row * side, 0])

        for row, column in np.argwhere(lit[:, 1:] != lit[:, :-1]).tolist():
            outline.start_new_path(corner(row - 1, column)).add_line_to(corner(row, column))
        for row, column in np.argwhere(lit[1:] != lit[:-1]).tolist():
            outline.start_new_path(corner(row, column - 1)).add_line_to(corner(row, column))
        return outline

    # --- numbers ------------------------------------------------------------------------

    def _write(self, zone: Zone) -> None:
        """Write inputs, weights and products one above the other: of those that count most, if there are many."""
        theme = self.theme
        self.rows = sorted(ranked(self.products)[:MOST])
        lines = self._lines(zone)
        columns, names = VGroup(), self._names(zone, lines)
        if names:
            lines = [y - theme.leading("small") / 2 for y in lines]
        for name, reading, column in zip(
            ("activations", "weights", "products"), (self.x, self.w, self.products), zone.columns(*LINES), strict=True
        ):
            shown = [reading[k] for k in self.rows]
            plain = name == "activations"
            spec = spec_for(shown, 2, sign="" if plain else "+")
            numbers = number_column(shown, lines, column.right, theme, spec=spec, role="ink" if plain else "sign")
            head = Words(self.words.say("OneNeuron", {"kind": "row"}, name), theme, size="small", role="dim")
            column.stand(head, lines[0] + (2 if names else 1) * gap.line, RIGHT)
            columns.add(VGroup(head, numbers))
        self.changing = list(columns[-1][1])
        left_out = inputs_besides(self.trace, len(self.rows))
        if float(left_out):
            more = Spoken(self.words.say("OneNeuron", {"more": left_out}, "more"), theme, size="small", role="dim")
            self.note.add(zone.stand(more, lines[-1] - gap.line - gap.small))
        self.weights = Group(*columns, *names)
        self.add(self.weights)
        self.set_count(0)

    def _lines(self, zone: Zone) -> list[float]:
        """Return the heights of the rows, as far apart whether they are few or many; names need room over numbers."""
        count, high = len(self.rows), zone.height
        first, pitch = (MOST + 2 - count) // 2, high / (MOST + 2)
        if self.trace.features:
            pitch = min(max(pitch, 2 * self.theme.leading("small")), high / (count + 2))
        return [zone.y + ((MOST + 1) / 2 - first - i) * pitch for i in range(count)]

    def _names(self, zone: Zone, lines: list[float]) -> list[Words]:
        """Return the names of the inputs, each over its numbers; none where they have none."""
        theme, features = self.theme, self.trace.features
        names = []
        for k, y in zip(self.rows, lines, strict=True) if features else ():
            name = Words(short_name(features[k], theme, zone.width), theme, size="small", role="dim")
            names.append(zone.stand(name, y, LEFT).level_with(y + theme.leading("small") / 2))
        return names
