"""How the factors of a path from a weight to the cost are called: their symbols with numbers in, and what they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from netsim import Trace
from netsim.figures.calculus.explained import (
    agreement_of_explained,
    other_paths,
    state_of_explained,
    told_path,
    way_of_explained,
)
from netsim.figures.calculus.neurons import kind_of_neuron, layer, neuron, pixel_column, pixel_row
from scenes.words.messages import Messages
from scenes.words.numbers import Fact
from scenes.words.sentence import Sentence, input_name, joined, output_name

Place = tuple[int, int, int | None]  # of a weight; of a bias without the neuron that it comes from


@dataclass(frozen=True)
class Factor:
    """One factor of a path.

    Attributes
    ----------
    source, text
        Its symbol, as Typst mathematics and in plain text.
    layer
        Where it stands: the layer 0..L of its neuron, for a weight the one that it leads into.
    neurons
        Its neuron, or the two that it leads to and from.
    name
        Which message says what it is: ``bias``, ``before``, ``weight``, ``slope``, ``shared`` or ``cost``.
    facts
        What that message names.
    function
        The activation that it is the slope of, if it is one.
    """

    source: str
    text: str
    layer: int
    neurons: tuple[int, ...]
    name: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    function: str = ""

    @property
    def role(self) -> str:
        """The role of its colour: the cost's own for the derivative of the cost."""
        return "cost" if self.name == "cost" else "ink"

    @property
    def is_weight(self) -> bool:
        """Whether it is a weight on the way."""
        return self.name == "weight"

    def meaning(self, words: Messages) -> Sentence:
        """Return what it is, with its neurons by name."""
        return self._said(words, "")

    def kind(self, words: Messages) -> Sentence:
        """Return what of its kind is, in fewer words."""
        return self._said(words, "kind")

    def _said(self, words: Messages, attribute: str) -> Sentence:
        facts = dict(self.facts)
        if self.function:
            facts["function"] = words.say(f"activation-{self.function}", {})
            facts["curve"] = words.say(f"activation-{self.function}", {}, "the")
        return words.say(f"factor-{self.name}", facts, attribute)


def factors_along(trace: Trace, place: Place, neurons: Sequence[int]) -> tuple[Factor, ...]:
    """Name the factors of a path from a weight (l, j, k) or a bias (l, j, None), in the order of the way.

    Parameters
    ----------
    neurons
        Those of the layers l..L that it runs through; of shared outputs also the one in whose activation it ends.
    """
    l, j, k = place
    L, last = trace.L, neurons[-1]
    named = [Factor("1", "1", l, (j,), "bias") if k is None else _before(trace, l - 1, k)]
    for m, j in enumerate(neurons[: L - l + 1], start=l):
        if m > l:
            named.append(_weight(trace, m, j, neurons[m - 1 - l]))
        named.append(_across(trace, last, j) if trace.activation(m).couples else _slope(trace, m, j))
    source, text = f"partial C_0 \\/ partial a_({last})^(({L}))", f"∂C_0/∂a_{last}^({L})"
    return (*named, Factor(source, text, L, (last,), "cost", neuron_facts(trace, L, last)))


def route(
    trace: Trace, place: Place, neurons: Sequence[int], words: Messages, between: str = " → ", letters: int = 30
) -> Sentence:
    """Return the neurons that a path runs through, by number; the output by its class, cut after some letters.

    Of shared outputs the one whose sum it runs through is said too, and the one in whose activation it ends.
    """
    l, hidden = place[0], trace.L - place[0]
    numbers = [neuron(trace, l + m, j) for m, j in enumerate(neurons[:hidden])]
    outputs = [output_name(trace, j, letters) for j in neurons[hidden:]]
    if len(outputs) == 1:
        return joined([*numbers, *outputs], between)
    ends = zip(("path-sum", "path-activation"), outputs, strict=True)
    return joined([*numbers, *[words.say(name, {"class": output}) for name, output in ends]], between)


def place_of(trace: Trace) -> tuple[int, int, int]:
    """Return the weight (l, j, k) of the exhibit explained."""
    l, j, k = (int(i) for i in trace["explained/place"][2:])
    return l, j, k


def facts_of_paths(trace: Trace) -> dict[str, Fact]:
    """Return what is said of the weight of the exhibit explained: its ends, its paths, what they add, its nudge."""
    l, j, k = place_of(trace)
    to_class: dict[str, Fact] = {"to_class": output_name(trace, j)} if l == trace.L else {}
    return {
        **neuron_facts(trace, l - 1, k),
        **to_class,
        "to_kind": kind_of_neuron(trace, l),
        "to": neuron(trace, l, j),
        "to_layer": layer(trace, l),
        "path": told_path(trace),
        "many": trace.reading("explained/many"),
        "others": other_paths(trace),
        "way": way_of_explained(trace),
        "state": state_of_explained(trace),
        "agreement": agreement_of_explained(trace),
    }


def weight_symbol(place: Place) -> tuple[str, str]:
    """Return the symbol of a weight, as Typst mathematics and in plain text."""
    l, j, k = place
    if k is None:
        return f"b_({j})^(({l}))", f"b_{j}^({l})"
    return f"w_({j},{k})^(({l}))", f"w_{j},{k}^({l})"


def neuron_facts(trace: Trace, l: int, j: int) -> dict[str, Fact]:
    """Return what the message ``neuron-named`` says of a neuron: an input by name or place, an output by class."""
    facts: dict[str, Fact] = {
        "neuron_kind": kind_of_neuron(trace, l),
        "neuron": neuron(trace, l, j),
        "layer": layer(trace, l),
    }
    if l == 0:
        facts |= {"row": pixel_row(trace, j), "column": pixel_column(trace, j)}
    if l == 0 and trace.features:
        facts["input"] = input_name(trace, j)
    return facts | ({"class": output_name(trace, j)} if l == trace.L else {})


def _before(trace: Trace, l: int, k: int) -> Factor:
    return Factor(f"a_({k})^(({l}))", f"a_{k}^({l})", l, (k,), "before", neuron_facts(trace, l, k))


def _slope(trace: Trace, l: int, j: int) -> Factor:
    source, text = f"sigma'\\(z_({j})^(({l}))\\)", f"σ'(z_{j}^({l}))"
    return Factor(source, text, l, (j,), "slope", neuron_facts(trace, l, j), trace.activation(l).name)


def _weight(trace: Trace, l: int, j: int, k: int) -> Factor:
    return Factor(*weight_symbol((l, j, k)), l, (j, k), "weight", neuron_facts(trace, l, j))


def _across(trace: Trace, i: int, j: int) -> Factor:
    L = trace.L
    facts = neuron_facts(trace, L, i) | {"own": "yes" if i == j else "no", "other": output_name(trace, j)}
    source, text = f"partial a_({i})^(({L})) \\/ partial z_({j})^(({L}))", f"∂a_{i}^({L})/∂z_{j}^({L})"
    return Factor(source, text, L, (i, j), "shared", facts, trace.activation(L).name)
