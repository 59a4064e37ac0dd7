"""The columns of a wider network in the place of those that stand: smaller outlines, for they show nothing."""

from __future__ import annotations

from manim import DOWN, Circle, Rectangle, VGroup

from scenes.look.measures import stroke
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
        for l in range(1, hero.L):
            column = hero.column(l)
            outlines = column.outlines()
            cover = Rectangle(width=outlines.width, height=outlines.height, stroke_width=0).move_to(outlines)
            self.add(cover.set_fill(hero.theme.of("background"), 1))
            for outline in outlines:
                small = [Circle(outline.width / 2 / times) for _ in range(times)]
                for i, circle in enumerate(small):
                    circle.set_stroke(hero.theme.of("focus"), stroke.thin)
                    circle.move_to(outline).shift((i - (times - 1) / 2) * column.pitch / times * DOWN)
                self.add(*small)
