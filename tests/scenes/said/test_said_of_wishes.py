"""What is said follows the lesson: its signs, its cost, its functions, how much has been learned."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from scenes.nudges.output_nudges import OutputNudges
from scenes.nudges.previous_layer import PreviousLayer
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.nudges.three_levers import ThreeLevers
from scenes.parts.selection import network_shape, spoken_of
from tests.scenes.conftest import recorded


def says(name: str) -> str:
    trace = recorded(name)
    scenes = (OutputNudges, ThreeLevers, PreviousLayer, SumOfWishes)
    return " ".join(" ".join(scene.says(trace).values()) for scene in scenes)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "What comes out is trash: the 2 gets 0.31, but the 0 gets 0.74", "luck"),
        ("784-16-16-10", "The 2 should light up, the rest should dim.", "softmax"),
        ("784-16-16-10", "Each arrow is a wish: twice the error. The 7 asks for least", "nudge of its bias"),
        ("784-16-16-10", "Of its wish, +1.38, its curve lets +0.295 through: its effect.", "comes out: the"),
        ("softmax", "and the softmax will dim the rest by itself", "the rest should dim"),
        ("softmax", "This cost looks at the 2 alone", "asks for least"),
        ("softmax", "needs its weighted sum to", "as long as the output is wrong"),
        ("relu", "Each arrow is a wish: the rate at which the cost would fall", "twice the error"),
        ("2-1-3", "follows from the neuron before it", "very same neurons"),
        (
            "2-1-3",
            "It is the only neuron before the I. If it were darker, its weight would count less",
            "a dark neuron",
        ),
        ("2-1-3", "Take an example of the class", "handwritten"),
        ("784-1000-10", "follows from the 1,000 neurons before it", "1000 neurons"),
        ("trained", "the network as it is after 3,200 updates", "learned nothing yet"),
        ("trained", "What comes out is right: the 2 gets", "trash"),
        ("26-classes", "The Alfa should light up", "…"),
        ("csv", "just now all of them are flat, and nobody speaks", "one wave after the other"),
        ("csv", "So just now this one example wants nothing of the whole layer", "the sum grows"),
    ],
)
def test_captions_follow_the_lesson(name: str, said: str, unsaid: str) -> None:
    told = says(name)
    assert said in told
    assert unsaid not in told


def test_signs_in_captions_are_those_of_the_trace(any_trace: Trace) -> None:
    L, own = any_trace.L, any_trace.own_output(0)
    wishes, effect = -any_trace[f"dC_da{L}"][0, 0], -any_trace[f"delta{L}"][0, 0, own]
    its_own, _, of_the_rest = OutputNudges.says(any_trace)["the_wishes"].rstrip(".").partition(", ")
    assert its_own.endswith(("should light up", "should rise")) == (wishes[own] > 0)
    rest = np.delete(wishes, own)
    assert ("the rest should dim" in of_the_rest) == bool((rest <= 0).all() and rest.any())
    levers = ThreeLevers.says(any_trace)
    assert ("raised a little, it lowers the cost" in levers["the_bias"]) == (effect > 0)
    before = PreviousLayer.says(any_trace)["the_wishes"]
    assert before.startswith("Brighter where its weight is positive") == (effect > 0)


def test_what_captions_name_is_drawn_however_many_classes_there_are() -> None:
    trace = recorded("26-classes")
    shape = network_shape(trace, 0, 0)
    assert set(spoken_of(trace, 0, 0)) <= set(shape.keep)
    assert trace.label(0) in shape.keep


def test_outputs_that_wish_for_less_are_told_to_dim() -> None:
    """An identity output beyond 1 should come down, whatever class it stands for."""
    tables = {
        "data": {"name": "xor"},
        "network": {"hidden": [3], "output": "identity", "init": "normal", "seed": 0},
        "training": {"epochs": 1, "eta": 0.01},
    }
    for seed in range(20):
        tables["network"]["seed"] = seed  # type: ignore[index]
        trace = record(Recipe.from_dict(tables))
        if trace["a2"][0, 0, trace.label(0)] > 1:
            break
    told = ThreeLevers.says(trace)
    assert "Three kinds of levers could lower it" in told["one_output"]
    assert "raised a little, it raises the cost" in told["the_bias"]
    assert "should dim" in OutputNudges.says(trace)["the_wishes"]
