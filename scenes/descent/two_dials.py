"""Two directions at once: the cost as a landscape, its gradient, and a walk down, from above and the side (D10)."""

from __future__ import annotations

from functools import partial

import numpy as np
from manim import (
    Animation,
    BackgroundRectangle,
    Create,
    Dot,
    Mobject,
    ShowIncreasingSubsets,
    UpdateFromAlphaFunc,
    UpdateFromFunc,
    VGroup,
    VMobject,
    linear,
)

from netsim import Reading, Trace
from netsim.figures.descent.terrain import ground, steps_on_the_plane
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.terrain.landscape import ContourMap, Ground, Path
from scenes.mobjects.terrain.steepest import Footprints, GroundArrow, scale_inside
from scenes.mobjects.terrain.surface import Oblique, Surface, SurfacePath
from scenes.mobjects.type.formula import Formula, cost_said
from scenes.mobjects.type.number import Readout, spec_for
from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

TOP, HEADS = 1.8, 2.12  # upper end of both pictures, and where their names stand
MAP = (STAGE.left, STAGE.picture.bottom + 0.08, -0.7, TOP)  # left, bottom, right, top
VIEW = (-0.1, STAGE.picture.bottom + 0.08, STAGE.right, TOP)
NOTES = STAGE.legend
LONGEST = 1.5  # scene units of the longest arrow
ROOM_OF_COST = 1.4  # of the changing cost at the right end of the notes
SEEN = 0.15  # scene units: a shorter arrow is covered by its dot
SLOWLY = 3  # so many steps come one by one, then the rest


