"""What the colours of a landscape say: a strip from the lowest to the highest, with the costs that these are."""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, RIGHT, ManimColor, Rectangle, VGroup

from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.terrain.relief import Relief
from scenes.mobjects.type.number import Readout, spec_for

CELLS = 48  # of one colour each
WIDTH, THICK = 5 * gap.large, gap.medium  # in scene units, of usual type


class HeightKey(VGroup):
    """A strip in the colours of a landscape, evenly in the cost; under its ends the lowest and the highest cost.

    Attributes
    ----------
    strip
        Its cells, the lowest first.
    lowest, highest
        The numbers under its ends.
    """

    def __init__(self, relief: Relief, theme: Theme, size: float = 1.0) -> None:
        assert relief.reading is not None
        C, costs = relief.reading, relief.costs
        places = [divmod(int(find(costs)), costs.shape[1]) for find in (np.argmin, np.argmax)]
        ends = [C[i][j] for i, j in places]
        self.strip, whole = VGroup(), size * WIDTH
        for i, colour in enumerate(relief.colours_of(np.linspace(costs.min(), costs.max(), CELLS))):
            left = whole * i / CELLS  # each reaches to the right end, under the next: there is no seam between them
            cell = Rectangle(width=whole - left, height=size * THICK, stroke_width=0, fill_opacity=1)
            self.strip.add(cell.set_fill(ManimColor.from_rgb(colour / 255)).shift((left / 2, 0, 0)))
        spec = spec_for([C], 3, sign="")
        self.lowest, self.highest = (
            Readout(end, theme, spec=spec, role="cost").next_to(self.strip, DOWN, gap.small, aligned_edge=side)
            for end, side in zip(ends, (LEFT, RIGHT), strict=True)
        )
        super().__init__(self.strip, self.lowest, self.highest)
