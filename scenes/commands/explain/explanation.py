"""One weight taken apart, said in text: as lines for a terminal, as data for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from netsim import Network, Trace
from netsim.anatomy.taking_apart import TakenApart, take_apart
from scenes.formulas.rules_of_outputs import rule_of, slopes_of
from scenes.formulas.vocabulary import text_of
from scenes.parts.calculus.paths import Factor, Place, factors_along, neuron_facts, route, weight_symbol
from scenes.words.messages import Messages

#: A line of text in pieces, each with the role of its colour.
Line = tuple[tuple[str, str], ...]

EMPTY: Line = ()


@dataclass(frozen=True)
class Explanation:
    """What one weight does to the cost of one example, at one recorded moment.

    Attributes
    ----------
    trace, t, e
        The record, the place of the moment among its steps, the place of the example.
    apart
        The weight taken apart there.
    words
        The messages that say what neurons and factors are.
    worked
        Whether it is of the worked example, whose trace has this one example.
    """

    trace: Trace
    t: int
    e: int
    apart: TakenApart
    words: Messages
    worked: bool = False

    @classmethod
    def of(
        cls, trace: Trace, t: int, e: int, place: Place, epsilon: float, words: Messages, worked: bool = False
    ) -> Explanation:
        """Take a weight (l, j, k) or a bias (l, j, None) apart at a recorded moment t, for a followed example e."""
        layers = range(1, trace.L + 1)
        W, b = {l: trace[f"W{l}"][t] for l in layers}, {l: trace[f"b{l}"][t] for l in layers}
        network = Network(W, b, trace.hidden, trace.output, trace.cost_name)
        return cls(trace, t, e, take_apart(network, trace["x"][e], trace["y"][e], *place, epsilon), words, worked)

    @property
    def name(self) -> str:
        """The weight's name, such as W3[2,7], or the bias's, such as b3[2]."""
        l, j, k = self.apart.place
        return ("worked:" if self.worked else "") + (f"b{l}[{j}]" if k is None else f"W{l}[{j},{k}]")

    @property
    def value(self) -> float:
        """The weight itself."""
        l, j, k = self.apart.place
        return float(self.trace[f"b{l}"][self.t, j] if k is None else self.trace[f"W{l}"][self.t, j, k])

    @property
    def _label(self) -> str:
        """The example's class; that of the worked example has none."""
        classes = [] if self.worked else self.trace.classes
        return classes[self.trace.label(self.e)] if classes else ""

    def data(self) -> dict[str, Any]:
        """Return everything in full precision, with keys that stay."""
        trace, apart = self.trace, self.apart
        l, j, k = apart.place
        return {
            "weight": {"name": self.name, "layer": l, "to": j, "from": k, "value": self.value},
            "network": {"sizes": trace.sizes, "hidden": trace.hidden, "output": trace.output, "cost": trace.cost_name},
            "step": int(trace.steps[self.t]),
            "example": {"index": self.e, "label": self._label},
            "C": apart.C,
            "dC_dw": apart.dC_dw,
            "paths": {
                "many": apart.many,
                "largest": [self._path_data(i) for i in range(len(apart.neurons))],
                "rest": {"many": apart.many - len(apart.neurons), "sum": apart.rest},
            },
            "nudge": {
                "epsilon": apart.epsilon,
                "predicted_change": apart.predicted_change,
                "measured_change": apart.measured_change,
            },
        }

    def lines(self) -> list[Line]:
        """Return what a person reads: the derivative, its factors, its paths, a nudge of it, and the rules."""
        sections = [self._heading(), self._chain(), self._paths(), self._nudge(), self._rules()]
        return [line for section in sections if section for line in (EMPTY, *section)][1:]

    def _path_data(self, i: int) -> dict[str, Any]:
        named = zip(self._factors(i), self.apart.factors[i], strict=True)
        return {
            "neurons": [int(n) for n in self.apart.neurons[i]],
            "factors": [{"symbol": f.text, "meaning": self._meaning(f), "value": float(value)} for f, value in named],
            "product": float(self.apart.products[i]),
        }

    def _factors(self, i: int) -> tuple[Factor, ...]:
        return factors_along(self.trace, self.apart.place, [int(n) for n in self.apart.neurons[i]])

    def _heading(self) -> list[Line]:
        trace, (l, j, k) = self.trace, self.apart.place
        updates = int(trace.steps[self.t])
        ends = " is the bias of " if k is None else f" leads from {self._neuron(l - 1, k)} to "
        network = f"{self._neuron(l, j)} of {'-'.join(map(str, trace.sizes))}; it is {number(self.value)}."
        example = "" if self.worked else f", for example {self.e}{f' ({self._label})' if self._label else ''},"
        when = f"After {updates:,} update{'' if updates == 1 else 's'}{example} the cost is "
        derivative = f"∂C_0/∂{weight_symbol((l, j, k))[1]}"
        return [
            ((self.name, "focus"), (ends + network, "ink")),
            ((when, "ink"), (f"C_0 ≈ {number(self.apart.C)}", "cost"), (".", "ink")),
            EMPTY,
            (("  ", "ink"), (f"{derivative} ≈ {number(self.apart.dC_dw)}", "cost")),
        ]

    def _chain(self) -> list[Line]:
        """Tell the factors of the largest path."""
        apart, factors = self.apart, self._factors(0)
        which = "The largest" if apart.products.any() else "One"
        head = "Factor by factor" if apart.many == 1 else f"{which} of its {apart.many:,} paths, factor by factor"
        rows = [(f.text, number(v), self._meaning(f)) for f, v in zip(factors, apart.factors[0], strict=True)]
        roles = ["ink"] * (len(rows) - 1) + ["cost", "cost"]
        lines = _table([*rows, ("product", number(float(apart.products[0])), "")], roles)
        if apart.factors[0, 0] == 0:
            lines.append(self._idle("carries_nothing"))
        elif apart.factors[0, 1] == 0:
            lines.append(self._idle("flat"))
        return [((head, "ink"),), *lines]

    def _idle(self, state: str) -> Line:
        return (("  " + self.words.say("weight-idle", {"state": state}), "dim"),)

    def _meaning(self, factor: Factor) -> str:
        return factor.meaning(self.words)

    def _neuron(self, l: int, j: int) -> str:
        return self.words.say("neuron-named", neuron_facts(self.trace, l, j))

    def _paths(self) -> list[Line]:
        """Tell what each path adds, largest first; nothing if there is but one."""
        apart = self.apart
        if apart.many == 1:
            return []
        routes: list[str] = [
            route(self.trace, apart.place, [int(n) for n in path], self.words) for path in apart.neurons
        ]
        rows = [(f"{i}", number(float(p)), r) for i, (p, r) in enumerate(zip(apart.products, routes, strict=True), 1)]
        others = apart.many - len(rows)
        if others:
            rows.append((f"{others:,} other{'' if others == 1 else 's'}", number(apart.rest), ""))
        rows.append((f"all {apart.many:,}", number(apart.dC_dw), ""))
        return [
            (("The paths, largest first, and what each adds", "ink"),),
            *_table(rows, ["ink"] * (len(rows) - 1) + ["cost"]),
        ]

    def _nudge(self) -> list[Line]:
        apart = self.apart
        rows = [("predicted", number(apart.predicted_change), ""), ("measured", number(apart.measured_change), "")]
        head = f"A nudge of {number(apart.epsilon)} changes the cost by"
        return [((head, "ink"),), *_table(rows, ["cost", "cost"])]

    def _rules(self) -> list[Line]:
        trace, (l, _, k) = self.trace, self.apart.place
        stated = rule_of("chain_with_indices", trace) if l == trace.L else "weight_paths"
        names = ("dC_db" if k is None else stated, *slopes_of(trace, l))
        return [(("The rules", "ink"),), *((("  " + text_of(name), "dim"),) for name in names)]


def number(value: float) -> str:
    """Write a number to four digits that say something, with a true minus sign; shorter if that is exact."""
    short = f"{value + 0.0:.4g}"
    return (short if float(short) == value else f"{value:#.4g}").replace("-", "−")


def _table(rows: Iterable[Sequence[str]], roles: Sequence[str]) -> list[Line]:
    """Set rows of name, number and remark in columns; each number has the colour of its row."""
    rows = [(name, value if value.startswith("−") else f" {value}", remark) for name, value, remark in rows]
    names, numbers = (max(len(row[i]) for row in rows) for i in (0, 1))
    return [
        (
            (f"  {name:<{names}}  ", "ink"),
            (f"{value:<{numbers}}" if remark else value, role),
            (f"  {remark}".rstrip(), "dim"),
        )
        for (name, value, remark), role in zip(rows, roles, strict=True)
    ]
