"""Where in a trace each fact of the chapter Descent must stand, said a second time and independently of the scenes."""

import numpy as np

from netsim import Trace
from tests.scenes.said.audit import Place


def brightest(t: Trace, at: int, besides_label: bool = False) -> int:
    """The output with the largest activation for the star, perhaps the label's left aside."""
    outputs = t[f"a{t.L}"][at, 0].copy()
    if besides_label:
        outputs[t.label(0)] = -np.inf
    return int(outputs.argmax())


PLACES: dict[str, dict[str, Place]] = {
    "TheNetwork": {
        **{f"neurons_{l}": lambda t, l=l: ("figure/neurons_of", l) for l in range(1, 7)},  # type: ignore[misc]
        "hidden": lambda t: ("figure/hidden_layers",),
        "updates": lambda t: ("steps", -1),
        "brightest": lambda t: ("classes", brightest(t, -1)),
        "a_brightest": lambda t: (f"a{t.L}", -1, 0, brightest(t, -1)),
    },
    "OneNeuron": {},
    "EveryDial": {
        "hidden": lambda t: ("figure/hidden_layers",),
        "weights": lambda t: ("figure/weights",),
        "biases": lambda t: ("figure/biases",),
        "count": lambda t: ("figure/parameters",),
    },
    "LabelledExamples": {
        "examples": lambda t: ("data/examples",),
        "unseen": lambda t: ("data/unseen",),
    },
    "StartsWithNoise": {
        "updates": lambda t: ("steps", 0),
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.label(0)),
        "loudest": lambda t: ("classes", brightest(t, 0, besides_label=True)),
        "a_loudest": lambda t: (f"a{t.L}", 0, 0, brightest(t, 0, besides_label=True)),
    },
}
