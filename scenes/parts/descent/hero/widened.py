"""The columns of a wider network in the place of those that stand: smaller outlines, for they show nothing."""

from __future__ import annotations

from math import ceil, sqrt

from manim import Circle, SurroundingRectangle, VGroup

from scenes.look.measures import gap, stroke
from scenes.parts.standing_network import StandingNetwork


class Widened(VGroup):
    """In the place of each hidden neuron as many smaller ones as make its layer as wide as that of exhibit `wider`.

    Parameters
    ----------
    hero
        The network that stands; its hidden columns are covered.
    """

    def __init__(self, hero: StandingNetwork) -> None:
        super().__init__()
        times = int(hero.trace["wider/times"])
        side = ceil(sqrt(times))
        for l in range(1, hero.L):
            column = hero.column(l)
            outlines = column.outlines()
            cover = SurroundingRectangle(outlines, buff=gap.hair, stroke_width=0)
            self.add(cover.set_fill(hero.theme.of("background"), 1))
            for outline in outlines:
                small = [Circle(outline.width / 2 / side) for _ in range(times)]
                block = VGroup(*small).set_stroke(hero.theme.of("focus"), stroke.thin)
                self.add(block.arrange_in_grid(cols=side, buff=0).move_to(outline))
