"""Figures of the worked example: its updates, and what its outputs hand back."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure
from netsim.trace.trace import Trace


@figure
def updates_of_worked(trace: Trace) -> int:
    """Count the updates of the worked example."""
    return len(trace["worked/C"]) - 1


@figure
def worked_updates(trace: Trace) -> np.ndarray:
    """Count the updates that are made before each moment of the worked example, (worked_step,)."""
    return np.arange(len(trace["worked/C"]))


@figure
def updates_at_rates(trace: Trace) -> np.ndarray:
    """Count the updates that are made before each moment at any of the three learning rates, (pair_step,)."""
    return np.arange(trace["rates/C"].shape[1])


@figure
def handed_back(trace: Trace, j: int) -> np.ndarray:
    """Give what output j of the worked example hands back to each hidden neuron at first, w_jk delta_j, (2,)."""
    return np.asarray(trace["worked/W2"][0, j] * trace["worked/delta2"][0, j])
