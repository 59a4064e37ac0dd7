"""The rules that depend on whether outputs share a total, and whether a slope cancels; and which form a lesson has."""

from __future__ import annotations

from collections.abc import Callable

from netsim import Described
from scenes.formulas.rules import Rule
from scenes.formulas.rules_of_activations import RULES_OF_ACTIVATIONS
from scenes.formulas.rules_of_costs import cost_formulas, formulas_of_squares

_COST = "{{ (partial C_0) / (partial w_(j k)^((L))) : dC_dw }}"
_DC_DZ = "{{ (partial C_0) / (partial z_j^((L))) : dC_dz }}"
_SUM = "{{ sum_(j=0)^(n_L - 1) : sum }}"

RULES_OF_OUTPUTS: dict[str, Rule] = {
    "activation_softmax": Rule(
        "{{ a_j^((L)) : a }} = e^(z_j^((L))) \\/ inline(sum_i) e^(z_i^((L)))", "a_j^(L) = e^(z_j^(L)) / Σ_i e^(z_i^(L))"
    ),
    "chain_with_indices_softmax": Rule(
        f"{_COST} = {{{{ (partial z_j^((L))) / (partial w_(j k)^((L))) : dz_dw }}}} times {_DC_DZ}",
        "∂C_0/∂w_jk^(L) = ∂z_j^(L)/∂w_jk^(L) · ∂C_0/∂z_j^(L)",
        twin="<dC_dw> approx <dz_dw> times <dC_dz>",
    ),
    "paths_sum_softmax": Rule(
        "{{ (partial C_0) / (partial a_k^((L-1))) : dC_dbefore }} ="
        f" {_SUM} {{{{ (partial z_j^((L))) / (partial a_k^((L-1))) : dz_da }}}} thin {_DC_DZ}",
        "∂C_0/∂a_k^(L-1) = Σ_j ∂z_j^(L)/∂a_k^(L-1) · ∂C_0/∂z_j^(L)",
        roles={"dC_dbefore": "cost"},
    ),
    "delta_last_softmax": Rule(
        "{{ delta_j^((L)) : delta }} = sum_i (partial a_i^((L))) / (partial z_j^((L))) thin"
        " {{ (partial C_0) / (partial a_i^((L))) : dC_da }}",
        "δ_j^(L) = Σ_i ∂a_i^(L)/∂z_j^(L) ∂C_0/∂a_i^(L)",
    ),
    "delta_last_entropy": Rule(
        "{{ delta_j^((L)) : delta }} = {{ a_j^((L)) : a }} - {{ y_j : y }}",
        "δ_j^(L) = a_j^(L) - y_j",
    ),
    "delta_last_matrix_softmax": Rule(
        "{{ delta^((L)) : delta }} = ((partial a^((L))) / (partial z^((L))))^T thin"
        " {{ (partial C_0) / (partial a^((L))) : dC_da }}",
        "δ^(L) = (∂a^(L)/∂z^(L))ᵀ ∂C_0/∂a^(L)",
    ),
    "delta_last_matrix_entropy": Rule(
        "{{ delta^((L)) : delta }} = {{ a^((L)) : a }} - {{ y : y }}",
        "δ^(L) = a^(L) - y",
    ),
}

#: Rules of which outputs that share a total have a form of their own.
_SHARED = ("activation", "chain_with_indices", "paths_sum", "delta_last", "delta_last_matrix")

#: Rules of which each cost has its own form: of the lesson's cost, and of that of the small networks.
_OF_COST: dict[str, Callable[[Described], str]] = {
    "cost_sum": lambda trace: cost_formulas(trace).sum,
    "cost_slope": lambda trace: cost_formulas(trace).slope,
    "weight_factors": lambda trace: cost_formulas(trace).factors,
    "cost_one": lambda trace: formulas_of_squares(trace).one,
    "dC_da": lambda trace: formulas_of_squares(trace).slope_one,
}


def rule_of(name: str, trace: Described) -> str:
    """Return which form of a rule holds for a lesson's outputs and cost.

    ``cost_sum`` of a softmax with cross-entropy is ``cost_sum_softmax_entropy``. ``cost_one`` and ``dC_da`` are those
    of the chain, whose cost is made of squares.

    Raises
    ------
    KeyError
        If no form of the rule depends on them.
    """
    if name in _OF_COST:
        return _OF_COST[name](trace)
    if name in ("delta_last", "delta_last_matrix") and trace.judge.cancels:
        return f"{name}_entropy"
    if name not in _SHARED:
        raise KeyError(name)
    return f"{name}_softmax" if trace.activation(trace.L).couples else name


def slopes_of(trace: Described, l: int) -> tuple[str, ...]:
    """Return the names of the rules for the slopes that a path from a weight of layer l meets, the cost's last."""
    functions = dict.fromkeys(trace.activation(m).name for m in (l, trace.L))
    slopes = tuple(f"slope_{name}" for name in functions)
    assert set(slopes) <= set(RULES_OF_ACTIVATIONS)
    return (*slopes, rule_of("cost_slope", trace))
