"""The way back on the sheet: wishes, slopes, deltas, and what each parameter becomes."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scenes.stage.rehearsing.stated_values import function_on_paper
from scenes.studio.print.worksheet.forward import SHARES, straight
from scenes.studio.print.worksheet.lines import Line, Parameter, at
from scenes.studio.print.worksheet.printed import Printed


def wish_line(page: Printed, l: int, j: int) -> Line:
    """Make the line of dC/da: the slope of the cost, or what the layer after hands back."""
    name, result = f"partial C \\/ partial {at('a', l, j)}", page.of_neuron("dC_da", l, j)
    if l == page.L:
        a, y = page.of_neuron("a", l, j), page.y(j)
        rule, filled = f"({at('a', l, j)} - y_{j})", f"({a.text} - {y.factor})"
        factor = Fraction(page.cost_traits.factor(page.network.sizes[l])).limit_denominator(SHARES)
        if factor != 1:
            rule, filled = f"{factor} {rule}", f"{factor} dot {filled}"
        return Line.of(name, rule, filled, factor * (a.value - y.value), result)
    above = page.neurons(l + 1)
    w = [page.parameter("W", 0, l + 1, i, j) for i in above]
    delta = [page.of_neuron("delta", l + 1, i) for i in above]
    return Line.of(
        name,
        " + ".join(f"{at('w', l + 1, f'{i}{j}')} {at('delta', l + 1, i)}" for i in above),
        " + ".join(f"{one.factor} dot {other.factor}" for one, other in zip(w, delta, strict=True)),
        sum((one.value * other.value for one, other in zip(w, delta, strict=True)), Fraction(0)),
        result,
    )


def slope_line(page: Printed, l: int, j: int) -> Line:
    """Make the line of da/dz: of the sigmoid a (1 - a)."""
    a, z, traits = page.of_neuron("a", l, j), page.of_neuron("z", l, j), page.network.activation(l)
    _, slope = function_on_paper(traits.name, page.words)
    by_hand = {"sigmoid": a.value * (1 - a.value), "tanh": 1 - a.value**2}.get(traits.name)
    if traits.straight:
        by_hand = straight(traits, Fraction(1 if z.value > 0 or traits.linear else -1))
        by_hand = abs(by_hand) if by_hand is not None else None
    filled = slope.replace("a_j (", f"{a.text} dot (").replace("a_j", a.factor)
    filled = filled.replace("(z_j)", f"({z.text})").replace("z_j", z.factor)
    rule = slope.replace("a_j", at("a", l, j)).replace("z_j", at("z", l, j))
    return Line.of(f"sigma'({at('z', l, j)})", rule, filled, by_hand, page.of_neuron("da_dz", l, j))


def delta_line(page: Printed, l: int, j: int) -> Line:
    """Make the line delta = da/dz dC/da."""
    slope, wish = page.of_neuron("da_dz", l, j), page.of_neuron("dC_da", l, j)
    return Line.of(
        at("delta", l, j),
        f"sigma'({at('z', l, j)}) thin partial C \\/ partial {at('a', l, j)}",
        f"{slope.factor} dot {wish.factor}",
        slope.value * wish.value,
        page.of_neuron("delta", l, j),
    )


def parameters(page: Printed) -> Iterable[Parameter]:
    """Return all that is updated, output layer first, each neuron's weights before its bias."""
    for l in reversed(page.layers):
        for j in page.neurons(l):
            yield from (learned(page, "W", l, j, k) for k in page.neurons(l - 1))
            if page.network.trains_biases:
                yield learned(page, "b", l, j)


def learned(page: Printed, kind: str, l: int, j: int, *k: int) -> Parameter:
    """Return a weight's or a bias's derivative and update."""
    delta, name = page.of_neuron("delta", l, j), at(kind.lower(), l, "".join(map(str, (j, *k))))
    now, after = (page.parameter(kind, t, l, j, *k) for t in (0, 1))
    slope = page.number(f"dC_d{kind}{l}", 0, j, *k)
    rule, filled, by_hand = at("delta", l, j), delta.text, delta.value
    for i in k:
        what, value = page.before(0, l, i)
        rule, filled, by_hand = f"{rule} {what}", f"{delta.factor} dot {value.factor}", by_hand * value.value
    eta = page.number("eta", given=True)
    step = f"{name} - eta partial C \\/ partial {name}"
    put_in = f"{now.text} - {eta.text} dot {slope.factor}"
    return Parameter(
        now,
        Line.of(f"partial C \\/ partial {name}", rule, filled, by_hand, slope),
        Line.of(name, step, put_in, now.value - eta.value * slope.value, after),
    )
