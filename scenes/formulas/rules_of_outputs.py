"""The rules that depend on what the outputs are and how they are judged: softmax, cross-entropy."""

from __future__ import annotations

from netsim import Trace
from scenes.formulas.rules import Rule

_COST = "{{ (partial C_0) / (partial w_(j k)^((L))) : dC_dw }}"
_CARRIED = "{{ a_k^((L-1)) : dz_dw }}"
_SLOPE = "{{ sigma'(z_j^((L))) : da_dz }}"
_DC_DZ = "{{ (partial C_0) / (partial z_j^((L))) : dC_dz }}"
_SUM = "{{ sum_(j=0)^(n_L - 1) : sum }}"
_OF_THREE = "<dC_dw> approx <dz_dw> times <da_dz> times <dC_da>"
_OF_TWO = "<dC_dw> approx <dz_dw> times <dC_dz>"

RULES_OF_OUTPUTS: dict[str, Rule] = {
    "cost_sum_entropy": Rule(
        f"{{{{ C_0 : C }}}} = - {_SUM} ({{{{ y_j : y }}}} ln {{{{ a_j^((L)) : a }}}} + (1 - y_j) ln (1 - a_j^((L))))",
        "C_0 = -Σ_j (y_j ln a_j^(L) + (1 - y_j) ln (1 - a_j^(L)))",
        roles={"C": "cost"},
    ),
    "cost_sum_softmax_entropy": Rule(
        f"{{{{ C_0 : C }}}} = - {_SUM} {{{{ y_j : y }}}} ln {{{{ a_j^((L)) : a }}}}",
        "C_0 = -Σ_j y_j ln a_j^(L)",
        roles={"C": "cost"},
    ),
    "activation_softmax": Rule(
        "{{ a_j^((L)) : a }} = e^(z_j^((L))) \\/ inline(sum_i) e^(z_i^((L)))", "a_j^(L) = e^(z_j^(L)) / Σ_i e^(z_i^(L))"
    ),
    "weight_factors": Rule(
        f"{_COST} = {_CARRIED} thin {_SLOPE} thin {{{{ 2 (a_j^((L)) - y_j) : dC_da }}}}",
        "∂C_0/∂w_jk^(L) = a_k^(L-1) σ'(z_j^(L)) 2 (a_j^(L) - y_j)",
        twin=_OF_THREE,
    ),
    "weight_factors_entropy": Rule(
        f"{_COST} = {_CARRIED} thin {_SLOPE} thin {{{{ (a_j^((L)) - y_j) / (a_j^((L)) (1 - a_j^((L)))) : dC_da }}}}",
        "∂C_0/∂w_jk^(L) = a_k^(L-1) σ'(z_j^(L)) (a_j^(L) - y_j) / (a_j^(L) (1 - a_j^(L)))",
        twin=_OF_THREE,
    ),
    "weight_factors_softmax": Rule(
        f"{_COST} = {_CARRIED} thin"
        " {{ inline(sum_i) (partial a_i^((L))) / (partial z_j^((L))) thin 2 (a_i^((L)) - y_i) : dC_dz }}",
        "∂C_0/∂w_jk^(L) = a_k^(L-1) Σ_i ∂a_i^(L)/∂z_j^(L) 2 (a_i^(L) - y_i)",
        twin=_OF_TWO,
    ),
    "weight_factors_softmax_entropy": Rule(
        f"{_COST} = {_CARRIED} thin {{{{ (a_j^((L)) - y_j) : dC_dz }}}}",
        "∂C_0/∂w_jk^(L) = a_k^(L-1) (a_j^(L) - y_j)",
        twin=_OF_TWO,
    ),
    "chain_with_indices_softmax": Rule(
        f"{_COST} = {{{{ (partial z_j^((L))) / (partial w_(j k)^((L))) : dz_dw }}}} thin {_DC_DZ}",
        "∂C_0/∂w_jk^(L) = ∂z_j^(L)/∂w_jk^(L) · ∂C_0/∂z_j^(L)",
        twin=_OF_TWO,
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
}


def rule_of(name: str, trace: Trace) -> str:
    """Return which form of a rule holds for a lesson's outputs and cost: the closest there is.

    ``cost_sum`` of a softmax with cross-entropy is ``cost_sum_softmax_entropy``; of other outputs with
    the quadratic cost it stays what it is.
    """
    softmax = "_softmax" if trace.output == "softmax" else ""
    entropy = "_entropy" if trace.cost_name == "cross_entropy" else ""
    for form in (f"{name}{softmax}{entropy}", f"{name}{entropy}", f"{name}{softmax}"):
        if form in RULES_OF_OUTPUTS:
            return form
    return name
