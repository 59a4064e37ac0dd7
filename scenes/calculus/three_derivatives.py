"""The three derivatives of the chain, each a slope with its number; then predicted and measured (K6)."""

from __future__ import annotations

from dataclasses import dataclass

from manim import RIGHT, UP, Create, LaggedStart, Line, Mobject, VGroup

from netsim import Reading, Trace
from netsim.figures.calculus.chain import cost_of_chain
from scenes.camera.fading import FadeIn
from scenes.formulas.rules_of_outputs import rule_of
from scenes.formulas.vocabulary import rule, twin
from scenes.mobjects.plots.plot import Curve, Point, Tangent
from scenes.mobjects.plots.steps import StepOfOne, frame_with_step
from scenes.mobjects.type.formula import Formula, fly
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.words.numbers import Fact

WIDTH, HEIGHT, FLOOR = 2.85, 2.75, -1.95  # of a plot
MIDDLES = {"dz_dw": -4.78, "da_dz": -0.2, "dC_da": 4.08}  # of the three columns
APART_FROM_ENDS = 0.06  # the least room between two numbers at an axis
FORMULAS, PRODUCT = 1.75, 0.45  # heights
TABLE = (-6.2, -1.05, -1.8)  # left edge of the row heads, heights of the two rows
PITCH, APART = 1.55, 0.85  # between the table's columns, more before the last


@dataclass(frozen=True)
class Link:
    """One link of the chain: its curve and the point on it, by their names in the trace."""

    across: str
    up: str
    curve: tuple[str, str]
    point: tuple[tuple[str, int], tuple[str, int]]


LINKS = {
    "dz_dw": Link(
        "w^((L))",
        "z^((L))",
        ("curve_w", "curve_z_of_w"),
        (("W", 2), ("z", 2)),
    ),
    "da_dz": Link(
        "z^((L))",
        "a^((L))",
        ("curve_z", "curve_a_of_z"),
        (("z", 2), ("a", 3)),
    ),
    "dC_da": Link(
        "a^((L))",
        "C_0",
        ("curve_a", "curve_C_of_a"),
        (("a", 3), ("C", -1)),
    ),
}


