"""Figures of the worked example: its updates, and what its outputs hand back."""

from __future__ import annotations

import numpy as np

from netsim.figures.registry import figure, state
from netsim.trace.trace import Trace


@figure
def updates_of_worked(trace: Trace) -> int:
    """Count the updates of the worked example."""
    return int(trace["worked/steps"][-1])


@figure
def updates_at_rates(trace: Trace) -> np.ndarray:
    """Count the updates that are made before each moment at any of the three learning rates, (pair_step,)."""
    return np.arange(trace["rates/C"].shape[1])


@figure
def handed_back(trace: Trace, j: int) -> np.ndarray:
    """Give what output j of the worked example hands back to each hidden neuron at first, w_jk delta_j, (n_1,)."""
    return np.asarray(trace["worked/W2"][0, j] * trace["worked/delta2"][0, j])


@figure
def tenfold_updates(trace: Trace) -> np.ndarray:
    """Place each moment of the worked example on a scale on which tenfold is one step, log10(1 + n), (worked_step,)."""
    return np.log10(1.0 + trace["worked/steps"])


@figure
def first_updates(trace: Trace) -> int:
    """Count the updates from the first on each of which is kept."""
    apart = np.flatnonzero(np.diff(trace["worked/steps"]) > 1)
    return int(trace["worked/steps"][apart[0] if len(apart) else -1])


@state("all", "spread")
def kept_of_worked(trace: Trace) -> str:
    """Tell whether every moment of the worked example is kept, or the first and a spread to the last."""
    return "all" if first_updates(trace).value == updates_of_worked(trace).value else "spread"


@state("one", "two")
def layers_of_worked(trace: Trace) -> str:
    """Tell whether the worked example has one layer of weights or two."""
    return "two" if trace.worked.L == 2 else "one"


@state("same", "two")
def functions_of_worked(trace: Trace) -> str:
    """Tell whether all neurons of the worked example have one function, or hidden neurons and outputs two."""
    small = trace.worked
    return "same" if small.activation(1).name == small.activation(small.L).name else "two"


@state("all", "weights")
def learned_in_worked(trace: Trace) -> str:
    """Tell whether the worked example's updates change weights and biases, or weights alone."""
    return "all" if trace.worked.trains_biases else "weights"


@state("same", "plainer")
def rule_of_worked(trace: Trace) -> str:
    """Tell whether the lesson's own network is updated by plain gradient descent too, or by another rule."""
    return "same" if trace.given.rule == "sgd" else "plainer"


@state("alone", "pair")
def rates_are_of(trace: Trace) -> str:
    """Tell whether three learning rates are shown of the worked example alone, or with its mirror image."""
    return "pair" if len(trace["rates/x"]) > 1 else "alone"
