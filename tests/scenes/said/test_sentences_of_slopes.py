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
from scenes.look.theme import Theme
from scenes.mobjects.plots.downhill import SaidSlope
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.conftest import recorded
from tests.scenes.inspection import false_pictures, misplaced

SCENES = (OneDial, TwoDials, StepByStep, Smoothness)


def said_of(trace: Trace) -> str:
    return " ".join(" ".join(scene.says(trace).values()) for scene in SCENES)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "Turn one weight alone, and measure the cost of 20 training examples", "bias"),
        ("784-16-16-10", "can end in another valley, at a cost of 0.079 instead of 0.076", "only one"),
        ("784-16-16-10", "Over two weights the cost is a landscape", "level ground"),
        (
            "784-16-16-10",
            "To save time, each of the run’s 6,000 steps asks only 5 examples.",
            "keeps a part",
        ),
        ("784-16-16-10", "The sigmoid has no jumps, so the cost has none: its slope shows the way down", "ReLU"),
        ("784-16-16-10", "The cost becomes a staircase. Three heights, flat between jumps", "wrong outputs"),
        ("2-1-3", "Turn one bias alone", "Turn one weight"),
        ("2-1-3", "leads into the same valley: along this line there is only one", "not every walk"),
        ("2-1-3", "The cost stays the same everywhere. At all 801 places", "staircase"),
        ("2-3-2", "not every walk is there after 300 steps", "another valley"),
        ("2-3-2", "The tanh has no jumps", "sigmoid"),
        ("relu", "The number of wrong outputs", "The cost becomes a staircase"),
        ("trained", "The 2 went from 0.32 to 0.98.", "brighter"),
        ("csv", "The letter is 0.00 as it was, as bright as others.", "went from"),
    ],
)
def test_captions_follow_the_numbers(name: str, said: str, unsaid: str) -> None:
    text = said_of(recorded(name))
    assert said in text
    assert unsaid not in text


def test_the_way_that_is_shown_is_down(any_trace: Trace) -> None:
    slope, walk = any_trace["line/slope"][0, 0], any_trace["line/walk"][0]
    text = OneDial.says(any_trace)["the_slope"]
    assert ("grow" in text) == (slope < 0)
    assert ("shrink" in text) == (slope > 0)
    assert (walk[1] > walk[0]) == ("grow" in text)


def test_another_valley_is_told_where_a_walk_ends_in_another(any_trace: Trace) -> None:
    ends = {valley_of(any_trace, start) for start in range(len(any_trace["line/starts"]))}
    assert ("another valley" in OneDial.says(any_trace)["another_start"]) == (len(ends) > 1)


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
        ({"epochs": 1, "batch": 1}, "each of the run’s 300 steps asks only one example."),
        ({"epochs": 1, "momentum": 0.5}, "asks only 5 examples, and keeps a part of the step before."),
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


def test_a_slope_that_is_rounded_away_is_about_0_and_has_no_sign(trace: Trace) -> None:
    slopes = trace.reading("line/slope", 0)
    said = SaidSlope(slopes[0], Theme.load(), "+.4f")
    for slope, seen in ((slopes[0], said.equal), (slopes[len(slopes) - 1], said.nearly), (slopes[0], said.equal)):
        said.say(slope)
        signs = [said.equal, said.nearly]
        assert [bool(sign.get_fill_opacity()) for sign in signs] == [sign is seen for sign in signs]
        assert bool(said.number[0].get_fill_opacity()) == (seen is said.equal)
        assert abs(said.number.shown() - float(slope)) <= said.number.rounding
