"""The worked example as lines to be filled in: each a rule, the numbers put into it, and what comes out.

Every result is a number of the `worked/` group, rounded once to four decimals. A line says "=" where
the numbers as they are printed give exactly the result as it is printed, and "≈" where they do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from netsim import Reading
from netsim.functions import CostTraits

DIGITS = 4
NEURONS = (0, 1)
Arrays = Mapping[str, np.ndarray]


@dataclass(frozen=True)
class Number:
    """A number of the trace as it is printed.

    Attributes
    ----------
    place
        Where the trace holds it, such as `worked/W1[0, 0, 1]`.
    text
        Its digits.
    """

    place: str
    text: str

    @property
    def value(self) -> Decimal:
        """The value of the digits, exactly."""
        return Decimal(self.text)

    @property
    def factor(self) -> str:
        """The digits as they stand in a product or a sum: a negative number in parentheses."""
        return f"({self.text})" if self.text.startswith("-") else self.text


@dataclass(frozen=True)
class Line:
    """One line of the sheet: `name` = `rule` = `filled` `sign` `result`, all but the result in Typst mathematics."""

    name: str
    rule: str
    filled: str
    sign: str
    result: Number

    @classmethod
    def of(cls, name: str, rule: str, filled: str, by_hand: Decimal | None, result: Number) -> Line:
        """Make a line; `by_hand` is what the printed numbers give, None if no decimal number can say it."""
        return cls(name, rule, filled, "=" if by_hand == result.value else "approx", result)


@dataclass(frozen=True)
class Parameter:
    """A weight or bias: what it is, the line of its derivative, and the line of its update."""

    now: Number
    slope: Line
    after: Line


@dataclass(frozen=True)
class Worksheet:
    """One step of learning by hand.

    Attributes
    ----------
    given
        Numbers that the exercise gives, by name: x0, y0, W1_00, b1_0, eta, ...
    sums, activations
        Forward pass: z and a of the four neurons.
    cost
        The cost before the step.
    wishes, slopes, deltas
        Backward pass: dC/da, da/dz and delta of the four neurons, output layer first.
    parameters
        The twelve weights and biases, output layer first.
    sums_after, activations_after, cost_after
        The forward pass once more.
    course
        The cost after 0, 1, 2, ... updates.
    """

    given: dict[str, Number]
    sums: tuple[Line, ...]
    activations: tuple[Line, ...]
    cost: Line
    wishes: tuple[Line, ...]
    slopes: tuple[Line, ...]
    deltas: tuple[Line, ...]
    parameters: tuple[Parameter, ...]
    sums_after: tuple[Line, ...]
    activations_after: tuple[Line, ...]
    cost_after: Line
    course: tuple[Number, ...]

    def as_json(self) -> dict[str, object]:
        """Return the sheet as plain values."""
        return asdict(self)


def worksheet(arrays: Arrays, cost: CostTraits) -> Worksheet:
    """Make the sheet of the first step that a trace's `worked/` group records, with its cost, one of squares."""
    page = _Page(arrays, cost)
    both = [(l, j) for l in (2, 1) for j in NEURONS]
    return Worksheet(
        given=page.given(),
        sums=tuple(page.sum(0, l, j) for l, j in sorted(both)),
        activations=tuple(page.activation(0, l, j) for l, j in sorted(both)),
        cost=page.cost(0),
        wishes=tuple(page.wish(l, j) for l, j in both),
        slopes=tuple(page.slope(l, j) for l, j in both),
        deltas=tuple(page.delta(l, j) for l, j in both),
        parameters=tuple(page.parameters()),
        sums_after=tuple(page.sum(1, l, j) for l, j in sorted(both)),
        activations_after=tuple(page.activation(1, l, j) for l, j in sorted(both)),
        cost_after=page.cost(1),
        course=tuple(page.number("C", t) for t in range(len(arrays["worked/C"]))),
    )


