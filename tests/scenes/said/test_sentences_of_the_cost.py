"""What is said of examples, of their costs and of all components is true of every lesson."""

from __future__ import annotations

import pytest

from netsim import Trace
from netsim.figures.examples import examples_shown
from scenes.descent.cost_of_all import CostOfAll
from scenes.descent.cost_of_one import CostOfOne
from scenes.descent.every_component import EveryComponent
from scenes.descent.labelled_examples import LabelledExamples
from scenes.descent.one_number import OneNumber
from scenes.words.messages import Messages
from tests.scenes.conftest import recorded

SCENES = (LabelledExamples, CostOfOne, CostOfAll, OneNumber, EveryComponent)


def says(name: str) -> str:
    return " ".join(" ".join(scene.says(recorded(name)).values()) for scene in SCENES)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "The 2 shows 0.31 and should show 1. On that gap stands a square.", "logarithm"),
        ("784-16-16-10", "they are one amount: the cost of this example, 2.64", "2.643"),
        ("784-16-16-10", "they move by 0.012 at most. It answers 0 to everything", "0.01 at most"),
        ("784-16-16-10", "Over all 1,500 training examples the average is 2.40: the cost C", "2.398"),
        (
            "784-16-16-10",
            (
                "without the 90 largest of 13,002, the gradient is not even a third as long. "
                "A step of the 90 largest alone brings the cost down nearly as far as a step of all 13,002."
            ),
            "90 %",
        ),
        ("784-16-16-10", "The network is a machine: pixels in, answers out, dials inside.", "inputs in"),
        ("784-16-16-10", "6,048 are exactly 0: for pixels dark in every example", "None of them"),
        ("2-3-2", "The network is a machine: inputs in, answers out, dials inside.", "pixels"),
        ("2-3-2", "17 numbers. None of them is exactly 0", "dark"),
        ("softmax", "The other outputs add nothing of their own", "square"),
        ("relu", "The others cost more, the nearer they are to 1", "square"),
        ("gelu", "On that gap stands a square; half of it counts", "a part of it"),
        ("leaky-relu", "On that gap stands a square; a part of it counts", "to everything"),
        ("trained", "the cost of this example, 0.00", "to everything"),
    ],
)
def test_captions_follow_the_lesson(name: str, said: str, unsaid: str) -> None:
    told = says(name)
    assert said in told
    assert unsaid not in told


def test_one_answer_to_everything_is_said_only_where_it_is_so(any_trace: Trace) -> None:
    answers = set(any_trace["data/said"].tolist()) if any_trace.classes else set()  # numbers answer nothing
    told = CostOfAll.says(any_trace)["the_answers"]
    assert ("to everything" in told) == (len(answers) == 1)


@pytest.mark.parametrize(
    ("data", "shape", "said"),
    [
        ("digits", [28, 28], "1,797 examples (60 shown): 8 × 8 scans, drawn larger"),
        ("mnist", [28, 28], "1,797 examples (60 shown) of MNIST, 28 × 28 pixels"),
        ("images", [28, 28], "1,797 examples (60 shown), scaled to 28 × 28 pixels"),
        ("arrays", [28, 28], "1,797 examples (60 shown)"),
        ("csv", None, "1,797 examples (60 shown)"),
    ],
)
def test_it_is_said_where_images_come_from(trace: Trace, data: str, shape: list[int] | None, said: str) -> None:
    other = Trace(trace.header | {"data": data, "image_shape": shape}, trace)
    facts = LabelledExamples.facts(other) | {"shown": examples_shown(other)}
    assert Messages.load().say("LabelledExamples", facts, "all_examples") == said


def test_weights_of_dark_inputs_are_among_those_that_are_0(any_trace: Trace) -> None:
    told = EveryComponent.says(any_trace)["every_dial"]
    zero = int(any_trace["gradient/zero"])
    assert (f"{zero:,} " in told.partition(". ")[2]) == (0 < zero < int(any_trace["gradient/components"]))
    silent = int((~any_trace["gradient/dC_dW1"].any(axis=0)).sum()) * any_trace.sizes[1]
    if "exactly 0: for" in told:
        assert silent == zero


def test_the_step_of_the_largest_alone_is_told_beside_that_of_all(any_trace: Trace) -> None:
    told = EveryComponent.says(any_trace)["one_step"]
    fall, alone = (any_trace["step/C_all"][0] - any_trace[f"step/C_{who}"][-1] for who in ("all", "most"))
    if "nearly as far" in told:
        assert 0.9 * fall <= alone <= fall
        return
    said = [float(word.strip(".,;")) for word in told.split(" to ")[1:] for word in word.split()[:1]]
    assert said == pytest.approx([any_trace[f"step/C_{who}"][-1] for who in ("all", "most", "others")], rel=2e-2)
