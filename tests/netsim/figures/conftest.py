"""Traces made by hand: what a figure needs of one, and no more."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from netsim import Trace

HEADER = {
    "hidden": "sigmoid",
    "output": "sigmoid",
    "cost": "quadratic",
    "image_shape": None,
    "recipe": {"training": {"method": "sgd", "batch": 5, "momentum": 0.0}},
}


@pytest.fixture(scope="session")
def made() -> Callable[..., Trace]:
    """Make a trace of some arrays, by name; keyword arguments are what its header says otherwise."""

    def make(arrays: Mapping[str, Any] | None = None, sizes: tuple[int, ...] = (2, 3, 2), **header: Any) -> Trace:
        classes = [str(j) for j in range(sizes[-1])]
        held = {key: np.asarray(value) for key, value in (arrays or {}).items()}
        about = HEADER | {"sizes": list(sizes), "classes": classes, "arrays": dict.fromkeys(held)}
        return Trace(about | header, held)

    return make
