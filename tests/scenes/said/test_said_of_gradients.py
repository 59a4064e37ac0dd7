"""What is said of wishes, nudges and examples is true of the lesson's own numbers."""

from __future__ import annotations

import re

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from scenes.nudges.back_again import BackAgain
from scenes.nudges.every_example import EveryExample
from scenes.nudges.every_weight import EveryWeight
from scenes.nudges.only_one_class import OnlyOneClass
from scenes.stage.rehearsing.inspection import misplaced
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.conftest import recorded
from tests.scenes.inspection import false_pictures

SCENES = (BackAgain, EveryWeight, OnlyOneClass, EveryExample)


def says(name: str) -> str:
    return " ".join(" ".join(scene.says(recorded(name)).values()) for scene in SCENES)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "wishes fade: at the outputs up to 1.48, in the first layer 0.086", "nothing of it"),
        (
            "784-16-16-10",
            "laid out like the pixels: each nudge is effect times pixel, so down where one is lit.",
            "its input",
        ),
        ("784-16-16-10", "All together: minus the gradient", "just now"),
        (
            "784-16-16-10",
            "9,408 are exactly 0: their pixel is dark. In a small step the 93 largest bring 90% of the fall.",
            "most because",
        ),
        ("784-16-16-10", "Suppose only 2s were heard. Here is one example of each class", "examples of 2"),
        (
            "784-16-16-10",
            "After 1 update all 297 unseen are answered 2, after 27 still. So every",
            "The share",
        ),
        ("784-16-16-10", "still. So every class must be heard", "update 1 on"),
        ("26-classes", "After 6 updates all 78 unseen are answered Alfa. So every", "still. So"),
        ("784-16-16-10", "All 1,500 examples are asked", "on the way to"),
        ("relu", "are exactly 0, most because their pixel is dark", "0: their pixel"),
        ("2-1-3", "each is in proportion to its input", "pixel"),
        ("2-1-3", "None of them is 0. In a small step the 5 largest bring 93% of the fall", "exactly 0"),
        ("2-1-3", "This neuron’s weights get these nudges", "largest nudges"),
        ("26-classes", "Suppose only examples of Alfa were heard. Here is one example each of some", "Alfas"),
        ("trained", "goes from 0.14 to 0.20. After 1,000 updates that is all", "must be heard"),
        ("csv", "but just now nothing of it comes back", "in the first layer"),
        ("csv", "Just now all of them are 0", "largest gain"),
        ("csv", "was letter before, and still is", "must be heard"),
        ("csv", "The letter wants no nudge of it.", "this is its nudge"),
    ],
)
def test_captions_follow_the_lesson(name: str, said: str, unsaid: str) -> None:
    told = says(name)
    assert said in told
    assert unsaid not in told


def test_wishes_are_said_to_fade_where_they_do(any_trace: Trace) -> None:
    last, first = (np.abs(any_trace[f"dC_da{l}"][0, 0]).max() for l in (any_trace.L, 1))
    told = BackAgain.says(any_trace)["on_one_scale"]
    assert ("wishes fade" in told) == (0 < first < last / 2)


def test_the_first_weights_go_where_the_caption_says(any_trace: Trace) -> None:
    told, nudges = BackAgain.says(any_trace)["the_first_weights"], -any_trace["one/dC_dW1"]
    j = int(np.argmax(np.abs(any_trace["one/dC_db1"])))
    if way := re.search(r"so (up|down) where one is lit", told):
        lit = any_trace["x"][0] != 0
        assert np.all(nudges[j][lit] * {"up": 1, "down": -1}[way[1]] > 0)
        assert np.all(nudges[j][~lit] == 0)
    assert np.abs(nudges).max() == np.abs(nudges[j]).max()


@pytest.fixture
def heard_alone(any_trace: Trace) -> Trace:
    if missing := OnlyOneClass.missing(any_trace):
        pytest.skip(missing)
    return any_trace


def test_all_answers_are_said_to_be_one_from_where_they_are(heard_alone: Trace) -> None:
    told = OnlyOneClass.says(heard_alone)["everything_is_that_class"]
    since = re.match(r"After ([\d,]+) update", told)
    if since is not None:
        first = heard_alone["only/steps"] >= int(since[1].replace(",", ""))
        assert np.all(heard_alone["only/said"][first] == 1)
        assert heard_alone["only/said"][~first][-1] < 1


def test_the_answers_of_before_are_said_to_be_the_same_where_they_are(heard_alone: Trace) -> None:
    told, first = OnlyOneClass.says(heard_alone)["before"], heard_alone[f"only/a{heard_alone.L}"][0]
    assert ("the same to every one" in told) == (len({int(np.argmax(outputs)) for outputs in first}) == 1)


def test_how_much_the_largest_gain_is_their_part_of_the_squared_gradient(any_trace: Trace) -> None:
    told = re.search(r"largest gain (\d+)%", EveryWeight.says(any_trace)["many_and_few"])
    if told is not None:
        parts = [any_trace[f"one/dC_d{kind}{l}"].ravel() for l in range(1, any_trace.L + 1) for kind in "Wb"]
        squares = np.sort(np.concatenate(parts) ** 2)[::-1]
        part = squares[: int(any_trace["one/most"])].sum() / squares.sum()
        assert float(told[1]) == pytest.approx(100 * part, abs=0.51)


def test_all_who_pull_are_counted_and_what_is_left_is_the_mean(any_trace: Trace) -> None:
    told, pulls = EveryExample.says(any_trace), -any_trace["tugs/dC_dw"]
    up, down = (int(count) for count in re.findall(r"([\d,]+)(?: want it up|(?: down))", told["every_example"]))
    assert (up, down) == (int((pulls > 0).sum()), int((pulls < 0).sum()))
    left = abs(pulls.mean()) / (np.abs(pulls).mean() or 1.0)
    assert ("little is left" in told["the_balance"]) == (0 < left < 0.25)


def test_a_network_without_hidden_layers_is_shown_too() -> None:
    trace = record(Recipe.from_dict({"network": {"hidden": []}, "training": {"epochs": 1}, "data": {"name": "xor"}}))
    for scene in (EveryWeight, OnlyOneClass):
        assert faults(scene, trace) == []


def faults(scene_class: type[TraceScene], trace: Trace) -> list[str]:
    """Return what a rehearsal shows falsely or out of place."""
    found: list[str] = []

    def look(scene: TraceScene, beat: str) -> None:
        found.extend([*false_pictures(scene, trace), *misplaced(scene)])

    rehearse(scene_class, trace, look)
    return found
