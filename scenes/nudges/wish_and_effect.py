"""What an output wishes and what comes of it: the slope stands between them (N8)."""

from __future__ import annotations

import numpy as np
from manim import RIGHT, Create, LaggedStart, ReplacementTransform, VGroup

from netsim import Reading, Trace
from netsim.figures.functions import effect, highest_output, lowest_output, output_curve
from scenes.camera.fading import FadeIn, FadeOut
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.network.neuron import Column
from scenes.mobjects.plots.slopes import SlopePlot
from scenes.mobjects.type.formula import Formula, scale_note
from scenes.mobjects.type.number import number_column
from scenes.mobjects.type.spoken import Spoken
from scenes.mobjects.type.typeset import Words
from scenes.parts.outputs import limits_of, moments_of, scales_of, spec_of, told_of
from scenes.parts.selection import network_shape
from scenes.stage.beats import beat
from scenes.stage.formats import STAGE
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact
from scenes.words.sentence import class_name

TOP, WORDS, SYMBOLS = 1.55, 0.9, 0.5  # height of the first row at most, of columns' names and symbols over it
LONGEST = 0.7  # scene units of the longest bar
# Axes of the bars and right edges of the numbers: where each output has a slope of its own, where they share.
OWN = {"a": -4.0, "y": -3.45, "wish": -2.4, "wish=": -0.75, "slope": 0.3, "effect": 1.4, "effect=": 2.95}
SHARED = {"a": -2.4, "y": -1.6, "wish": 0.0, "wish=": 1.9, "effect": 3.5, "effect=": 5.4}
PLOT, WIDTH, BOTTOM, HEIGHT = 3.7, 2.65, -1.75, 3.2  # left edge of the curve's plot, its width, lower end, height
WISH, EFFECT = "-partial C_0 \\/ partial a", "-partial C_0 \\/ partial z"


