"""What is shown and said of the network with one neuron a layer holds for any such network (K4 to K9)."""

from __future__ import annotations

from math import prod

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from scenes.calculus.average_and_vector import AverageAndVector
from scenes.calculus.back_another_layer import BackAnotherLayer
from scenes.calculus.small_nudge import SmallNudge
from scenes.calculus.swap_one_factor import SwapOneFactor
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.term import Term
from scenes.parts.calculus.measured import slope_of_cost
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.inspection import false_pictures, misplaced
from tests.scenes.networks import toy

SCENES = (SmallNudge, AverageAndVector, SwapOneFactor, BackAnotherLayer)
SEEDS = (2, 3, 11)  # a negative weight in the middle, at the end, small derivatives


def chain(seed: int) -> Trace:
    """A trace with another network of one neuron a layer."""
    recipe = Recipe.from_dict({"training": {"epochs": 1}, "record": {"chain_seed": seed}})
    return record(recipe, toy("xor"), exhibits=["chain", "links", "several", "threads"])


@pytest.fixture(scope="module", params=SEEDS)
def other(request: pytest.FixtureRequest) -> Trace:
    """Some other such networks."""
    return chain(request.param)


def numbers_of(scene: TraceScene, whole: str) -> tuple[float, list[float]]:
    """Return the exact value of a derivative that is written out on stage, and of its factors."""
    rows = [part for mobject in scene.staged() for part in mobject.get_family() if isinstance(part, Formula)]
    for row in rows:
        readings = [term.reading for term in row.submobjects if isinstance(term, Term) and term.reading is not None]
        if any(reading.key == whole for reading in readings):
            [value] = [float(reading) for reading in readings if reading.key == whole]
            return value, [float(reading) for reading in readings if reading.key != whole]
    raise AssertionError(f"no formula on stage says {whole} in numbers")


@pytest.mark.parametrize("scene", SCENES)
def test_any_such_network_fits_the_stage_and_is_shown_truly(scene: type[TraceScene], other: Trace) -> None:
    found: list[str] = []
    rehearse(scene, other, lambda told, _: found.extend([*misplaced(told), *false_pictures(told, other)]))
    assert found == []


def test_the_factors_written_out_multiply_to_the_derivative(trace: Trace) -> None:
    seen: list[int] = []

    def multiply(scene: TraceScene, beat: str) -> None:
        if beat != "the_pairs":
            value, factors = numbers_of(scene, "links/dC_dw")
            assert value == pytest.approx(prod(factors))
            seen.append(len(factors))

    rehearse(BackAnotherLayer, trace, multiply)
    assert seen == [5, 7]


@pytest.mark.parametrize(("cost", "times"), [("quadratic", 2), ("half_quadratic", 1), ("mean_quadratic", 2)])
def test_what_stands_under_the_costs_derivative_is_its_slope(cost: str, times: int) -> None:
    recipe = Recipe.from_dict({"network": {"cost": cost}, "training": {"epochs": 1}})
    trace = record(recipe, toy("xor"), exhibits=["chain"])
    error = trace["chain/a"][3] - trace["chain/y"]
    assert trace["chain/dC_da"] == pytest.approx(times * error)
    assert slope_of_cost(trace, "L") == f"{times if times > 1 else ''}(a^((L)) - y)"


def test_derivatives_are_negative_exactly_where_the_target_is_1(other: Trace) -> None:
    """What K7 says of the last weight, for sigmoids: the activation before it is never negative."""
    signs = np.sign(other["several/dC_dw"][:, 2])
    assert np.array_equal(signs, np.where(other["several/y"] == 1, -1, 1))
    assert set(other["several/y"]) == {0, 1}


def test_the_vector_is_the_column_of_all_means(trace: Trace) -> None:
    shown: list[float] = []

    def look(scene: TraceScene, beat: str) -> None:
        if beat == "the_vector":
            assert isinstance(scene, AverageAndVector)
            assert isinstance(scene.components, BarColumn)
            shown.extend(bar.shown() for bar in scene.components.bars)

    rehearse(AverageAndVector, trace, look)
    means = np.stack([trace["several/dC_dw"].mean(axis=0), trace["several/dC_db"].mean(axis=0)], axis=1)
    assert shown == pytest.approx(list(means.ravel()))
