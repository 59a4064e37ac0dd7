"""How activations are written: the sign of each in formulas, and the rule of its slope. Messages say its name."""

from __future__ import annotations

from dataclasses import dataclass

from netsim import Described
from scenes.formulas.rules import Rule

_SLOPE = "{{ sigma'(z_j) : da_dz }}"


@dataclass(frozen=True)
class ActivationFormulas:
    """How an activation is written.

    Attributes
    ----------
    sign
        What stands for it in formulas, as Typst mathematics; rules say sigma.
    slope
        The rule of its slope.
    value
        What it gives of a sum z, as Typst mathematics.
    """

    sign: str
    slope: Rule
    value: str


#: How each activation is written, by its name.
ACTIVATION_FORMULAS: dict[str, ActivationFormulas] = {
    "sigmoid": ActivationFormulas(
        "sigma", Rule(f"{_SLOPE} = a_j (1 - a_j)", "σ'(z_j) = a_j (1 - a_j)"), "1 \\/ (1 + e^(-z))"
    ),
    "tanh": ActivationFormulas('"tanh"', Rule(f"{_SLOPE} = 1 - a_j^2", "σ'(z_j) = 1 - a_j²"), "tanh(z)"),
    "relu": ActivationFormulas(
        '"ReLU"',
        Rule(f"{_SLOPE} = 1 <if> z_j > 0, <else> 0", "σ'(z_j) = 1 if z_j > 0, else 0"),
        "max(z, 0)",
    ),
    "leaky_relu": ActivationFormulas(
        '"LReLU"',
        Rule(f"{_SLOPE} = 1 <if> z_j > 0, <else> 0.01", "σ'(z_j) = 1 if z_j > 0, else 0.01"),
        "z <if> z > 0, <else> 0.01 z",
    ),
    "gelu": ActivationFormulas(
        '"GELU"',
        Rule(
            f"{_SLOPE} = Phi(z_j) + z_j phi(z_j)",
            "σ'(z_j) = Φ(z_j) + z_j φ(z_j), with the normal distribution Φ and its density φ",
        ),
        "z Phi(z)",
    ),
    "identity": ActivationFormulas('"id"', Rule(f"{_SLOPE} = 1", "σ'(z_j) = 1"), "z"),
    "softmax": ActivationFormulas(
        '"softmax"',
        Rule(
            "{{ (partial a_i) / (partial z_j) : da_dz }} = a_i (1 - a_i) <if> i = j, <else> - a_i a_j",
            "∂a_i/∂z_j = a_i (1 - a_i) if i = j, else -a_i a_j",
        ),
        "e^(z_j) \\/ inline(sum_i) e^(z_i)",
    ),
}

RULES_OF_ACTIVATIONS: dict[str, Rule] = {
    f"slope_{name}": written.slope for name, written in ACTIVATION_FORMULAS.items()
}


def sign_of(trace: Described, l: int) -> str:
    """Return what stands for the activation of layer l in formulas, as Typst mathematics."""
    return ACTIVATION_FORMULAS[trace.activation(l).name].sign
