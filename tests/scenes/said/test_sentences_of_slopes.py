"""What is said of slopes, valleys, the run and staircases is true of the lesson's own numbers."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from netsim.figures.descent.terrain import level_stretches, valley_of
from scenes.descent.one_dial import OneDial
from scenes.descent.smoothness import Smoothness
from scenes.descent.step_by_step import StepByStep
from scenes.descent.two_dials import TwoDials
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.conftest import recorded
from tests.scenes.inspection import false_pictures

SCENES = (OneDial, TwoDials, StepByStep, Smoothness)


def said_of(trace: Trace) -> str:
    return " ".join(" ".join(scene.says(trace).values()) for scene in SCENES)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "of 2,208 that were tried, its curve is the clearest", "No other dial"),
        ("784-16-16-10", "Left of the dip the slope is negative: turn the dial up", "Where the slope is negative"),
        ("784-16-16-10", "Both rest at a local minimum, the lowest place around. Training left", "rolls on"),
        ("784-16-16-10", "Over two dials the cost is a landscape", "level ground"),
        (
            "784-16-16-10",
            "For speed, each of 6,000 steps asks only 5 examples.",
            "keeps a part",
        ),
        ("784-16-16-10", "the cost would be a staircase. On each tread the slope is 0", "wrong outputs"),
        ("2-1-3", "No other dial was tried: from the lit inputs there is only this one", "its curve is the clearest"),
        ("2-1-3", "A ball still on a slope rolls on", "come to rest"),
        ("relu", "the number of wrong outputs would never change. On level ground", "the cost would"),
        ("trained", "The 2 went from 0.32 to 0.98.", "brighter"),
        ("csv", "The letter is 0.00 as it was, as bright as others.", "went from"),
    ],
)
def test_captions_follow_the_numbers(name: str, said: str, unsaid: str) -> None:
    text = said_of(recorded(name))
    assert said in text
    assert unsaid not in text


def test_a_dial_is_turned_up_where_the_cost_falls_to_the_right(any_trace: Trace) -> None:
    slopes, walks = any_trace["line/slope"], any_trace["line/walk"]
    said = OneDial.says(any_trace)["both_ways"]
    assert ("Left of the dip" in said) == (slopes[0, 0] < 0 < slopes[1, 0])
    if walks.shape[1] > 1:
        np.testing.assert_array_equal(np.sign(walks[:, 1] - walks[:, 0]), -np.sign(slopes[:, 0]))


def test_a_minimum_of_its_own_is_told_where_balls_come_to_rest_apart(any_trace: Trace) -> None:
    ends = {valley_of(any_trace, start) for start in range(len(any_trace["line/starts"]))}
    said = OneDial.says(any_trace)["the_minimum"]
    if "rolls on" not in said:
        assert ("of its own" in said) == (len(ends) > 1)
        assert ("near it" in said) == (
            np.abs(any_trace["line/minima"] - any_trace["line/value"]).min() <= np.ptp(any_trace["line/w"]) / 10
        )


def test_stairs_are_stretches_of_equal_cost(any_trace: Trace) -> None:
    costs = any_trace["stairs/C"]
    stretches = level_stretches(any_trace)
    assert all(len(np.unique(costs[list(stretch)])) == 1 for stretch in stretches)
    flat = sum(len(stretch) - 1 for stretch in stretches) / (len(costs) - 1)
    assert flat == pytest.approx(float(any_trace["stairs/flat"]))


@pytest.mark.parametrize(
    ("training", "said"),
    [
        ({"method": "full_batch", "epochs": 2}, "gradient descent. Here are all 2 steps of the run."),
        ({"epochs": 1, "batch": 1}, "each of 300 steps asks only one example."),
        ({"epochs": 1, "momentum": 0.5}, "asks only 5 examples, and keeps a part of the step before."),
        ({"epochs": 1, "rule": "adam"}, "Adam divides what each dial is asked by how much it is usually asked."),
    ],
)
def test_the_run_is_told_as_it_was(training: dict[str, object], said: str) -> None:
    plan = {"training": training, "data": {"name": "xor"}, "network": {"hidden": [3]}}
    assert said in StepByStep.says(record(Recipe.from_dict(plan), exhibits=StepByStep.needs))["the_run"]


def changed(trace: Trace, **arrays: np.ndarray) -> Trace:
    """Return a trace with other arrays in the places of some."""
    replaced = {key.replace("__", "/"): value for key, value in arrays.items()}
    return Trace(trace.header, {key: trace[key] for key in trace} | replaced)


@pytest.mark.parametrize("places", [1, 3])
def test_level_ground_is_told_and_drawn(trace: Trace, places: int) -> None:
    """A dead network: the cost is the same wherever its parameters go, and every slope is 0."""
    none, walk = np.zeros(places), np.zeros((places, 2))
    level = changed(
        trace,
        **{f"line__{name}": np.zeros_like(trace[f"line/{name}"]) for name in ("C", "slope", "walk_C")},
        line__walk=np.repeat(trace["line/starts"][:, None], trace["line/walk"].shape[1], axis=1),
        line__minima=trace["line/starts"][:1],
        line__minima_C=np.zeros(1),
        plane__C=np.zeros_like(trace["plane/C"]),
        plane__path=walk,
        plane__path_C=none,
        plane__gradient=walk,
        plane__length=none,
        stairs__C=np.zeros_like(trace["stairs/C"]),
        stairs__levels=np.array(1),
        stairs__flat=np.array(1.0),
    )
    text = said_of(level)
    for said in ("the slope is 0, and shows no way", "the cost never changes", "Here the gradient is 0"):
        assert said in text
    for scene in (OneDial, TwoDials, Smoothness):
        faults: list[str] = []

        def look(staged: TraceScene, beat: str, faults: list[str] = faults) -> None:
            faults += [f"{beat}: {fault}" for fault in [*false_pictures(staged, level), *misplaced(staged)]]

        rehearse(scene, level, look)
        assert faults == []
