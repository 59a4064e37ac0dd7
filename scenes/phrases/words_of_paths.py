"""How the factors of a path from a weight to the cost are called: their symbols with numbers in, and their meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netsim import Trace
from scenes.parts.selection import on_stage

Place = tuple[int, int, int | None]  # of a weight; of a bias without the neuron that it comes from

CARRIED, WEIGHT, COST = "what it carries", "the next weight", "how the cost answers"
ALMOST = 0.05  # of what was foretold: as far as that may be measured differently and is still said to agree

#: How the slope of an activation is spoken of.
CURVES = {"sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU", "identity": "line"}


@dataclass(frozen=True)
class Factor:
    """One factor of a path.

    Attributes
    ----------
    source, text
        Its symbol, as Typst mathematics and in plain text.
    meaning, kind
        What it is, in a few words; what of its kind is, in fewer.
    layer
        Where it stands: the layer 0..L of its neuron, for a weight the one that it leads into.
    neurons
        Its neuron, or the two that it leads to and from.
    """

    source: str
    text: str
    meaning: str
    kind: str
    layer: int
    neurons: tuple[int, ...]

    @property
    def role(self) -> str:
        """The role of its colour: the cost's own for the derivative of the cost."""
        return "cost" if self.kind == COST else "ink"

    @property
    def is_weight(self) -> bool:
        """Whether it is a weight on the way."""
        return self.kind == WEIGHT


def factors_along(trace: Trace, place: Place, neurons: Sequence[int]) -> tuple[Factor, ...]:
    """Name the factors of a path from a weight (l, j, k) or a bias (l, j, None), in the order of the way.

    Parameters
    ----------
    neurons
        Those of the layers l..L that it runs through; of a softmax also the output in whose activation it ends.
    """
    l, j, k = place
    L, softmax = trace.L, trace.output == "softmax"
    named = [Factor("1", "1", "a bias counts as it is", CARRIED, l, (j,)) if k is None else _before(trace, l - 1, k)]
    for m, j in enumerate(neurons[: L - l + 1], start=l):
        if m > l:
            named.append(_weight(trace, m, j, neurons[m - 1 - l]))
        named.append(_across(trace, neurons[-1], j) if softmax and m == L else _slope(trace, m, j))
    return (*named, _cost(trace, neurons[-1]))


def route(trace: Trace, place: Place, neurons: Sequence[int], between: str = " → ", letters: int = 30) -> str:
    """Return the neurons that a path runs through, by number; the output by its class, cut after some letters.

    With a softmax it is said at the end whose sum it runs through, and in whose activation it ends.
    """
    l = place[0]
    numbers = [str(j) for j in neurons[: trace.L - l]]
    outputs = [on_stage(trace.classes[j], letters) for j in neurons[trace.L - l :]]
    if len(outputs) > 1:
        outputs = [f"{sign} {name}" for sign, name in zip("za", outputs, strict=True)]
    return between.join([*numbers, *outputs])


def place_of(trace: Trace) -> tuple[int, int, int]:
    """Return the weight (l, j, k) of the exhibit explained."""
    l, j, k = (int(i) for i in trace["explained/place"][2:])
    return l, j, k


def facts_of_paths(trace: Trace) -> dict[str, str]:
    """Return what captions say of the weight of the exhibit explained."""
    l, j, k = place_of(trace)
    many, shown = int(trace["explained/many"]), len(trace["explained/products"])
    alive = bool(trace["explained/products"].any())
    way, total = "Its only path to the [cost](cost)", "There is no other path: this product is the derivative."
    if many > 1:
        way = f"{'The largest' if alive else 'One'} of its {many:,} paths to the [cost](cost)"
        total = "Each path adds its product. Together they are the derivative."
    if many > shown:
        others = "the other one" if many - shown == 1 else f"the {many - shown:,} others"
        total = f"Each path adds its product: the largest one by one, {others} together. The sum is the derivative."
    if not trace["explained/factors"][:, 0].any():
        total = "It carries 0, so that every path adds 0."
    elif l < trace.L and not trace["explained/factors"][:, 1].any():
        total = "Its neuron is flat here, so that every path adds 0."
    between = "the slope of its neuron" if l == trace.L else "then slopes and weights in turn"
    if l == trace.L and trace.output == "softmax":
        between = "how an output answers to the weighted sum that it enters"
    return {
        "source": neuron_named(trace, l - 1, k),
        "target": neuron_named(trace, l, j),
        "way": way,
        "factors": f"what it carries, {between}, and how the cost answers",
        "sum": total,
        "nudge": _nudge(trace),
    }


def _nudge(trace: Trace) -> str:
    """Return how well what was measured agrees with what was foretold."""
    predicted, measured = (float(trace[f"explained/{kind}_change"]) for kind in ("predicted", "measured"))
    tried = "Nudge the [weight](focus) and compute the [cost](cost) anew"
    if predicted == measured == 0:
        return f"{tried}: it does not change at all, as foretold."
    if abs(measured - predicted) <= ALMOST * abs(predicted):
        return f"{tried}: it changes almost exactly as foretold."
    return f"{tried}: it changes not quite as foretold, since slopes change on the way."


def weight_symbol(place: Place) -> tuple[str, str]:
    """Return the symbol of a weight, as Typst mathematics and in plain text."""
    l, j, k = place
    if k is None:
        return f"b_({j})^(({l}))", f"b_{j}^({l})"
    return f"w_({j},{k})^(({l}))", f"w_{j},{k}^({l})"


def neuron_named(trace: Trace, l: int, j: int) -> str:
    """Return what a neuron is called: an input, one of a layer, an output by its class."""
    if l == 0 and trace.image_shape:
        row, column = divmod(j, trace.image_shape[1])
        return f"the pixel in row {row}, column {column}"
    if l == 0:
        return f"input {j}"
    return f"output {trace.classes[j]}" if l == trace.L else f"neuron {j} of layer {l}"


def _before(trace: Trace, l: int, k: int) -> Factor:
    meaning = f"{'value' if l == 0 else 'activation'} of {neuron_named(trace, l, k)}"
    return Factor(f"a_({k})^(({l}))", f"a_{k}^({l})", meaning, CARRIED, l, (k,))


def _slope(trace: Trace, l: int, j: int) -> Factor:
    curve = CURVES[trace.output if l == trace.L else trace.hidden]
    meaning = f"slope of the {curve} in {neuron_named(trace, l, j)}"
    return Factor(f"sigma'\\(z_({j})^(({l}))\\)", f"σ'(z_{j}^({l}))", meaning, f"slope of the {curve}", l, (j,))


def _weight(trace: Trace, l: int, j: int, k: int) -> Factor:
    source, text = weight_symbol((l, j, k))
    return Factor(source, text, f"weight on to {neuron_named(trace, l, j)}", WEIGHT, l, (j, k))


def _across(trace: Trace, i: int, j: int) -> Factor:
    L, names = trace.L, trace.classes
    source = f"partial a_({i})^(({L})) \\/ partial z_({j})^(({L}))"
    meaning = f"softmax: output {names[i]}, by the sum of {'its own' if i == j else names[j]}"
    return Factor(source, f"∂a_{i}^({L})/∂z_{j}^({L})", meaning, "softmax", L, (i, j))


def _cost(trace: Trace, j: int) -> Factor:
    L = trace.L
    source, text = f"partial C_0 \\/ partial a_({j})^(({L}))", f"∂C_0/∂a_{j}^({L})"
    return Factor(source, text, f"cost, by output {trace.classes[j]}", COST, L, (j,))