class WishAndEffect(TraceScene):
    """The outputs' wishes, slopes and effects; then the same with the last weights larger."""

    chapter = "nudges"
    needs = ("one", "effect")

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        j, factor = told_of(trace), trace.reading("effect/factor")
        facts = {
            **super().facts(trace),
            "curve": output_curve(trace),
            "lowest": lowest_output(trace),
            "highest": highest_output(trace),
            "of_a_sum": effect(trace),
            "factor": factor,
        }
        if j is None:
            return {**facts, "told": "nobody"}
        return {
            **facts,
            "told": "one",
            "stuck": class_name(trace, j),
            "a": trace.reading("effect/a", j),
            "y": trace.reading("y", 0, j),
            "wish": -trace.reading("effect/dC_da", j),
            "its_effect": -trace.reading("effect/delta", j),
        }

    def setup(self) -> None:
        trace, theme, last = self.trace, self.theme, self.trace.L
        self.y = trace.reading("y", 0)
        self.now, self.then = moments_of(trace)
        self.scales = scales_of(self.now, self.then, LONGEST)
        self.stuck, self.label = told_of(trace), trace.label(0)
        self.changes = self.stuck is not None and int(trace["effect/factor"]) > 1
        self.own = not trace.activation(last).couples
        self.x = OWN if self.own else SHARED
        shape = network_shape(trace, 0, 0)
        keep = (*([] if self.stuck is None else [self.stuck]), *shape.keep)
        size, matter, later = shape.sizes[last], np.asarray(self.now.wish.value), np.asarray(self.then.a.value)
        span = min(shape.spans[last][0], float(later.min())), max(shape.spans[last][1], float(later.max()))
        self.column = Column(size, TOP - STAGE.picture.bottom, theme, self.words, matter=matter, span=span, keep=keep)
        self.column.set_readings(self.now.a)
        self.rows = self.column.indices
        names = [Words(shape.classes[j], theme, size="small", role="dim") for j in self.rows]
        x = self.x["a"] - 1.25 - max(float(name.width) for name in names)
        x = max(x, STAGE.left + float(self.column.neurons.width) / 2)
        self.column.stand(x, TOP, STAGE.left)
        self.column.shift((0, -(TOP - STAGE.picture.bottom - float(self.column.height)) / 2, 0))
        self.heights = [float(self.column.neuron(j).get_y()) for j in self.rows]
        for name, y in zip(names, self.heights, strict=True):
            name.next_to(self.column.neurons, RIGHT, buff=0.14).level_with(y)
        self.names = VGroup(*names)
        if self.own:
            self.plot = self.slope_plot(0)

    @beat("N8")
    def the_wishes(self) -> None:
        """Write the outputs and their targets, and let the wishes grow."""
        a = self.numbers(self.now.a, "a", ".2f", "ink")
        self.targets = self.numbers(self.y, "y", ".0f", "dim")
        heads = self.head("a", "", "a", a), self.head("y", "", "y", self.targets)
        self.enter(self.column, self.names, *heads, a, self.targets)
        self.bars = {"wish": self.bar_column(self.now.wish, "wish", 0)}
        self.shown = {"a": a, "wish": self.numbers(self.now.wish, "wish=", spec_of(self.now.wish))}
        self.note = self.scale_of(0)
        self.move(FadeIn(self.head("wish", self.phrase("wish"), WISH), self.bars["wish"].axis), still=False)
        self.move(LaggedStart(*self.bars["wish"].grow(), lag_ratio=0.08), time="slow", still=False)
        self.move(FadeIn(self.shown["wish"], self.note))

    @beat
    def what_comes_of_them(self) -> None:
        """Let the outputs take their places on their curve, write its slopes, and let the effects grow."""
        now = self.now
        if self.own:
            self.draw_curve()
            self.shown["slope"] = self.numbers(now.slope, "slope", spec_of(now.slope, ""), "ink")
            symbol = "partial a \\/ partial z"
            self.move(
                FadeIn(self.head("slope", self.phrase("slope"), symbol, self.shown["slope"]), self.shown["slope"]),
                still=False,
            )
        self.bars["effect"] = self.bar_column(now.effect, "effect", 0)
        self.shown["effect"] = self.numbers(now.effect, "effect=", spec_of(now.effect))
        name = self.phrase("of_a_sum")
        self.move(FadeIn(self.head("effect", name, EFFECT), self.bars["effect"].axis), still=False)
        self.move(LaggedStart(*self.bars["effect"].grow(), lag_ratio=0.08), time="slow", still=False)
        self.move(FadeIn(self.shown["effect"]))

    @beat
    def larger_weights(self) -> None:
        """Let the last weights grow, and one output stand out that is wrong and hard to move."""
        if self.changes:
            self.enlarge()
        self.speak_of_one()

    @beat
    def not_thrown_away(self) -> None:
        """Leave that output standing."""

    def draw_curve(self) -> None:
        """Draw the activation's curve, let the outputs take their places on it, and one show how steep it is there."""
        now, row = self.now, self.rows.index(self.label)
        self.dots = self.plot.dots(now.z, now.a, self.rows)
        self.move(FadeIn(self.plot), Create(self.plot.curve), still=False)
        pairs = zip(self.dots, self.rows, strict=True)
        flights = [FadeIn(dot, target_position=self.column.neuron(j).get_center()) for dot, j in pairs]
        self.move(LaggedStart(*flights, lag_ratio=0.1), time="slow", still=False)
        self.tangent = self.plot.tangent(now.z[self.label], now.a[self.label], now.slope[self.label])
        focus = self.theme.of("focus")
        spoken = [part.animate.set_color(focus) for part in (self.names[row], self.dots[row])]
        self.move(FadeIn(self.tangent), *spoken, still=False)
        self.bring_to_front(self.dots)

    def enlarge(self) -> None:
        """Let the last weights grow, and all that follows from them change."""
        then, values = self.then, {"a": self.numbers(self.then.a, "a", ".2f", "ink")}
        factor = Spoken(self.phrase("enlarged"), self.theme, role="focus", size="small")
        factor.stand_on(self.heights[0] + SYMBOLS).shift((self.x["a"] - 0.8 - factor.get_right()[0], 0, 0))
        gone = [*self.shown.values(), *([self.tangent] if self.own else [])]
        self.move(FadeIn(factor), FadeOut(*gone), still=False)
        moves = [*self.column.light(then.a), FadeIn(values["a"])]
        if self.own:
            plot = self.slope_plot(1)
            dots = plot.dots(then.z, then.a, self.rows)
            pairs = ((self.plot, plot), (self.plot.curve, plot.curve), (self.dots, dots))
            moves += [ReplacementTransform(old, new) for old, new in pairs]
            self.plot, self.dots = plot, dots
            values["slope"] = self.numbers(then.slope, "slope", spec_of(then.slope, ""), "ink")
        self.move(*moves, time="slow")
        for name, reading in (("wish", then.wish), ("effect", then.effect)):
            values[name] = self.numbers(reading, f"{name}=", spec_of(reading))
        bars = {name: self.bar_column(getattr(then, name), name, 1) for name in self.bars}
        changes = [(self.note, self.scale_of(1)), *[(self.bars[name], bars[name]) for name in bars]]
        appearing = [values[name] for name in values if name != "a"]
        self.move(*[ReplacementTransform(old, new) for old, new in changes], FadeIn(*appearing))
        self.shown, self.bars = values, bars

    def speak_of_one(self) -> None:
        """Let the output that is told of stand out, the others rest."""
        if self.stuck is None:
            return
        row = self.rows.index(self.stuck)
        columns = [self.targets, *self.shown.values(), *[VGroup(*column.bars) for column in self.bars.values()]]
        resting = [column[i] for column in columns for i in range(len(self.rows)) if i != row]
        quiet = [] if self.stuck == self.label else [self.names[self.rows.index(self.label)]]
        spoken = [self.names[row]]
        if self.own:
            resting += [dot for i, dot in enumerate(self.dots) if i != row]
            spoken.append(self.dots[row])
            if not self.changes:
                self.leave(self.tangent)
            self.enter(self.plot.tangent(*[part[self.stuck] for part in (self.then.z, self.then.a, self.then.slope)]))
            self.bring_to_front(self.dots)
        self.move(
            *[name.animate.set_color(self.theme.of("dim")) for name in quiet],
            *[part.animate.set_color(self.theme.of("focus")) for part in spoken],
            *[part.animate.fade(0.55) for part in resting],
        )

    def slope_plot(self, state: int) -> SlopePlot:
        """Return the plot of the activation's curve, as wide as the sums of a moment need it."""
        sums, activations = (self.trace.reading(f"effect/curve_{name}", state) for name in "za")
        return SlopePlot(sums, activations, limits_of(self.trace), (PLOT, BOTTOM), WIDTH, HEIGHT, self.theme)

    def numbers(self, reading: Reading, column: str, spec: str, role: str = "sign") -> VGroup:
        """Return a number for each row."""
        values = [reading[j] for j in self.rows]
        return number_column(values, self.heights, self.x[column], self.theme, spec=spec, role=role)

    def bar_column(self, reading: Reading, column: str, moment: int) -> BarColumn:
        """Return a bar for each row."""
        values, thickness = [reading[j] for j in self.rows], 0.6 * self.column.pitch
        return BarColumn(values, self.heights, self.x[column], self.scales[moment], self.theme, thickness)

    def head(self, name: str, word: str, code: str, over: VGroup | None = None) -> VGroup:
        """Return a column's name and symbol, over its numbers, or over its bars and their numbers."""
        x = over.get_x() if over is not None else (self.x[name] + self.x[f"{name}="]) / 2 - 0.25
        role = "cost" if code in (WISH, EFFECT) else "dim"
        lines: list[tuple[Formula | Words, float]] = [(Formula(code, self.theme, role=role, size="small"), SYMBOLS)]
        if word:
            lines.append((Words(word, self.theme, size="small"), WORDS))
        return VGroup(*[line.move_to((x, 0, 0)).stand_on(self.heights[0] + over) for line, over in lines])

    def scale_of(self, moment: int) -> Spoken:
        """Return the line that states the scale of all the bars."""
        x = (self.x["wish"] + self.x["effect"]) / 2
        return scale_note(self.scales[moment], self.theme, self.phrase("longest"), decimals=3).move_to(
            (x, STAGE.legend, 0)
        )
