"""The rules of costs: the sum, and its slopes, each written once; and which cost has which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from netsim import Described
from scenes.formulas.rules import CLOSE, OPEN, Rule

_DC_DA = "{{ (partial C_0) / (partial a_j^((L))) : dC_da }}"
_DC_DW = "{{ (partial C_0) / (partial w_(j k)^((L))) : dC_dw }}"
_CARRIED = "{{ a_k^((L-1)) : dz_dw }}"
_SLOPE = "{{ sigma'(z_j^((L))) : da_dz }}"
_SUM = "{{ sum_(j=0)^(n_L - 1) : sum }}"
_FACTORS = "∂C_0/∂w_jk^(L) = a_k^(L-1)"
_OF_THREE = "<dC_dw> approx <dz_dw> times <da_dz> times <dC_da>"
_OF_TWO = "<dC_dw> approx <dz_dw> times <dC_dz>"
_COSTLY: Mapping[str, str] = {"C": "cost"}


@dataclass(frozen=True)
class CostFormulas:
    """How a cost is written: the names of its rules.

    Attributes
    ----------
    sum, slope, factors
        Rules of the cost of an example, of its slope by one output, and of its derivative by a weight of the
        last layer.
    one, slope_one
        Rules of the cost and its slope where there is one output; "" for a cost that no small network has.
    of_shares
        How it is written of outputs that share a total of 1, where that is something else.
    """

    sum: str
    slope: str
    factors: str
    one: str = ""
    slope_one: str = ""
    of_shares: CostFormulas | None = None


def _squares(form: str, front: str, factor: str, in_text: tuple[str, str]) -> dict[str, Rule]:
    """Write the rules of a cost that is `front` times a sum of squares, its slope `factor` times the error."""
    before, times = in_text
    error, error_i = "(a_j^((L)) - y_j)", "(a_i^((L)) - y_i)"
    shares = f"inline(sum_i) (partial a_i^((L))) / (partial z_j^((L))) thin {factor} {error_i}"
    return {
        f"cost_sum{form}": Rule(
            f"{{{{ C_0 : C }}}} = {front} {_SUM} ({{{{ a_j^((L)) : a }}}} - {{{{ y_j : y }}}})^2",
            f"C_0 = {before}Σ_j (a_j^(L) - y_j)^2",
            twin=f"<C> approx {_times(front, OPEN)}[(<a#> - <y#>)^2]{CLOSE * bool(front)}",
            roles=_COSTLY,
        ),
        f"cost_slope{form}": Rule(
            f"{_DC_DA} = {_of(factor, 'a_j^((L)) - y_j')}",
            f"∂C_0/∂a_j^(L) = {_of(times, 'a_j^(L) - y_j')}",
            twin=f"<dC_da> approx {_times(factor)}(<a> - <y>)",
        ),
        f"weight_factors{form}": Rule(
            f"{_DC_DW} = {_CARRIED} times {_SLOPE} times {{{{ {factor} {error} : dC_da }}}}",
            f"{_FACTORS} σ'(z_j^(L)) {times}(a_j^(L) - y_j)",
            twin=_OF_THREE,
        ),
        f"weight_factors{form}_softmax": Rule(
            f"{_DC_DW} = {_CARRIED} times {{{{ {shares} : dC_dz }}}}",
            f"{_FACTORS} Σ_i ∂a_i^(L)/∂z_j^(L) {times}(a_i^(L) - y_i)",
            twin=_OF_TWO,
        ),
    }


def _squares_of_one(form: str, front: str, factor: str, in_text: tuple[str, str]) -> dict[str, Rule]:
    """Write the rules of such a cost where there is one output."""
    before, times = in_text
    return {
        f"cost_one{form}": Rule(
            f"{{{{ C_0 : C }}}} = {front} ({{{{ a^((L)) : a }}}} - {{{{ y : y }}}})^2",
            f"C_0 = {before}(a^(L) - y)^2",
            twin=f"<C> approx {_times(front)}(<a> - <y>)^2",
            roles=_COSTLY,
        ),
        f"dC_da{form}": Rule(
            f"(partial C_0) / (partial a^((L))) = {_of(factor, 'a^((L)) - y')}",
            f"∂C_0/∂a^(L) = {_of(times, 'a^(L) - y')}",
            twin="<dC_da>",
            role="cost",
        ),
    }


def _of(factor: str, error: str) -> str:
    return f"{factor.strip()} ({error})" if factor else error


def _times(front: str, bracket: str = "") -> str:
    return f"{front} times {bracket}" if front else ""


_HALF = ("inline(1/2)", "", ("1/2 ", ""))

RULES_OF_COSTS: dict[str, Rule] = {
    **_squares("", "", "2", ("", "2 ")),
    **_squares_of_one("", "", "2", ("", "2 ")),
    **_squares("_half", *_HALF),
    **_squares_of_one("_half", *_HALF),
    **_squares("_mean", "inline(1/n_L)", "2/n_L", ("1/n_L ", "2/n_L ")),
    "cost_sum_entropy": Rule(
        f"{{{{ C_0 : C }}}} = - {_SUM} ({{{{ y_j : y }}}} ln {{{{ a_j^((L)) : a }}}} + (1 - y_j) ln (1 - a_j^((L))))",
        "C_0 = -Σ_j (y_j ln a_j^(L) + (1 - y_j) ln (1 - a_j^(L)))",
        roles=_COSTLY,
    ),
    "cost_sum_softmax_entropy": Rule(
        f"{{{{ C_0 : C }}}} = - {_SUM} {{{{ y_j : y }}}} ln {{{{ a_j^((L)) : a }}}}",
        "C_0 = -Σ_j y_j ln a_j^(L)",
        roles=_COSTLY,
    ),
    "cost_slope_entropy": Rule(
        f"{_DC_DA} = (a_j^((L)) - y_j) / (a_j^((L)) (1 - a_j^((L))))",
        "∂C_0/∂a_j^(L) = (a_j^(L) - y_j) / (a_j^(L) (1 - a_j^(L)))",
    ),
    "cost_slope_softmax_entropy": Rule(f"{_DC_DA} = - y_j / a_j^((L))", "∂C_0/∂a_j^(L) = -y_j / a_j^(L)"),
    "weight_factors_entropy": Rule(
        f"{_DC_DW} = {_CARRIED} times {_SLOPE} times {{{{ (a_j^((L)) - y_j) / (a_j^((L)) (1 - a_j^((L)))) : dC_da }}}}",
        f"{_FACTORS} σ'(z_j^(L)) (a_j^(L) - y_j) / (a_j^(L) (1 - a_j^(L)))",
        twin=_OF_THREE,
    ),
    "weight_factors_softmax_entropy": Rule(
        f"{_DC_DW} = {_CARRIED} times {{{{ (a_j^((L)) - y_j) : dC_dz }}}}",
        f"{_FACTORS} (a_j^(L) - y_j)",
        twin=_OF_TWO,
    ),
}


def _named(form: str, one: str) -> CostFormulas:
    """Name the rules of a cost of squares; `one` is the form that they have where there is one output."""
    written = CostFormulas(
        sum=f"cost_sum{form}",
        slope=f"cost_slope{form}",
        factors=f"weight_factors{form}",
        one=f"cost_one{one}",
        slope_one=f"dC_da{one}",
    )
    return replace(written, of_shares=replace(written, factors=f"weight_factors{form}_softmax"))


#: How each cost is written, by its name.
COST_FORMULAS: dict[str, CostFormulas] = {
    "quadratic": _named("", ""),
    "half_quadratic": _named("_half", "_half"),
    "mean_quadratic": _named("_mean", ""),
    "cross_entropy": CostFormulas(
        "cost_sum_entropy",
        "cost_slope_entropy",
        "weight_factors_entropy",
        of_shares=CostFormulas(
            "cost_sum_softmax_entropy",
            "cost_slope_softmax_entropy",
            "weight_factors_softmax_entropy",
        ),
    ),
}


def cost_formulas(trace: Described) -> CostFormulas:
    """Return how the lesson's cost is written, of the outputs that there are."""
    written = COST_FORMULAS[trace.judge.name]
    return written.of_shares if written.of_shares and trace.activation(trace.L).couples else written


def formulas_of_squares(trace: Described) -> CostFormulas:
    """Return how the cost of the small networks is written."""
    return COST_FORMULAS[trace.squares.name]
