"""Choices that pictures make from a trace: in what order, and how bright is bright."""

from __future__ import annotations

import numpy as np

from netsim import Reading, Trace
from scenes.mobjects.network import Shape


def ranked(reading: Reading) -> list[int]:
    """Return the places of a one-dimensional reading, largest absolute value first."""
    return [int(i) for i in np.argsort(-np.abs(np.asarray(reading.value)), kind="stable")]


def network_shape(trace: Trace, t: int, e: int) -> Shape:
    """Return the shape of a trace's network, each layer's brightness range from its activations."""
    ranges = {"sigmoid": (0.0, 1.0), "softmax": (0.0, 1.0), "tanh": (-1.0, 1.0)}
    spans = [_span(trace["x"][e])]
    for l in range(1, trace.L + 1):
        kind = trace.output if l == trace.L else trace.hidden
        spans.append(ranges.get(kind) or _span(trace[f"a{l}"][t, e]))
    return Shape(trace.sizes, trace.image_shape, trace.classes, spans)


def activations(trace: Trace, t: int, e: int) -> list[Reading]:
    """Return what each layer 0..L holds of a followed example at a recorded step."""
    layers = [trace.reading(f"a{l}", t, e) for l in range(1, trace.L + 1)]
    return [trace.reading("x", e), *layers]


def _span(values: np.ndarray) -> tuple[float, float]:
    """Return a brightness range that holds all values and the usual 0 to 1."""
    return min(0.0, float(values.min())), max(1.0, float(values.max()))
