"""What is said of functions is so: each state is measured on the function itself."""

from __future__ import annotations

import numpy as np
import pytest

from netsim.figures.functions import (
    coupling,
    effect,
    highest_output,
    lowest_output,
    output_curve,
)
from netsim.figures.outcomes import judged_by
from netsim.functions import ACTIVATIONS, COSTS

FAR, STEP = 30.0, 1e-4
PAIRS = [(cost, output) for cost in COSTS for output in ACTIVATIONS if COSTS[cost].accepts(ACTIVATIONS[output].traits)]

#: By what an arrow is said to be longer than the error, of three outputs.
FACTORS = {"squares": 2, "half_squares": 1, "mean_square": 2 / 3}


def alone(name: str, z: float) -> float:
    """The activation of one neuron of two, the other's sum being 0."""
    return float(ACTIVATIONS[name].value(np.array([z, 0.0]))[0])


def steep(name: str, z: float) -> float:
    return (alone(name, z + STEP) - alone(name, z - STEP)) / (2 * STEP)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_an_output_follows_its_sum_as_is_said(made, name: str) -> None:
    trace = made(output=name)
    low, high, middle = steep(name, -FAR), steep(name, FAR), steep(name, 0.5)
    bends = abs(steep(name, 1.5) - middle) > 1e-6
    told = output_curve(trace)
    moved = ACTIVATIONS[name].value(np.array([0.3, 0.1])) - ACTIVATIONS[name].value(np.array([0.0, 0.1]))
    assert (coupling(trace) == "shared") == (told == "shared") == (abs(moved[1]) > 1e-9)
    if told == "levels":
        assert max(abs(low), abs(high)) < 1e-6 < middle
        assert (alone(name, -FAR), alone(name, FAR)) == pytest.approx(
            (float(lowest_output(trace)), float(highest_output(trace))), abs=1e-6
        )
    elif told == "rectified":
        assert (low, high, alone(name, -FAR), bends) == (0.0, pytest.approx(1.0), 0.0, False)
    elif told == "leaking":
        assert 0 < low < 0.5 < high
        assert not bends
    elif told == "straight":
        assert low == pytest.approx(high)
        assert not bends
    elif told == "bending":
        assert bends
        assert high > 0.5


@pytest.mark.parametrize(("cost", "output"), PAIRS)
def test_what_is_said_of_the_wish_and_of_the_effect_is_the_derivative(made, cost: str, output: str) -> None:
    z, y = np.array([0.7, 0.2, 0.4]), np.array([0.0, 1.0, 0.0])
    trace = made(cost=cost, output=output, sizes=[2, 3, 3])
    a = ACTIVATIONS[output].value(z)
    dC_da = COSTS[cost].slope(a, y, output)
    told = judged_by(trace)
    if told in FACTORS:
        assert dC_da == pytest.approx(FACTORS[told] * (a - y))
    else:
        assert not np.allclose(dC_da / (a - y), (dC_da / (a - y))[0])
    delta = ACTIVATIONS[output].pull(z, a, dC_da)
    if effect(trace) == "simple":
        assert delta == pytest.approx(a - y)
