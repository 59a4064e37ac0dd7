"""What is said of weights, of wishes and of effects is true of every lesson."""

from __future__ import annotations

import re

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from scenes.nudges.bang_for_the_buck import BangForTheBuck
from scenes.nudges.sensitivity import Sensitivity
from scenes.nudges.the_question import TheQuestion
from scenes.nudges.three_levers import ThreeLevers
from scenes.nudges.wish_and_effect import WishAndEffect
from scenes.parts.outputs import FLAT, WRONG, told_of
from tests.scenes.conftest import recorded
from tests.scenes.networks import KINDS, cloud

SCENES = (TheQuestion, Sensitivity, BangForTheBuck, WishAndEffect)


def says(name: str) -> str:
    return " ".join(" ".join(scene.says(recorded(name)).values()) for scene in SCENES)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "13,002 dials, its weights and biases, made this answer", "nothing, at any of them"),
        ("784-16-16-10", "Two of 12,960 weights", "far from 0"),
        ("784-16-16-10", "+0.295, times the brightness of its neuron", "times the activation"),
        ("784-16-16-10", "the weight grows most: fire together, wire together.*", "turned round.*"),
        ("784-16-16-10", "nearly flat near 0 and 1: wish times slope is the effect", "simply"),
        ("784-16-16-10", "on flat ground its effect is only", "this cost wishes"),
        ("2-3-2", "times the activation of its neuron", "times the brightness"),
        ("2-3-2", "nearly flat near −1 and 1", "near 0 and 1"),
        ("2-1-3", "One of 5 weights", "Two of"),
        ("2-1-3", "Twice as bright counts twice: it stands on a straight line through 0.", "all stand on"),
        ("2-3-2", "Twice as far from 0 counts twice: all stand on one straight line through 0.", "as bright"),
        ("csv", "The answer: nothing, at any of them", "the wider the more"),
        (
            "csv",
            "no weight of it counts. All stand at 0, whatever they show. So none of its weights is to change",
            "twice",
        ),
        ("csv", "The curve is flat below 0", "nearly flat"),
        ("csv", "on flat ground its effect is 0", "is only +"),
        ("softmax", "they share a total of 1", "Wish times slope"),
        ("softmax", "for a sum is its effect: with this cost simply y − a", "flat ground"),
        ("softmax", "while the sum of the 2 should grow", "while the 2 should light up"),
        ("relu", "wish times slope is the effect on the sum: with this cost simply y − a", "flat ground"),
        ("trained", "No output is badly wrong and hard to move here", "Let the last weights"),
        ("saturated", "The 9 shows 0.99 and wishes −1.97", "Let the last weights"),
    ],
)
def test_captions_follow_the_lesson(name: str, said: str, unsaid: str) -> None:
    told = says(name)
    assert said in told
    assert unsaid not in told


def test_how_the_cost_moves_is_what_was_measured(any_trace: Trace) -> None:
    told = Sensitivity.says(any_trace)
    first, second = np.abs(any_trace["sensitivity/change_C"][:, -1])
    assert ("examples, follows" in told["the_first"]) == bool(first)
    assert ("barely moves" in told["the_second"]) == (second > 0 and first > 5 * second)
    ratio = re.search(r"([\d,.]+) to 1", told["the_second"])
    if ratio is not None:
        assert float(ratio[1].replace(",", "")) == pytest.approx(first / second, abs=0.51)


def test_who_grows_and_who_shrinks_is_the_sign_of_the_effect(any_trace: Trace) -> None:
    told, effect = BangForTheBuck.says(any_trace)["fire_together"], -any_trace["levers/dC_db"]
    assert ("fire together" in told) == bool(effect)
    if "grows most" in told:
        assert effect > 0
        wanted = -any_trace["levers/dC_dw"]
        before = any_trace[f"a{any_trace.L - 1}"][0, 0]
        assert wanted.argmax() == before.argmax()


def test_the_output_that_is_told_of_is_wrong_and_stuck(any_trace: Trace) -> None:
    j, told = told_of(any_trace), WishAndEffect.says(any_trace)
    wrong = np.abs(any_trace["effect/a"] - any_trace["y"][0])
    if j is None:
        assert not ((wrong > WRONG) & (np.abs(any_trace["effect/da_dz"]) < FLAT)).any()
        return
    assert f"The {any_trace.classes[j]} shows" in told["larger_weights"]
    if any_trace.cost_name == "quadratic":
        assert wrong[j] > WRONG
        assert abs(any_trace["effect/delta"][j]) < 0.1 * abs(any_trace["effect/dC_da"][j])


def test_with_the_cross_entropy_the_effect_is_the_error() -> None:
    for name in ("softmax", "relu"):
        trace = recorded(name)
        assert "simply y − a" in WishAndEffect.says(trace)["what_comes_of_them"]
        L = trace.L
        assert np.allclose(-trace[f"delta{L}"][0, 0], trace["y"][0] - trace[f"a{L}"][0, 0])
        assert np.allclose(-trace["effect/delta"], trace["y"][0] - trace["effect/a"])


def test_where_a_curve_falls_an_output_is_raised_by_a_smaller_sum() -> None:
    """A GELU falls below about -0.75: the output has to rise, and so its sum and its bias have to shrink."""
    network = {"hidden": [6, 6], "activation": "gelu", "output": "gelu", "cost": "half_quadratic", "seed": 21}
    plan = Recipe.from_dict({"network": network, "training": {"epochs": 1, "eta": 0.1}, "record": {"steps": [0]}})
    trace = record(plan, cloud(4, KINDS), exhibits=["levers", "sweeps"])
    l, j = trace.L, trace.label(0)
    assert trace[f"dC_da{l}"][0, 0, j] < 0 < trace[f"delta{l}"][0, 0, j]
    told = ThreeLevers.says(trace)
    assert "Three kinds of levers could raise it." in told["one_output"]
    assert "raised a little, it raises the cost" in told["the_bias"]
    assert "should light up" in BangForTheBuck.says(trace)["fire_together"]
