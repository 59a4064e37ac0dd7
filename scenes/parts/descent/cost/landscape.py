"""The landscape of chapter Descent: the cost over two weights, what lies on it, and where it is seen from."""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from typing import Any

import numpy as np
from manim import Animation, Group, Mobject, smooth

from netsim import Reading, Trace
from netsim.figures.descent.terrain import row_of_the_network
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.plots.plot import PlotFrame
from scenes.mobjects.replay import Replay
from scenes.mobjects.terrain.on_relief import Ball, Row, SlopeArrow, Walk
from scenes.mobjects.terrain.prospect import Prospect
from scenes.mobjects.terrain.relief import Relief
from scenes.stage.zones import Zone

MOMENTS = 2000  # of a way of the camera: more than it has frames
PER_STEP, PER_ROW = 60, 20  # moments of a step of the walk, and of a row that is lifted


class Landscape:
    """The surface with the row through the network, the walk on it, its ball and its arrows.

    Parameters
    ----------
    prospect
        Where it is seen from at first.

    Attributes
    ----------
    relief, row, walk, ball
        The surface, one row of it, the walk, which has not begun, and the ball at its start.
    home
        The row through the network.
    steps
        How many the walk has.
    """

    def __init__(self, trace: Trace, theme: Theme, prospect: Prospect | None = None) -> None:
        self.trace, self.theme = trace, theme
        u, v, self.C, levels = (trace.reading(f"plane/{name}") for name in ("u", "v", "C", "levels"))
        self.u, self.v = np.asarray(u.value), np.asarray(v.value)
        self.home, self.places, self.costs = row_of_the_network(trace), *self._course()
        self.relief = Relief(u, v, self.C, levels, prospect or self.filling(Zone(-1, 1, -1, 1)), theme)
        self.lying: list[Any] = []
        self.row = Row(self.home, self.relief, theme)
        self.walk = Walk(self.places, self.costs, self.relief, theme)
        self.ball = Ball(self._place_at(0), self.relief, theme)
        lengths = trace.reading("plane/length")
        self.steps = len(lengths) - 1
        self.scale = Scale.fit([lengths], self._longest())

    def lay(self, *pictures: Any) -> Group:
        """Let pictures lie on the surface from now on, wherever this is seen from, and return them."""
        self.lying += [picture.lie() for picture in pictures]
        return Group(*pictures)

    def take(self, *pictures: Mobject) -> Group:
        """Let pictures lie on it no longer, and return them."""
        self.lying = [picture for picture in self.lying if picture not in pictures]
        return Group(*pictures)

    # --- where it is seen from ----------------------------------------------------------

    def as_plotted(self, frame: PlotFrame) -> Prospect:
        """Return the prospect from which the row through the network is its curve in a plot."""
        across, up = (frame.xs[0] + frame.xs[1]) / 2, (frame.ys[0] + frame.ys[1]) / 2
        x, y, _ = frame.point(across, up)
        return Prospect(across, float(self.v[self.home]), up, float(x), float(y), frame.unit_x, frame.unit_y)

    def filling(self, zone: Zone, turn: float = 0) -> Prospect:
        """Return the prospect from which it fills a zone, turned a little."""
        room, costs = zone.inset(gap.hair), np.asarray(self.C.value)
        return Prospect.of(self.u, self.v, costs, (room.left, room.bottom, room.right, room.top), turn)

    def see(self, prospect: Prospect) -> None:
        """Be seen from elsewhere."""
        self.relief.see(prospect)
        for picture in self.lying:
            picture.lie()

    def go(self, prospect: Prospect, rate_func: Callable[[float], float] = smooth, **kwargs: Any) -> Animation:
        """Return the animation that goes to where it is seen from another prospect."""
        start = self.relief.prospect
        return Replay(
            self.relief,
            *self.lying,
            rows=range(MOMENTS + 1),
            show=lambda moment: self.see(start.between(prospect, moment / MOMENTS)),
            rate_func=rate_func,
            **kwargs,
        )

    # --- what happens on it -------------------------------------------------------------

    def lift(self, to: int, beside: Callable[[int], object], *pictures: Mobject, **kwargs: Any) -> Animation:
        """Return the animation in which the row goes to another one, and the surface stays where it has been.

        `beside` is called with each recorded row that is shown, for what changes with it: `pictures`.
        """
        start, first, last = self.row.row, *self.relief.rows
        way = 1 if to > start else -1

        def show(moment: int) -> None:
            row = start + way * moment / PER_ROW
            self.row.set_row(row)
            self.relief.show_rows(min(first, row), max(last, row))
            beside(round(row))

        many = round(abs(to - start) * PER_ROW)
        return Replay(self.relief, self.row, *pictures, rows=range(many + 1), show=show, rate_func=smooth, **kwargs)

    def go_down(self, start: int, end: int, beside: Callable[[int], object], *pictures: Mobject, **kwargs: Any) -> Any:
        """Return the animation in which the ball goes from one place of the walk to a later one, step by step.

        `beside` is called with the number of steps that are made, for what changes with them: `pictures`.
        """

        def show(moment: int) -> None:
            step = moment / PER_STEP
            self.walk.set_step(step)
            self.ball.stand(self._place_at(step))
            beside(floor(step))

        rows = range(PER_STEP * start, PER_STEP * end + 1)
        return Replay(self.walk, self.ball, *pictures, rows=rows, show=show, **kwargs)

    def arrow(self, step: int, sign: int) -> SlopeArrow:
        """Return the gradient at a place of the walk (1), or minus the gradient (-1): as long as the step there."""
        gradient = self.trace.reading("plane/gradient", step)
        vector, role = (gradient, "cost") if sign > 0 else (-gradient, "focus")
        return SlopeArrow(vector, self.places[step], self.relief, self.scale, self.theme, role)

    def _course(self) -> tuple[Reading, Reading]:
        return self.trace.reading("plane/path"), self.trace.reading("plane/path_C")

    def _place_at(self, step: float) -> np.ndarray:
        return np.asarray(self.walk.place_at(np.array([step]))[0])

    def _longest(self) -> float:
        """Return how long the longest arrow is over the ground: as its step, unless the first would lead off it."""
        eta, gradients = float(self.trace["plane/eta"]), self.trace["plane/gradient"]
        ways = [eta * gradients[0]] + [-eta * gradients[0]] * (len(gradients) == 1)
        start = np.asarray(self.places.value)[0]
        room = [np.where(way > 0, [self.u[-1], self.v[-1]] - start, start - [self.u[0], self.v[0]]) for way in ways]
        far, near = np.abs(ways), np.array(room)
        share = min([1, *(near[far > near] / far[far > near])])
        return float(share * eta * (self.trace["plane/length"].max() or 1))
