"""Inputs and wanted numbers in the units of the table that they come from: 39.1 mm where the network has 0.25."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from netsim.trace.features import Feature
from netsim.trace.reading import Reading
from netsim.trace.trace import Trace

PREFIX = "in_units/"  # before the key of an array of inputs (..., n_0), or of numbers that are wanted (..., n_L)
WANTED = ("y", "data/y", "data/unseen_y")  # the arrays of these


def in_units(features: Sequence[Feature], inputs: Reading) -> Reading:
    """Return inputs or wanted numbers, all of an example or one of them, in natural units: shift + scale * x.

    The features are those of the inputs, or of the outputs. Its key is that of what is given after ``in_units/``, at
    the same place.
    """
    which = slice(None) if np.ndim(inputs.value) else inputs.index[-1]
    value = np.asarray(_natural(features, which, np.asarray(inputs.value)))
    return replace(inputs, value=float(value) if value.ndim == 0 else value, key=f"{PREFIX}{inputs.key}")


def held_in_units(trace: Trace, reading: Reading) -> bool:
    """Whether natural values follow from the inputs of a trace, or from what is wanted, to the last bit."""
    key = reading.key.removeprefix(PREFIX)
    features = trace.answers.numbers if key in WANTED else trace.features
    return reading.held_by({reading.key: _natural(features, slice(None), trace[key])})


def _natural(features: Sequence[Feature], which: slice | int, x: np.ndarray) -> np.ndarray:
    shift, scale = (np.array([getattr(one, name) for one in features])[which] for name in ("shift", "scale"))
    return np.asarray(shift + scale * x)
