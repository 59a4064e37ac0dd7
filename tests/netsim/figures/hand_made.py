"""Traces made by hand: what a figure needs of one, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from netsim import Trace

HEADER = {
    "hidden": "sigmoid",
    "output": "sigmoid",
    "cost": "quadratic",
    "image_shape": None,
    "recipe": {"training": {"method": "sgd", "batch": 5, "momentum": 0.0}},
}


def make(arrays: Mapping[str, Any] | None = None, sizes: tuple[int, ...] = (2, 3, 2), **header: Any) -> Trace:
    """Make a trace of some arrays, by name; keyword arguments are what its header says otherwise."""
    classes = [str(j) for j in range(sizes[-1])]
    held = {key: np.asarray(value) for key, value in (arrays or {}).items()}
    about = HEADER | {"sizes": list(sizes), "classes": classes, "arrays": dict.fromkeys(held)}
    return Trace(about | header, held)