class _Page:
    """Makes the lines; layers count from 1 here, neurons from 0, as everywhere."""

    def __init__(self, arrays: Arrays, cost: CostTraits) -> None:
        self.arrays, self.cost_traits = arrays, cost

    def number(self, name: str, *index: int, given: bool = False) -> Number:
        """Return a number of the group, printed; a given one without the zeros at its end."""
        reading = Reading.of(self.arrays, f"worked/{name}", *index)
        text = f"{float(reading):.{DIGITS}f}"
        if given:
            text = text.rstrip("0").rstrip(".")
        # A result that rounds to nothing has no sign.
        return Number(f"{reading.key}{list(index) if index else ''}", text if Decimal(text) else text.lstrip("-"))

    def given(self) -> dict[str, Number]:
        """Return what the exercise starts from."""
        numbers = {"eta": self.number("eta", given=True)}
        for j in NEURONS:
            numbers |= {f"x{j}": self.x(j), f"y{j}": self.y(j)}
            for l in (1, 2):
                numbers[f"b{l}_{j}"] = self.parameter("b", 0, l, j)
                numbers |= {f"W{l}_{j}{k}": self.parameter("W", 0, l, j, k) for k in NEURONS}
        return numbers

    def x(self, k: int) -> Number:
        return self.number("x", k, given=True)

    def y(self, j: int) -> Number:
        return self.number("y", j, given=True)

    def parameter(self, kind: str, t: int, l: int, *place: int) -> Number:
        return self.number(f"{kind}{l}", t, *place, given=t == 0)

    def of_neuron(self, name: str, l: int, j: int, t: int = 0) -> Number:
        return self.number(f"{name}{l}", t, j)

    def before(self, t: int, l: int, k: int) -> tuple[str, Number]:
        """Return name and value of what neuron k of layer l - 1 gives."""
        return (f"x_{k}", self.x(k)) if l == 1 else (_at("a", 1, k), self.of_neuron("a", 1, k, t))

    def sum(self, t: int, l: int, j: int) -> Line:
        """Make the line z = w a + w a + b."""
        w = [self.parameter("W", t, l, j, k) for k in NEURONS]
        a = [self.before(t, l, k) for k in NEURONS]
        b = self.parameter("b", t, l, j)
        rule = [f"{_at('w', l, f'{j}{k}')} {a[k][0]}" for k in NEURONS]
        filled = [f"{one.factor} dot {other[1].factor}" for one, other in zip(w, a, strict=True)]
        by_hand = sum((one.value * other[1].value for one, other in zip(w, a, strict=True)), b.value)
        return Line.of(
            _at("z", l, j),
            " + ".join([*rule, _at("b", l, j)]),
            " + ".join([*filled, b.factor]),
            by_hand,
            self.of_neuron("z", l, j, t),
        )

    def activation(self, t: int, l: int, j: int) -> Line:
        """Make the line a = sigma(z)."""
        z = self.of_neuron("z", l, j, t)
        return Line.of(
            _at("a", l, j), f"sigma({_at('z', l, j)})", f"sigma({z.text})", None, self.of_neuron("a", l, j, t)
        )

    def cost(self, t: int) -> Line:
        """Make the line C = sum of (a - y)^2, or half or the mean of it."""
        pairs = [(self.of_neuron("a", 2, j, t), self.y(j)) for j in NEURONS]
        share = Decimal(self.cost_traits.share(len(NEURONS)))
        rule = " + ".join(f"({_at('a', 2, j)} - y_{j})^2" for j in NEURONS)
        filled = " + ".join(f"({a.text} - {y.text})^2" for a, y in pairs)
        if share != 1:
            front = Fraction(share)
            rule, filled = f"{front} ({rule})", f"{front} dot ({filled})"
        by_hand = share * sum(((a.value - y.value) ** 2 for a, y in pairs), Decimal(0))
        return Line.of("C", rule, filled, by_hand, self.number("C", t))

    def wish(self, l: int, j: int) -> Line:
        """Make the line of dC/da: the slope of the cost, or what the layer after hands back."""
        name, result = f"partial C \\/ partial {_at('a', l, j)}", self.of_neuron("dC_da", l, j)
        if l == 2:
            a, y = self.of_neuron("a", 2, j), self.y(j)
            rule, filled = f"({_at('a', 2, j)} - y_{j})", f"({a.text} - {y.text})"
            factor = Decimal(self.cost_traits.factor(len(NEURONS)))
            if factor != 1:
                rule, filled = f"{factor:f} {rule}", f"{factor:f} dot {filled}"
            return Line.of(name, rule, filled, factor * (a.value - y.value), result)
        w = [self.parameter("W", 0, 2, i, j) for i in NEURONS]
        delta = [self.of_neuron("delta", 2, i) for i in NEURONS]
        return Line.of(
            name,
            " + ".join(f"{_at('w', 2, f'{i}{j}')} {_at('delta', 2, i)}" for i in NEURONS),
            " + ".join(f"{one.factor} dot {other.factor}" for one, other in zip(w, delta, strict=True)),
            sum((one.value * other.value for one, other in zip(w, delta, strict=True)), Decimal(0)),
            result,
        )

    def slope(self, l: int, j: int) -> Line:
        """Make the line da/dz = a (1 - a)."""
        name, a = _at("a", l, j), self.of_neuron("a", l, j)
        return Line.of(
            f"sigma'({_at('z', l, j)})",
            f"{name} (1 - {name})",
            f"{a.text} dot (1 - {a.text})",
            a.value * (1 - a.value),
            self.of_neuron("da_dz", l, j),
        )

    def delta(self, l: int, j: int) -> Line:
        """Make the line delta = da/dz dC/da."""
        slope, wish = self.of_neuron("da_dz", l, j), self.of_neuron("dC_da", l, j)
        return Line.of(
            _at("delta", l, j),
            f"sigma'({_at('z', l, j)}) thin partial C \\/ partial {_at('a', l, j)}",
            f"{slope.text} dot {wish.factor}",
            slope.value * wish.value,
            self.of_neuron("delta", l, j),
        )

    def parameters(self) -> Iterable[Parameter]:
        """Return the twelve parameters, output layer first, each neuron's weights before its bias."""
        for l in (2, 1):
            for j in NEURONS:
                yield from (self.learned("W", l, j, k) for k in NEURONS)
                yield self.learned("b", l, j)

    def learned(self, kind: str, l: int, j: int, *k: int) -> Parameter:
        """Return a weight's or a bias's derivative and update."""
        delta, name = self.of_neuron("delta", l, j), _at(kind.lower(), l, "".join(map(str, (j, *k))))
        now, after = (self.parameter(kind, t, l, j, *k) for t in (0, 1))
        slope = self.number(f"dC_d{kind}{l}", 0, j, *k)
        rule, filled, by_hand = _at("delta", l, j), delta.text, delta.value
        for i in k:
            what, value = self.before(0, l, i)
            rule, filled, by_hand = f"{rule} {what}", f"{delta.factor} dot {value.factor}", by_hand * value.value
        eta = self.number("eta", given=True)
        step = f"{name} - eta partial C \\/ partial {name}"
        put_in = f"{now.text} - {eta.text} dot {slope.factor}"
        return Parameter(
            now,
            Line.of(f"partial C \\/ partial {name}", rule, filled, by_hand, slope),
            Line.of(name, step, put_in, now.value - eta.value * slope.value, after),
        )


def _at(symbol: str, l: int, place: int | str) -> str:
    """Return Typst mathematics of a symbol of layer l with a place below it."""
    return f"{symbol}_({place})^(({l}))"
