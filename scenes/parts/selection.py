"""What pictures select from a trace: in what order, and how bright is bright."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netsim import Reading, Trace
from netsim.figures.calculus.told import weight_told_of as weight_told_of
from scenes.mobjects.network.shape import Shape
from scenes.words.short import on_stage as on_stage


def ranked(reading: Reading) -> list[int]:
    """Return the places of a one-dimensional reading, largest absolute value first."""
    return [int(i) for i in np.argsort(-np.abs(np.asarray(reading.value)), kind="stable")]


def highest(reading: Reading, besides: int | None = None) -> int:
    """Return the place of the largest value of a one-dimensional reading, one place left aside if asked."""
    values = np.array(reading.value, dtype=float)
    if besides is not None:
        values[besides] = -np.inf
    return int(np.argmax(values))


def spoken_of(trace: Trace, t: int, e: int) -> tuple[int, ...]:
    """Return the outputs that captions name: they are drawn however many there are."""
    label, L = trace.own_output(e), trace.L
    effects, wishes = ranked(trace.reading(f"delta{L}", t, e)), ranked(trace.reading(f"dC_da{L}", t, e))
    other = next((j for j in effects if j != label), label)
    loudest = highest(trace.reading(f"a{L}", t, e), besides=label)
    told_of = [int(trace["tugs/place"][1])] if trace.has("tugs") and trace["tugs/place"][0] == L else []
    found = (label, other, loudest, wishes[0], wishes[-1], effects[0], effects[-1], *told_of)
    return tuple(dict.fromkeys(found))


def most_moved(trace: Trace) -> int:
    """Return the neuron of the first layer whose weights and bias get the largest nudges."""
    return ranked(trace.reading("delta1", 0, 0))[0]


def network_shape(trace: Trace, t: int, e: int, later: Sequence[int] = ()) -> Shape:
    """Return the shape of a trace's network; each layer's brightness range holds its activations, now and later."""
    spans = [_span(trace["x"][e])]
    for l in range(1, trace.L + 1):
        known = trace.activation(l)
        spans.append((known.low, known.high) if known.bounded else _span(trace[f"a{l}"][[t, *later], e]))
    names = [on_stage(name) for name in trace.output_names]
    return Shape(trace.sizes, trace.image_shape, names, spans, spoken_of(trace, t, e), trace.features)


def example_grid(trace: Trace, *examples: Reading) -> tuple[tuple[int, int], tuple[float, float]]:
    """Return how an example is drawn small: its rows and columns of cells, and the range from dark to bright.

    An image is drawn as it is; a few numbers as a row, many as a block that is about twice as wide as high. The
    range holds all of the examples, so that equal brightness means equal values among them.
    """
    inputs = trace.sizes[0]
    rows = max(d for d in range(1, inputs + 1) if inputs % d == 0 and (d == 1 or d * d <= inputs / 2))
    shape = trace.image_shape or (rows, inputs // rows)
    spans = [_span(np.asarray(reading.value)) for reading in examples if len(reading)]
    return shape, (min(low for low, _ in spans), max(high for _, high in spans))


def activations(trace: Trace, t: int, e: int) -> list[Reading]:
    """Return what each layer 0..L holds of a followed example at a recorded step."""
    layers = [trace.reading(f"a{l}", t, e) for l in range(1, trace.L + 1)]
    return [trace.reading("x", e), *layers]


def telling_patch(pixels: np.ndarray, shape: tuple[int, int], most: tuple[int, int]) -> tuple[range, range]:
    """Return the rows and columns, at most so many, of an image's part with most contrast and greys."""
    low, high = float(pixels.min()), float(pixels.max())
    share = (pixels.reshape(shape) - low) / ((high - low) or 1)
    size = (min(most[0], shape[0]), min(most[1], shape[1]))
    windows = np.lib.stride_tricks.sliding_window_view(share, size)
    contrast = windows.var(axis=(2, 3)) * (windows * (1 - windows)).sum(axis=(2, 3))
    row, column = divmod(int(np.argmax(contrast)), contrast.shape[1])
    return range(row, row + size[0]), range(column, column + size[1])


def _span(values: np.ndarray) -> tuple[float, float]:
    """Return a brightness range that holds all values and the usual 0 to 1."""
    return min(0, float(values.min())), max(1, float(values.max()))


def wider(span: tuple[float, float], values: np.ndarray) -> tuple[float, float]:
    """Return a range from dark to bright that holds some values too."""
    return min(span[0], float(values.min())), max(span[1], float(values.max()))
