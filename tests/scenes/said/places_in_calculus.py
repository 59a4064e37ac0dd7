"""Where in a trace each fact of the chapter Calculus must stand, said a second time and independently of the scenes."""

import numpy as np

from netsim import Trace
from tests.scenes.said.audit import Place


def told_of(t: Trace) -> tuple[int, int]:
    """The weight of the last layer that is told of: (j, k)."""
    if t.has("explained") and t.header["recipe"].get("record", {}).get("weight"):
        _, _, l, j, k = map(int, t["explained/place"])
        if l == t.L:
            return j, k
    delta, before = t[f"delta{t.L}"][0, 0], np.abs(t[f"delta{t.L - 1}"][0, 0])
    j = t.own_output(0) if delta[t.own_output(0)] else int(np.argmax(np.abs(delta)))
    strongest = np.where(before == before.max(), np.abs(t[f"a{t.L - 1}"][0, 0]), -1)
    return j, int(np.argmax(strongest))


def taken(t: Trace) -> tuple[int, int, int]:
    """The weight that is taken apart: (l, j, k)."""
    l, j, k = map(int, t["explained/place"][2:])
    return l, j, k


PLACES: dict[str, dict[str, Place]] = {
    "SmallestNetwork": {
        "out": lambda t: ("chain/a", -1),
        "y": lambda t: ("chain/y",),
        "far": lambda t: ("figure/turned_by",),
    },
    "SmallNudge": {
        "nudge": lambda t: ("threads/nudge", 4),
        "smaller": lambda t: ("figure/smaller_by",),
        "epsilon": lambda t: ("chain/epsilon", t["chain/epsilon"].tolist().index(0.01)),
        "predicted": lambda t: ("chain/dC_dw",),
        "measured": lambda t: ("chain/measured_dC_dw", t["chain/epsilon"].tolist().index(0.01)),
    },
    "AverageAndVector": {
        "examples": lambda t: ("figure/examples_through_chain",),
        "here": lambda t: ("figure/parameters_of_chain",),
        "count": lambda t: ("figure/parameters",),
        "updates": lambda t: ("several/steps", int(t["several/at"])),
        "out": lambda t: ("several/a", 0, 0, 3),
    },
    "BackAnotherLayer": {
        "layers": lambda t: ("figure/layers_of_chain",),
    },
    "ManyNeurons": {
        "before": lambda t: ("figure/neurons_of", t.L - 1),
    },
    "WithIndices": {
        "k": lambda t: ("figure/neuron", t.L - 1, told_of(t)[1]),
        "output": lambda t: ("classes", told_of(t)[0]),
        "derivative": lambda t: (f"one/dC_dW{t.L}", *told_of(t)),
    },
    "WorkedExample": {
        "first": lambda t: ("figure/first_updates",),
        "C": lambda t: ("worked/C", 0),
        "end": lambda t: ("worked/C", -1),
        "updates": lambda t: ("figure/updates_of_worked",),
        "eta": lambda t: ("worked/eta",),
        "usual": lambda t: ("rates/eta", 0),
        "quick": lambda t: ("rates/eta", 1),
        "large": lambda t: ("rates/eta", 2),
        "measured": lambda t: ("worked/measured_dC_dw",),
        "epsilon": lambda t: ("worked/epsilon",),
    },
    "SymbolBySymbol": {
        "count": lambda t: ("figure/parameters",),
    },
    "Explained": {
        "neuron": lambda t: ("figure/neuron", taken(t)[0] - 1, taken(t)[2]),
        "input": lambda t: ("features", taken(t)[2]),
        "layer": lambda t: ("figure/layer", taken(t)[0] - 1),
        "row": lambda t: ("figure/pixel_row", taken(t)[2]),
        "column": lambda t: ("figure/pixel_column", taken(t)[2]),
        "to": lambda t: ("figure/neuron", *taken(t)[:2]),
        "to_layer": lambda t: ("figure/layer", taken(t)[0]),
        "to_class": lambda t: ("classes", taken(t)[1]),
        "many": lambda t: ("explained/many",),
        "others": lambda t: ("figure/other_paths",),
    },
    "ReverseMode": {
        "passes": lambda t: ("figure/passes_back",),
        "time": lambda t: ("figure/time_one_by_one",),
    },
}
