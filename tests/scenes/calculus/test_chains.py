"""What is shown and said of the network with one neuron a layer holds for any such network (K4 to K9)."""

from __future__ import annotations

import re
from math import prod

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from netsim.figures.calculus.chain import answers_least, answers_most, answers_to_activation, further_back
from scenes.calculus.average_and_vector import AverageAndVector
from scenes.calculus.back_another_layer import BackAnotherLayer
from scenes.calculus.small_nudge import SmallNudge
from scenes.calculus.swap_one_factor import SwapOneFactor
from scenes.look.theme import Theme
from scenes.parts.calculus.derivatives.slopes import Slopes
from scenes.parts.calculus.link.chain import StandingChain
from scenes.parts.calculus.measured import twice
from scenes.stage.formats import WIDE
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.inspection import false_pictures
from tests.scenes.networks import toy

SCENES = (SmallNudge, AverageAndVector, SwapOneFactor, BackAnotherLayer)
THEME = Theme.load()
SEEDS = (2, 3, 11)  # a negative weight in the middle, at the end, small derivatives


def chain(seed: int) -> Trace:
    """A trace with another network of one neuron a layer."""
    recipe = Recipe.from_dict({"training": {"epochs": 1}, "record": {"chain_seed": seed}})
    return record(recipe, toy("xor"), exhibits=["chain", "links", "several", "threads"])


@pytest.fixture(scope="module", params=SEEDS)
def other(request: pytest.FixtureRequest) -> Trace:
    """Some other such networks."""
    return chain(request.param)


@pytest.mark.parametrize("scene", SCENES)
def test_any_such_network_fits_the_stage_and_is_shown_truly(scene: type[TraceScene], other: Trace) -> None:
    found: list[str] = []
    rehearse(scene, other, lambda told, _: found.extend([*misplaced(told), *false_pictures(told, other)]))
    assert found == []


def test_the_factors_in_the_gaps_multiply_to_the_derivative(other: Trace) -> None:
    seen: list[int] = []

    def multiply(scene: TraceScene, beat: str) -> None:
        assert isinstance(scene, BackAnotherLayer)
        if beat != "the_answer":
            factors = [readout.reading for *_, readout in scene.back.factors]
            seen.append(len(factors))
            product = prod(float(factor) for factor in factors)
            assert product == pytest.approx(other["links/dC_dw"][scene.row.first - 1])

    rehearse(BackAnotherLayer, other, multiply)
    assert seen == [5, 7]


def test_the_answer_to_the_guess_is_the_largest_and_the_smallest(other: Trace) -> None:
    weights, biases = np.abs(other["links/dC_dw"]), np.abs(other["links/dC_db"])
    by_name = {f"{kind}{l + 1}": sizes[l] for kind, sizes in (("w", weights), ("b", biases)) for l in range(3)}
    assert answers_most(other) == max(by_name, key=by_name.__getitem__)
    assert answers_least(other) == min(by_name, key=by_name.__getitem__)
    fainter = sorted(weights) == list(weights) and sorted(biases) == list(biases)
    assert further_back(other) == ("fainter" if fainter else "uneven")


def test_what_is_said_of_a_colour_is_said_of_that_of_the_pulse(other: Trace) -> None:
    roles: list[str] = []

    def look(scene: TraceScene, beat: str) -> None:
        if beat == "the_pulse":
            assert isinstance(scene, SmallNudge)
            roles.extend(re.findall(r"\]\((up|down)\)", scene.sentences(other)[beat]))
            roles.extend("down" if bar.shown() < 0 else "up" for bar in scene.left)

    rehearse(SmallNudge, other, look)
    assert len(roles) == 4
    assert len(set(roles)) == 1
    assert answers_to_activation(other) == {"down": "falls", "up": "rises"}[roles[0]]


def test_the_six_bars_hang_under_their_own_numbers_on_one_scale(other: Trace) -> None:
    chain = StandingChain(other, THEME, WIDE.stage).with_cost()
    slopes = Slopes(chain, WIDE.stage)
    units = set()
    for name, (symbol, _, bar, number) in slopes.columns.items():
        l = int(name[1:])
        value = (chain.weights if name[0] == "w" else chain.biases)[l]
        assert symbol.get_x() == pytest.approx(bar.get_x()) == pytest.approx(value.get_x())
        assert float(number.reading) == float(bar.reading) == other[f"links/dC_d{name[0]}"][l - 1]
        units.add(round(bar.scale_of_length.unit, 9))
    assert len(units) == 1
    columns = slopes.columns.values()
    assert min(column.get_bottom()[1] for column in columns) >= slopes.foot.top
    assert max(column.get_top()[1] for column in columns) <= chain.biases[1].get_bottom()[1]


@pytest.mark.parametrize(("cost", "times"), [("quadratic", 2), ("half_quadratic", 1), ("mean_quadratic", 2)])
def test_what_stands_under_the_costs_derivative_is_its_slope(cost: str, times: int) -> None:
    recipe = Recipe.from_dict({"network": {"cost": cost}, "training": {"epochs": 1}})
    trace = record(recipe, toy("xor"), exhibits=["chain"])
    error = trace["chain/a"][3] - trace["chain/y"]
    assert trace["chain/dC_da"] == pytest.approx(times * error)
    assert twice(trace) == (f"{times}" if times > 1 else "")


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
            shown.extend(bar.shown() for bar in scene.means.bars.bars)

    rehearse(AverageAndVector, trace, look)
    means = np.stack([trace["several/dC_dw"].mean(axis=0), trace["several/dC_db"].mean(axis=0)], axis=1)
    assert shown == pytest.approx(list(means.ravel()))
