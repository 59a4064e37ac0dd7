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

from netsim import Described, Reading
from netsim.functions import ActivationTraits
from scenes.stage.stated_values import function_on_paper

DIGITS = 4
SHARES = 100  # a cost's weight is one of so many parts at most
COURSE = 11  # costs from the first on that are told one by one
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
    def value(self) -> Fraction:
        """The value of the digits, exactly."""
        return Fraction(self.text)

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
    def of(cls, name: str, rule: str, filled: str, by_hand: Fraction | None, result: Number) -> Line:
        """Make a line; `by_hand` is what the printed numbers give, None if no fraction can say it."""
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
    sizes
        Neurons of each layer, the inputs first.
    given
        Numbers that the exercise gives, by name: x0, y0, W1_00, b1_0, eta, ...
    sums, activations
        Forward pass: z and a of all neurons.
    cost
        The cost before the step.
    wishes, slopes, deltas
        Backward pass: dC/da, da/dz and delta of all neurons, output layer first.
    parameters
        What is updated, output layer first: the weights, and the biases if they are.
    sums_after, activations_after, cost_after
        The forward pass once more.
    course
        The cost after 0, 1, 2, ... updates, the first of them.
    """

    sizes: tuple[int, ...]
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


def worksheet(arrays: Arrays, network: Described) -> Worksheet:
    """Make the sheet of the first step that a trace's `worked/` group records of a network, by a cost of squares."""
    page = _Page(arrays, network)
    forward = [(l, j) for l in page.layers for j in range(network.sizes[l])]
    back = [(l, j) for l in reversed(page.layers) for j in range(network.sizes[l])]
    first = arrays["worked/steps"][:COURSE]
    return Worksheet(
        sizes=tuple(network.sizes),
        given=page.given(),
        sums=tuple(page.sum(0, l, j) for l, j in forward),
        activations=tuple(page.activation(0, l, j) for l, j in forward),
        cost=page.cost(0),
        wishes=tuple(page.wish(l, j) for l, j in back),
        slopes=tuple(page.slope(l, j) for l, j in back),
        deltas=tuple(page.delta(l, j) for l, j in back),
        parameters=tuple(page.parameters()),
        sums_after=tuple(page.sum(1, l, j) for l, j in forward),
        activations_after=tuple(page.activation(1, l, j) for l, j in forward),
        cost_after=page.cost(1),
        course=tuple(page.number("C", t) for t in range(len(first))),
    )


