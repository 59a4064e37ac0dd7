"""Activations and costs: one complete record for each, found by name.

To add one is to write its record in `activations` or `costs`, its formulas in `scenes.formulas`, and its messages.
What is true of a function stands in its `traits`, plain data that the trace hands on to scenes
(`trace.activation(l)`, `trace.judge`, `trace.squares`), which choose by them and not by names. The tables of
functions themselves are for the engine alone.
"""

from netsim.functions.activations import ACTIVATIONS, HIDDEN, Activation
from netsim.functions.costs import COSTS, Cost, inside, squares_of
from netsim.functions.curves import Array, relu, sigmoid, softmax
from netsim.functions.traits import ActivationTraits, CostTraits

__all__ = [
    "ACTIVATIONS",
    "COSTS",
    "HIDDEN",
    "Activation",
    "ActivationTraits",
    "Array",
    "Cost",
    "CostTraits",
    "inside",
    "relu",
    "sigmoid",
    "softmax",
    "squares_of",
]
