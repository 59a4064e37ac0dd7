"""The rules of the story: each formula that states one, defined once by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

#: Brackets around a sum of terms in a twin: a line may break between them, and around one term they are left out.
OPEN, CLOSE = "\\( ", " \\)"


@dataclass(frozen=True)
class Rule:
    """One rule.

    Attributes
    ----------
    source
        Typst mathematics with ``{{ … : name }}`` parts.
    text
        The same in plain text, for a terminal.
    twin
        What it is in numbers, with ``<name>`` for each; "" if no scene says it so. What stands in square brackets
        is a term of a sum: it is said once for each, ``<w#>`` of the first is ``<w0>``.
    role
        The colour of what is no part: ``ink``, or ``cost`` for a rule about the cost alone.
    roles
        Colours of parts that differ from that.
    """

    source: str
    text: str
    twin: str = ""
    role: str = "ink"
    roles: Mapping[str, str] = field(default_factory=dict)


def _d(above: str, below: str, name: str) -> str:
    """Return a derivative as a part of a formula."""
    return f"{{{{ (partial {above}) / (partial {below}) : {name} }}}}"


#: Links of the chain with one neuron a layer, as parts.
_DC_DW = _d("C_0", "w^((L))", "dC_dw")
_DZ_DW = _d("z^((L))", "w^((L))", "dz_dw")
_DA_DZ = _d("a^((L))", "z^((L))", "da_dz")
_DC_DA = _d("C_0", "a^((L))", "dC_da")
_SUM = "sum_(j=0)^(n_L - 1)"

RULES: dict[str, Rule] = {
    # --- one neuron a layer
    "weighted_sum_one": Rule(
        "{{ z^((L)) : z }} = {{ w^((L)) : w }} {{ a^((L-1)) : before }} + {{ b^((L)) : b }}",
        "z^(L) = w^(L) a^(L-1) + b^(L)",
        twin="<z> approx <w> times <before> + <b>",
    ),
    "activation_one": Rule(
        "{{ a^((L)) : a }} = sigma({{ z^((L)) : z }})", "a^(L) = σ(z^(L))", twin="<a> approx sigma(<z>)"
    ),
    "chain_ratios": Rule(
        "{{ (Delta C_0) / (Delta w) : dC_dw }} = {{ Delta z : z_above }} / {{ Delta w : w_below }} thin"
        " {{ Delta a : a_above }} / {{ Delta z : z_below }} thin"
        " {{ Delta C_0 : C_above }} / {{ Delta a : a_below }}",
        "ΔC_0/Δw = Δz/Δw · Δa/Δz · ΔC_0/Δa",
        roles={"dC_dw": "cost", "C_above": "cost"},
    ),
    "chain_rule": Rule(
        f"{_DC_DW} = {_DZ_DW} thin {_DA_DZ} thin {_DC_DA}",
        "∂C_0/∂w^(L) = ∂z^(L)/∂w^(L) · ∂a^(L)/∂z^(L) · ∂C_0/∂a^(L)",
        twin="<dz_dw> times <da_dz> times <dC_da> approx <dC_dw>",
    ),
    "dz_dw": Rule("(partial z^((L))) / (partial w^((L))) = a^((L-1))", "∂z^(L)/∂w^(L) = a^(L-1)", twin="<dz_dw>"),
    "da_dz": Rule(
        "(partial a^((L))) / (partial z^((L))) = sigma'(z^((L))) = a^((L)) (1 - a^((L)))",
        "∂a^(L)/∂z^(L) = σ'(z^(L)) = a^(L) (1 - a^(L))",
        twin="<da_dz>",
    ),
    "update": Rule(
        "{{ w : after }} arrow.l {{ w : before }} - eta thin {{ (partial C) / (partial w) : dC_dw }}",
        "w ← w - η ∂C/∂w",
        twin="<after> approx <before> - <eta> times <dC_dw>",
        roles={"after": "focus", "before": "focus"},
    ),
    # --- many neurons a layer
    "weighted_sum": Rule(
        "{{ z_j^((L)) : z }} = {{ sum_(k=0)^(n_(L-1) - 1) : sum }} {{ w_(j k)^((L)) : w }} {{ a_k^((L-1)) : before }}"
        " + {{ b_j^((L)) : b }}",
        "z_j^(L) = Σ_k w_jk^(L) a_k^(L-1) + b_j^(L)",
        twin="<z> approx [<w#> times <before#>] + <b>",
    ),
    "activation": Rule("{{ a_j^((L)) : a }} = sigma({{ z_j^((L)) : z }})", "a_j^(L) = σ(z_j^(L))"),
    "chain_with_indices": Rule(
        f"{_d('C_0', 'w_(j k)^((L))', 'dC_dw')} = {_d('z_j^((L))', 'w_(j k)^((L))', 'dz_dw')} times"
        f" {_d('a_j^((L))', 'z_j^((L))', 'da_dz')} times {_d('C_0', 'a_j^((L))', 'dC_da')}",
        "∂C_0/∂w_jk^(L) = ∂z_j^(L)/∂w_jk^(L) · ∂a_j^(L)/∂z_j^(L) · ∂C_0/∂a_j^(L)",
        twin="<dC_dw> approx <dz_dw> times <da_dz> times <dC_da>",
    ),
    "paths_sum": Rule(
        f"{_d('C_0', 'a_k^((L-1))', 'dC_dbefore')} = {{{{ {_SUM} : sum }}}}"
        f" {_d('z_j^((L))', 'a_k^((L-1))', 'dz_da')} thin {_d('a_j^((L))', 'z_j^((L))', 'da_dz')} thin"
        f" {_d('C_0', 'a_j^((L))', 'dC_da')}",
        "∂C_0/∂a_k^(L-1) = Σ_j ∂z_j^(L)/∂a_k^(L-1) · ∂a_j^(L)/∂z_j^(L) · ∂C_0/∂a_j^(L)",
        roles={"dC_dbefore": "cost"},
    ),
    "delta_name": Rule(
        f"{{{{ delta_j^((l)) : delta }}}} = {_d('C_0', 'z_j^((l))', 'dC_dz')}", "δ_j^(l) = ∂C_0/∂z_j^(l)"
    ),
    "delta_last": Rule(
        f"{{{{ delta_j^((L)) : delta }}}} = {{{{ sigma'(z_j^((L))) : da_dz }}}} thin {_d('C_0', 'a_j^((L))', 'dC_da')}",
        "δ_j^(L) = σ'(z_j^(L)) ∂C_0/∂a_j^(L)",
        twin="<delta> approx <da_dz> times <dC_da>",
    ),
    "delta": Rule(
        "{{ delta_k^((l)) : delta }} = {{ sigma'(z_k^((l))) : da_dz }} thin {{ sum_j : sum }}"
        " {{ w_(j k)^((l+1)) : w }} thin {{ delta_j^((l+1)) : deltas }}",
        "δ_k^(l) = σ'(z_k^(l)) Σ_j w_jk^(l+1) δ_j^(l+1)",
        twin="<delta> approx <da_dz> times <dC_da>",
    ),
    "dC_dw": Rule(
        f"{_d('C_0', 'w_(j k)^((l))', 'dC_dw')} = {{{{ a_k^((l-1)) : before }}}} thin {{{{ delta_j^((l)) : delta }}}}",
        "∂C_0/∂w_jk^(l) = a_k^(l-1) δ_j^(l)",
        twin="<dC_dw> approx <before> times <delta>",
    ),
    "dC_db": Rule(f"{_d('C_0', 'b_j^((l))', 'dC_db')} = {{{{ delta_j^((l)) : delta }}}}", "∂C_0/∂b_j^(l) = δ_j^(l)"),
    "weight_paths": Rule(
        '{{ (partial C_0) / (partial w_(j k)^((l))) : dC_dw }} = {{ sum_"paths" : sum }}'
        " {{ a_k^((l-1)) : before }} thin {{ sigma'(z_j^((l))) : da_dz }} thin {{ w^((l+1)) : w }} thin"
        " sigma'(z^((l+1))) dots.c thin {{ (partial C_0) / (partial a^((L))) : dC_da }}",
        "∂C_0/∂w_jk^(l) = Σ_paths a_k^(l-1) σ'(z_j^(l)) w^(l+1) σ'(z^(l+1)) ··· ∂C_0/∂a^(L)",
    ),
    "predicted_change": Rule(
        "{{ Delta C_0 : dC }} approx {{ (partial C_0) / (partial w) : dC_dw }} thin {{ Delta w : dw }}",
        "ΔC_0 ≈ ∂C_0/∂w Δw",
        twin="<predicted> med <dC_dw> times <dw> approx <dC>",
        roles={"dC": "cost", "dw": "focus"},
    ),
    "measured_change": Rule(
        "<measured> med {{ Delta C_0 : change }}", "ΔC_0", twin="<dC>", roles={"dC": "cost", "change": "cost"}
    ),
    "delta_matrix": Rule(
        "{{ delta^((l)) : delta }} = {{ (W^((l+1)))^T : W }} {{ delta^((l+1)) : deltas }}"
        " {{ dot.o : times }} {{ sigma'(z^((l))) : da_dz }}",
        "δ^(l) = (W^(l+1))ᵀ δ^(l+1) ⊙ σ'(z^(l))",
    ),
    "handed_back_to": Rule(
        f"{_d('C_0', 'a_k^((l))', 'dC_da')} = {{{{ sum_j : sum }}}} {{{{ w_(j k)^((l+1)) : w }}}}"
        " thin {{ delta_j^((l+1)) : deltas }}",
        "∂C_0/∂a_k^(l) = Σ_j w_jk^(l+1) δ_j^(l+1)",
        twin="<dC_da> approx [<w#> times <delta#>]",
    ),
    "handed_back": Rule(
        f"{_d('C_0', 'a_k^((L-1))', 'dC_dbefore')} = {{{{ sum_j : sum }}}} {{{{ w_(j k)^((L)) : w }}}}"
        " thin {{ delta_j^((L)) : delta }}",
        "∂C_0/∂a_k^(L-1) = Σ_j w_jk^(L) δ_j^(L)",
        twin="<dC_dbefore>",
        roles={"dC_dbefore": "cost"},
    ),
    "delta_before_matrix": Rule(
        "{{ delta^((L-1)) : delta }} = {{ (W^((L)))^T : W }} {{ delta^((L)) : deltas }}"
        " {{ dot.o : times }} {{ sigma'(z^((L-1))) : da_dz }}",
        "δ^(L-1) = (W^(L))ᵀ δ^(L) ⊙ σ'(z^(L-1))",
    ),
    "last_weights_matrix": Rule(
        f"{_d('C_0', 'W^((L))', 'dC_dw')} = {{{{ delta^((L)) : delta }}}} thin {{{{ (a^((L-1)))^T : before }}}}",
        "∂C_0/∂W^(L) = δ^(L) (a^(L-1))ᵀ",
    ),
    "last_weight": Rule(
        f"{_d('C_0', 'w_(j k)^((L))', 'dC_dw')} = {{{{ delta_j^((L)) : delta }}}} thin {{{{ a_k^((L-1)) : before }}}}",
        "∂C_0/∂w_jk^(L) = δ_j^(L) a_k^(L-1)",
        twin="<dC_dw> approx <delta> times <before>",
    ),
    "weights_matrix": Rule(
        f"{_d('C_0', 'W^((l))', 'dC_dw')} = {{{{ delta^((l)) : delta }}}} thin {{{{ (a^((l-1)))^T : before }}}}",
        "∂C_0/∂W^(l) = δ^(l) (a^(l-1))ᵀ",
    ),
    "biases_matrix": Rule(f"{_d('C_0', 'b^((l))', 'dC_db')} = {{{{ delta^((l)) : delta }}}}", "∂C_0/∂b^(l) = δ^(l)"),
    "delta_last_matrix": Rule(
        f"{{{{ delta^((L)) : delta }}}} = {_d('C_0', 'a^((L))', 'dC_da')}"
        " {{ dot.o : times }} {{ sigma'(z^((L))) : da_dz }}",
        "δ^(L) = ∂C_0/∂a^(L) ⊙ σ'(z^(L))",
    ),
}
