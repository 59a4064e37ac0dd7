"""The rules of functions: what a neuron does with its inputs, and the slopes of activations and of costs."""

from __future__ import annotations

from netsim import Trace
from scenes.formulas.rules import Rule

_COST = "{{ (partial C_0) / (partial a_j^((L))) : dC_da }}"
_SLOPE = "{{ sigma'(z_j) : da_dz }}"

RULES_OF_FUNCTIONS: dict[str, Rule] = {
    "neuron_sum": Rule(
        "{{ z : z }} = {{ w_0 a_0 : first }} + {{ w_1 a_1 : second }} + dots.c + {{ b : b }}",
        "z = w_0 a_0 + w_1 a_1 + ··· + b",
        twin="<weighted> + <shift> approx <total>",
    ),
    "neuron_activation": Rule("{{ a : a }} = sigma({{ z : z }})", "a = σ(z)", twin="<value>"),
    "slope_sigmoid": Rule(f"{_SLOPE} = a_j (1 - a_j)", "σ'(z_j) = a_j (1 - a_j)"),
    "slope_tanh": Rule(f"{_SLOPE} = 1 - a_j^2", "σ'(z_j) = 1 - a_j²"),
    "slope_relu": Rule(f'{_SLOPE} = 1 "if" z_j > 0, "else" 0', "σ'(z_j) = 1 if z_j > 0, else 0"),
    "slope_identity": Rule(f"{_SLOPE} = 1", "σ'(z_j) = 1"),
    "slope_softmax": Rule(
        '{{ (partial a_i) / (partial z_j) : da_dz }} = a_i (1 - a_i) "if" i = j, "else" - a_i a_j',
        "∂a_i/∂z_j = a_i (1 - a_i) if i = j, else -a_i a_j",
    ),
    "cost_slope": Rule(f"{_COST} = 2 (a_j^((L)) - y_j)", "∂C_0/∂a_j^(L) = 2 (a_j^(L) - y_j)"),
    "cost_slope_entropy": Rule(
        f"{_COST} = (a_j^((L)) - y_j) / (a_j^((L)) (1 - a_j^((L))))",
        "∂C_0/∂a_j^(L) = (a_j^(L) - y_j) / (a_j^(L) (1 - a_j^(L)))",
    ),
    "cost_slope_softmax_entropy": Rule(f"{_COST} = - y_j / a_j^((L))", "∂C_0/∂a_j^(L) = -y_j / a_j^(L)"),
}


def slopes_of(trace: Trace, l: int) -> tuple[str, ...]:
    """Return the names of the rules for the slopes that a path from a weight of layer l meets, the cost's last."""
    functions = dict.fromkeys([trace.hidden] * (l < trace.L) + [trace.output])
    entropy = "_entropy" if trace.cost_name == "cross_entropy" else ""
    softmax = "_softmax" if entropy and trace.output == "softmax" else ""
    return (*(f"slope_{name}" for name in functions), f"cost_slope{softmax}{entropy}")
