"""Where in a trace each fact of the chapter Nudges must stand, said a second time and independently of the scenes."""

import numpy as np

from netsim import Trace
from tests.scenes.said.audit import Place


def loudest_other(t: Trace) -> int:
    """The output with the largest activation, the label's left aside."""
    outputs = t[f"a{t.L}"][0, 0].copy()
    outputs[t.label(0)] = -np.inf
    return int(outputs.argmax())


def by_wish(t: Trace) -> list[int]:
    """The outputs by the size of their wishes, largest first."""
    return [int(j) for j in np.argsort(-np.abs(t[f"dC_da{t.L}"][0, 0]), kind="stable")]


PLACES: dict[str, dict[str, Place]] = {
    "OutputNudges": {
        "updates": lambda t: ("steps", 0),
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.label(0)),
        "loudest": lambda t: ("classes", loudest_other(t)),
        "a_loudest": lambda t: (f"a{t.L}", 0, 0, loudest_other(t)),
        "wish": lambda t: (f"-dC_da{t.L}", 0, 0, t.label(0)),
        "most": lambda t: ("classes", by_wish(t)[0]),
        "least": lambda t: ("classes", by_wish(t)[-1]),
    },
    "ThreeLevers": {
        "a_label": lambda t: (f"a{t.L}", 0, 0, t.label(0)),
        "y_label": lambda t: ("y", 0, t.label(0)),
        "by_bias": lambda t: ("-levers/dC_db",),
        "by_weights": lambda t: ("-levers/dC_dw",),
        "by_activations": lambda t: ("-levers/dC_da",),
    },
}
