"""The forward pass on the sheet: sums, activations, and the cost."""

from __future__ import annotations

from fractions import Fraction

from netsim.functions import ActivationTraits
from scenes.studio.print.worksheet.lines import Line, at
from scenes.studio.print.worksheet.printed import Printed

SHARES = 100  # a cost's weight is one of so many parts at most


def sum_line(page: Printed, t: int, l: int, j: int) -> Line:
    """Make the line z = w a + w a + b."""
    before = page.neurons(l - 1)
    w = [page.parameter("W", t, l, j, k) for k in before]
    a = [page.before(t, l, k) for k in before]
    b = page.parameter("b", t, l, j)
    rule = [f"{at('w', l, f'{j}{k}')} {a[k][0]}" for k in before]
    filled = [f"{one.factor} dot {other[1].factor}" for one, other in zip(w, a, strict=True)]
    by_hand = sum((one.value * other[1].value for one, other in zip(w, a, strict=True)), b.value)
    return Line.of(
        at("z", l, j),
        " + ".join([*rule, at("b", l, j)]),
        " + ".join([*filled, b.factor]),
        by_hand,
        page.of_neuron("z", l, j, t),
    )


def activation_line(page: Printed, t: int, l: int, j: int) -> Line:
    """Make the line a = sigma(z)."""
    z = page.of_neuron("z", l, j, t)
    by_hand = straight(page.network.activation(l), z.value)
    return Line.of(at("a", l, j), f"sigma({at('z', l, j)})", f"sigma({z.text})", by_hand, page.of_neuron("a", l, j, t))


def cost_line(page: Printed, t: int) -> Line:
    """Make the line C = sum of (a - y)^2, or half or the mean of it."""
    outputs, L = page.neurons(page.L), page.L
    pairs = [(page.of_neuron("a", L, j, t), page.y(j)) for j in outputs]
    share = Fraction(page.cost_traits.share(len(outputs))).limit_denominator(SHARES)
    rule = " + ".join(f"({at('a', L, j)} - y_{j})^2" for j in outputs)
    filled = " + ".join(f"({a.text} - {y.factor})^2" for a, y in pairs)
    if share != 1:
        if len(outputs) > 1:
            rule, filled = f"({rule})", f"({filled})"
        rule, filled = f"{share} {rule}", f"{share} dot {filled}"
    by_hand = share * sum(((a.value - y.value) ** 2 for a, y in pairs), Fraction(0))
    return Line.of("C", rule, filled, by_hand, page.number("C", t))


def straight(traits: ActivationTraits, z: Fraction) -> Fraction | None:
    """Compute what an activation of straight pieces gives of a sum, exactly; None for a curve."""
    if not traits.straight:
        return None
    return z if traits.linear or z > 0 else z * Fraction(str(traits.leak))
