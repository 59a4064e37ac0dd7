"""The neurons that a wider network has beside those that stand: outlines, for they show nothing."""

from __future__ import annotations

from manim import RIGHT, VGroup

from scenes.look.measures import stroke
from scenes.parts.standing_network import StandingNetwork


class Widened(VGroup):
    """Beside each column of hidden neurons the others that make its layer as wide as that of the exhibit `wider`.

    Parameters
    ----------
    hero
        The network that stands.
    """

    def __init__(self, hero: StandingNetwork) -> None:
        super().__init__()
        times = int(hero.trace["wider/times"])
        for l in range(1, hero.L):
            step = hero.before(l + 1) / times
            for i in range(1, times):
                outlines = hero.column(l).outlines().set_stroke(hero.theme.of("focus"), stroke.thin)
                self.add(outlines.shift(i * step * RIGHT))