class _Page:
    """Makes the lines; layers count from 1 here, neurons from 0, as everywhere."""

    def __init__(self, arrays: Arrays, network: Described) -> None:
        self.arrays, self.network, self.L = arrays, network, network.L
        self.layers, self.cost_traits = range(1, network.L + 1), network.judge

    def neurons(self, l: int) -> range:
        """Return the neurons of a layer, 0 for the inputs."""
        return range(self.network.sizes[l])

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
        numbers |= {f"x{k}": self.x(k) for k in self.neurons(0)} | {f"y{j}": self.y(j) for j in self.neurons(self.L)}
        for l, j in ((m, j) for m in self.layers for j in self.neurons(m)):
            numbers[f"b{l}_{j}"] = self.parameter("b", 0, l, j)
            numbers |= {f"W{l}_{j}{k}": self.parameter("W", 0, l, j, k) for k in self.neurons(l - 1)}
        return numbers

    def x(self, k: int) -> Number:
        return self.number("x", k, given=True)

    def y(self, j: int) -> Number:
        return self.number("y", j, given=True)

    def parameter(self, kind: str, t: int, l: int, *place: int) -> Number:
        return self.number(f"{kind}{l}", t, *place, given=t == 0 or (kind == "b" and not self.network.trains_biases))

    def of_neuron(self, name: str, l: int, j: int, t: int = 0) -> Number:
        return self.number(f"{name}{l}", t, j)

    def before(self, t: int, l: int, k: int) -> tuple[str, Number]:
        """Return name and value of what neuron k of layer l - 1 gives."""
        return (f"x_{k}", self.x(k)) if l == 1 else (_at("a", 1, k), self.of_neuron("a", 1, k, t))

    def sum(self, t: int, l: int, j: int) -> Line:
        """Make the line z = w a + w a + b."""
        before = self.neurons(l - 1)
        w = [self.parameter("W", t, l, j, k) for k in before]
        a = [self.before(t, l, k) for k in before]
        b = self.parameter("b", t, l, j)
        rule = [f"{_at('w', l, f'{j}{k}')} {a[k][0]}" for k in before]
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
        by_hand = _straight(self.network.activation(l), z.value)
        return Line.of(
            _at("a", l, j), f"sigma({_at('z', l, j)})", f"sigma({z.text})", by_hand, self.of_neuron("a", l, j, t)
        )

    def cost(self, t: int) -> Line:
        """Make the line C = sum of (a - y)^2, or half or the mean of it."""
        outputs, L = self.neurons(self.L), self.L
        pairs = [(self.of_neuron("a", L, j, t), self.y(j)) for j in outputs]
        share = Fraction(self.cost_traits.share(len(outputs))).limit_denominator(SHARES)
        rule = " + ".join(f"({_at('a', L, j)} - y_{j})^2" for j in outputs)
        filled = " + ".join(f"({a.text} - {y.factor})^2" for a, y in pairs)
        if share != 1:
            if len(outputs) > 1:
                rule, filled = f"({rule})", f"({filled})"
            rule, filled = f"{share} {rule}", f"{share} dot {filled}"
        by_hand = share * sum(((a.value - y.value) ** 2 for a, y in pairs), Fraction(0))
        return Line.of("C", rule, filled, by_hand, self.number("C", t))

    def wish(self, l: int, j: int) -> Line:
        """Make the line of dC/da: the slope of the cost, or what the layer after hands back."""
        name, result = f"partial C \\/ partial {_at('a', l, j)}", self.of_neuron("dC_da", l, j)
        if l == self.L:
            a, y = self.of_neuron("a", l, j), self.y(j)
            rule, filled = f"({_at('a', l, j)} - y_{j})", f"({a.text} - {y.factor})"
            factor = Fraction(self.cost_traits.factor(self.network.sizes[l])).limit_denominator(SHARES)
            if factor != 1:
                rule, filled = f"{factor} {rule}", f"{factor} dot {filled}"
            return Line.of(name, rule, filled, factor * (a.value - y.value), result)
        above = self.neurons(l + 1)
        w = [self.parameter("W", 0, l + 1, i, j) for i in above]
        delta = [self.of_neuron("delta", l + 1, i) for i in above]
        return Line.of(
            name,
            " + ".join(f"{_at('w', l + 1, f'{i}{j}')} {_at('delta', l + 1, i)}" for i in above),
            " + ".join(f"{one.factor} dot {other.factor}" for one, other in zip(w, delta, strict=True)),
            sum((one.value * other.value for one, other in zip(w, delta, strict=True)), Fraction(0)),
            result,
        )

    def slope(self, l: int, j: int) -> Line:
        """Make the line of da/dz: of the sigmoid a (1 - a)."""
        a, z, traits = self.of_neuron("a", l, j), self.of_neuron("z", l, j), self.network.activation(l)
        _, slope = function_on_paper(traits.name)
        by_hand = {"sigmoid": a.value * (1 - a.value), "tanh": 1 - a.value**2}.get(traits.name)
        if traits.straight:
            by_hand = _straight(traits, Fraction(1 if z.value > 0 or traits.linear else -1))
            by_hand = abs(by_hand) if by_hand is not None else None
        filled = slope.replace("a_j (", f"{a.text} dot (").replace("a_j", a.factor)
        filled = filled.replace("(z_j)", f"({z.text})").replace("z_j", z.factor)
        rule = slope.replace("a_j", _at("a", l, j)).replace("z_j", _at("z", l, j))
        return Line.of(f"sigma'({_at('z', l, j)})", rule, filled, by_hand, self.of_neuron("da_dz", l, j))

    def delta(self, l: int, j: int) -> Line:
        """Make the line delta = da/dz dC/da."""
        slope, wish = self.of_neuron("da_dz", l, j), self.of_neuron("dC_da", l, j)
        return Line.of(
            _at("delta", l, j),
            f"sigma'({_at('z', l, j)}) thin partial C \\/ partial {_at('a', l, j)}",
            f"{slope.factor} dot {wish.factor}",
            slope.value * wish.value,
            self.of_neuron("delta", l, j),
        )

    def parameters(self) -> Iterable[Parameter]:
        """Return all that is updated, output layer first, each neuron's weights before its bias."""
        for l in reversed(self.layers):
            for j in self.neurons(l):
                yield from (self.learned("W", l, j, k) for k in self.neurons(l - 1))
                if self.network.trains_biases:
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


def _straight(traits: ActivationTraits, z: Fraction) -> Fraction | None:
    """Compute what an activation of straight pieces gives of a sum, exactly; None for a curve."""
    if not traits.straight:
        return None
    return z if traits.linear or z > 0 else z * Fraction(str(traits.leak))


def _at(symbol: str, l: int, place: int | str) -> str:
    """Return Typst mathematics of a symbol of layer l with a place below it."""
    return f"{symbol}_({place})^(({l}))"