class ThreeDerivatives(TraceScene):
    """Three recorded curves, each with the tangent whose slope is one factor of the chain."""

    chapter = "calculus"
    needs = ("chain",)

    @classmethod
    def facts(cls, trace: Trace) -> dict[str, Fact]:
        return super().facts(trace) | {
            "a": trace.reading("chain/a", 3),
            "y": trace.reading("chain/y"),
            "squares": cost_of_chain(trace),
        }

    def setup(self) -> None:
        self.plots: list[VGroup] = []
        self.formulas: dict[str, Formula] = {}

    @beat("K6")
    def z_by_w(self) -> None:
        """Draw z over w, a line, and its slope."""
        self.tell("dz_dw")

    @beat
    def a_by_z(self) -> None:
        """Draw a over z, the sigmoid, and its slope at the point."""
        self.tell("da_dz")

    @beat
    def C_by_a(self) -> None:
        """Draw the cost over a, a parabola, and its slope at the point."""
        self.tell("dC_da")

    @beat
    def predicted_and_measured(self) -> None:
        """Multiply the three, and list what ever smaller nudges measured."""
        trace, theme = self.trace, self.theme
        self.leave(*self.plots)
        factors = ("dz_dw", "da_dz", "dC_da")
        product = twin(
            "chain_rule",
            theme,
            numbers={key: (trace.reading(f"chain/{key}"), ".4f") for key in ("dC_dw", *factors)},
            symbol="dC_dw",
        ).move_to((0, PRODUCT, 0))
        self.move(*[fly(product[name], self.formulas[name][name]) for name in factors], still=False)
        self.move(FadeIn(product.rest(*factors)))
        (left, upper, lower), words = TABLE, {"measured": self.phrase("measured")}
        heads = VGroup(
            Formula("Delta w", theme, role="dim", size="small").stand_on(upper),
            Formula("<measured> Delta C_0 \\/ Delta w", theme, words=words, role="dim", size="small").stand_on(lower),
        )
        for head in heads:
            head.shift((left - head.get_left()[0], 0, 0))
        epsilons, ratios = (trace.reading(f"chain/{key}") for key in ("epsilon", "measured_dC_dw"))
        columns = VGroup(
            *[
                self.column(i, self.number(epsilon, ".3f"), self.number(ratio, ".4f", "dim"))
                for i, (epsilon, ratio) in enumerate(zip(epsilons, ratios, strict=True))
            ]
        )
        limit = self.column(
            len(epsilons) + APART / PITCH,
            Words(self.phrase("derivative"), theme, size="small", role="cost"),
            self.number(trace.reading("chain/dC_dw"), ".4f", "cost"),
        )
        x = (columns[-1].get_right()[0] + limit.get_left()[0]) / 2
        apart = Line((x, upper + 0.3, 0), (x, lower - 0.1, 0), stroke_width=1.5, color=theme.of("faint"))
        self.move(FadeIn(heads), LaggedStart(*map(FadeIn, columns), lag_ratio=0.5), time="slow")
        self.move(FadeIn(apart, limit))

    def tell(self, name: str) -> None:
        """Draw a link's curve, its tangent at the point, and the derivative with its number."""
        link, theme = LINKS[name], self.theme
        xs, ys = (self.trace.reading(f"chain/{key}") for key in link.curve)
        x, y = (self.scalar(*place) for place in link.point)
        slope = self.trace.reading(f"chain/{name}")
        frame = frame_with_step(xs, ys, (x, y), slope, (WIDTH, HEIGHT), theme)
        frame.shift((MIDDLES[name] - 0.42 * WIDTH, FLOOR, 0))
        role = "cost" if name == "dC_da" else "ink"
        curve = Curve(xs, ys, frame, theme, role)
        step = StepOfOne(slope, (x, y), frame, theme, role)
        tangent = Tangent(slope, (x, y), frame, theme)
        point = Point(x, y, frame, theme)
        across = Formula(link.across, theme, role="dim", size="small")
        up = Formula(link.up, theme, role="dim", size="small")
        across.next_to(frame.point(frame.xs[1], frame.ys[0]), UP + RIGHT, buff=0.08)
        up.next_to(frame.point(frame.xs[0], frame.ys[1]), UP + RIGHT, buff=0.08)
        formula = rule({"dC_da": rule_of("dC_da", self.trace)}.get(name, name), theme, numbers={name: (slope, ".4f")})
        formula.move_to((MIDDLES[name], 0, 0)).stand_on(FORMULAS)
        ends = VGroup(*[end for end in frame.ends(xs, ys, theme) if not near(end, point.x, point.y)])
        self.plots.append(VGroup(frame, across, up, ends, curve, tangent, point, step))
        self.move(FadeIn(frame, across, up, ends), Create(curve), still=False)
        self.move(FadeIn(point), Create(tangent), still=False)
        self.move(FadeIn(step), time="fade")
        self.formulas[name] = formula
        self.move(FadeIn(formula))

    def scalar(self, name: str, index: int) -> Reading:
        """Return a value of the chain; index -1 for one that stands alone."""
        return self.trace.reading(f"chain/{name}", *([index] if index >= 0 else []))

    def number(self, reading: Reading, spec: str, role: str = "ink") -> Readout:
        """Return a number of the table."""
        return Readout(reading, self.theme, spec=spec, role=role)

    def column(self, i: float, *cells: Readout | Words) -> VGroup:
        """Return column i of the table, right edges in line."""
        right = TABLE[0] + 4.0 + i * PITCH
        for cell, y in zip(cells, TABLE[1:], strict=True):
            cell.shift((right - cell.get_right()[0], 0, 0))
            cell.stand_on(y)
        return VGroup(*cells)


def near(number: Mobject, *others: Mobject) -> bool:
    """Whether a number would touch one of some others."""
    return any(
        abs(number.get_x() - other.get_x()) < (number.width + other.width) / 2 + APART_FROM_ENDS
        and abs(number.get_y() - other.get_y()) < (number.height + other.height) / 2 + APART_FROM_ENDS
        for other in others
    )