class TwoDials(TraceScene):
    """The measured cost over a plane, as contours and as a surface, and one walk on both."""

    chapter = "descent"
    needs = ("plane",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        costs = trace.reading("plane/path_C")
        return {
            **super().facts(trace),
            "examples": trace.reading("plane/examples"),
            "updates": trace.reading("steps", int(trace["plane/at"])),
            "ground": ground(trace),
            "steps": steps_on_the_plane(trace),
            "costs": costs,
            "first": costs[0],
            "last": costs[len(costs) - 1],
        }

    def setup(self) -> None:
        trace, theme = self.trace, self.theme
        u, v, C = (trace.reading(f"plane/{name}") for name in ("u", "v", "C"))
        self.ground, self.view = Ground(u, v, *MAP), Oblique(u, v, C, *VIEW)
        self.contours = ContourMap(trace.reading("plane/levels"), C, self.ground, theme)
        self.surface = Surface(C, self.view, theme)
        self.places, self.costs = trace.reading("plane/path"), trace.reading("plane/path_C")
        self.lengths, gradients = trace.reading("plane/length"), trace.reading("plane/gradient")
        self.scale = scale_inside(self.ground.room, self.lengths, gradients, self.places, self.ground, LONGEST)

    @beat("D10")
    def the_landscape(self) -> None:
        """Show the cost over the plane, from the side and from above."""
        theme = self.theme
        side = Words(self.phrase("side"), theme, size="small", role="dim")
        above = Words(self.phrase("above"), theme, size="small", role="dim")
        for words, (left, _, right, _) in ((above, MAP), (side, VIEW)):
            words.move_to(((left + right) / 2, 0, 0)).stand_on(HEADS)
        measured = cost_said(self.phrase("measured"), theme)
        measured.shift((VIEW[2] - ROOM_OF_COST - measured.get_right()[0], 0, 0)).stand_on(NOTES)
        self.move(FadeIn(side, self.surface, measured), time="fade", still=False)
        self.move(FadeIn(above), Create(self.contours, lag_ratio=0.1), time="slow", still=False)
        self.move(FadeIn(self.written()), time="fade")

    @beat
    def the_gradient(self) -> None:
        """Set a dot on both, and let the gradient grow from it."""
        theme = self.theme
        self.dots = self.dots_at(0)
        self.cost = Readout(self.costs[0], theme, spec=spec_for([self.costs], 3, sign=""), role="cost")
        self.cost.shift((VIEW[2] - 0.06 - self.cost.get_right()[0], 0, 0)).stand_on(NOTES)
        label = Formula("C =", theme, role="cost", size="small")
        label.shift((self.cost.get_left()[0] - 0.12 - label.get_right()[0], 0, 0)).stand_on(NOTES)
        self.enter(self.dots, label, self.cost)
        self.up = self.arrow_at(0, 1)
        self.name = self.beside(self.up, "nabla C")
        self.note = self.steepness_at(0)
        self.move(self.up.grow(), FadeIn(self.name, self.note))

    @beat
    def the_steepest_way_down(self) -> None:
        """Turn the arrow round, and take some steps one by one."""
        self.arrow = self.arrow_at(0, -1)
        name = self.beside(self.arrow, 'class("normal", -) nabla C')
        self.move(self.arrow.grow(), FadeIn(name), FadeOut(self.up, self.name))
        self.name = name
        for i in range(min(SLOWLY, self.last)):
            self.walk(i, i + 1, self.theme.time.fade)
            self.wait(self.theme.time.still / 2)

    @beat
    def the_flat(self) -> None:
        """Walk on to the end."""
        if self.last > SLOWLY:
            self.walk(SLOWLY, self.last, 2 * self.theme.time.slow)
        if float(self.lengths[self.last]) * self.scale.unit < SEEN:
            self.leave(self.arrow, self.name, self.note)

    @property
    def last(self) -> int:
        """The number of steps of the walk."""
        return len(self.costs) - 1

    def walk(self, start: int, end: int, run_time: float) -> None:
        """Walk on both pictures from one place to a later one, each step in the same time."""
        picked, paths = range(start, end + 1), self.paths(start, end)
        places, costs = self.places.take(picked, (0, 1)), self.costs.take(picked)
        down, steepness = -self.trace.reading("plane/gradient").take(picked, (0, 1)), self.lengths.take(picked)
        marks = Footprints(places, self.ground, self.theme, "focus")
        self.add(self.dots)
        self.play(
            ShowIncreasingSubsets(marks),
            *[Create(path) for path in paths],
            *[
                UpdateFromFunc(dot, partial(_stand_at_the_end, path))
                for dot, path in zip(self.dots, paths, strict=True)
            ],
            self.arrow.follow(down, places),
            UpdateFromFunc(self.name, lambda name: name.move_to(self.at_tip(self.arrow))),
            _run_through(self.cost, costs),
            _run_through(self.steepness, steepness),
            run_time=run_time,
            rate_func=linear,
        )
        self.add(marks, self.arrow, self.dots)

    def paths(self, start: int, end: int) -> tuple[Path, SurfacePath]:
        """Return the part of the walk between two places, on both pictures."""
        picked = range(start, end + 1)
        places = self.places.take(picked, (0, 1))
        above = Path(places, self.ground, self.theme, "focus", width=2.5)
        return above, SurfacePath(places, self.costs.take(picked), self.view, self.theme, "focus")

    def dots_at(self, step: int) -> VGroup:
        """Return the dot on each picture at a place of the walk."""
        place, cost = np.asarray(self.places[step].value)[None], np.asarray([float(self.costs[step])])
        points = self.ground.points(place)[0], self.view.points(place[:, 0], place[:, 1], cost)[0]
        return VGroup(*[Dot(point, radius=0.08, color=self.theme.of("focus")) for point in points])

    def arrow_at(self, step: int, sign: int) -> GroundArrow:
        """Return the gradient at a place of the walk (sign 1), or minus the gradient (-1)."""
        vector = self.trace.reading("plane/gradient", step)
        vector, role = (vector, "cost") if sign > 0 else (-vector, "focus")
        return GroundArrow(vector, self.places[step], self.ground, self.scale, self.theme, role)

    def beside(self, arrow: GroundArrow, symbol: str) -> VGroup:
        """Return an arrow's name, at its tip, on a ground of its own."""
        name = Formula(symbol, self.theme, size="small").set_color(arrow.get_fill_color())
        ground = BackgroundRectangle(name, color=self.theme.of("background"), fill_opacity=1, buff=0.06)
        return VGroup(ground, name).move_to(self.at_tip(arrow))

    def at_tip(self, arrow: GroundArrow) -> tuple[float, float, float]:
        """Return the place for an arrow's name."""
        way = arrow.tip() - arrow.tail()
        x, y, _ = arrow.tip() + 0.4 * way / max(float(np.linalg.norm(way)), 1e-9)
        left, bottom, right, top = MAP
        return float(np.clip(x, left + 0.3, right + 0.2)), float(np.clip(y, bottom + 0.2, top - 0.2)), 0.0

    def steepness_at(self, step: int) -> VGroup:
        """Return the line that states the arrows' scale: what the arrow that is shown stands for."""
        words = Formula("<said> =", self.theme, words={"said": self.phrase("steepness")}, role="dim", size="small")
        words.shift((STAGE.left - words.get_left()[0], 0, 0)).stand_on(NOTES)
        spec = spec_for([self.lengths], 2, sign="")
        self.steepness = Readout(self.lengths[step], self.theme, spec=spec, role="dim")
        self.steepness.shift((words.get_right()[0] + 0.12 - self.steepness.get_left()[0], 0, 0)).stand_on(NOTES)
        return VGroup(words, self.steepness)

    def written(self) -> VGroup:
        """Return the costs along two of the contours, where the walk and its first arrow do not come."""
        many, up = len(self.contours), self.arrow_at(0, 1)
        way = self.ground.points(np.asarray(self.places.value))
        away = np.vstack([way, up.tip(), self.at_tip(up)])
        spec = spec_for([self.trace.reading("plane/levels")], 3, sign="")
        return self.contours.written(sorted({many // 3, 5 * many // 6}), away, spec)


def _run_through(number: Readout, readings: Reading) -> Animation:
    """Return the animation in which a number shows reading after reading of a walk, as its arrow does."""
    last = len(readings) - 1
    return UpdateFromAlphaFunc(number, lambda shown, share: shown.set_reading(readings[int(share * last + 1e-9)]))


def _stand_at_the_end(path: VMobject, dot: Mobject) -> None:
    dot.move_to(path.get_end())
