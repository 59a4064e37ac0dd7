"""What is said of a network to one who never saw one is true of every lesson (D1, D2, D3, D5)."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.descent.every_dial import EveryDial
from scenes.descent.one_neuron import OneNeuron
from scenes.descent.starts_with_noise import StartsWithNoise
from scenes.descent.the_network import TheNetwork
from scenes.parts.selection import telling_patch
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.conftest import recorded

SCENES = (TheNetwork, OneNeuron, EveryDial, StartsWithNoise)


def says(name: str) -> str:
    return " ".join(" ".join(scene.says(recorded(name)).values()) for scene in SCENES)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "Here is a handwritten 2. You see at once what it is: how can a program tell?", "class 2"),
        ("784-16-16-10", "it is 784 numbers, one for each pixel: 0 is dark, 1 is bright", "the larger, the brighter"),
        ("784-16-16-10", "two hidden layers of 16 neurons, then 10 outputs", "wrong"),
        ("784-16-16-10", "the brightest is the answer: the 2, with 0.98. How did it get there?", "nothing yet"),
        (
            "784-16-16-10",
            "Each neuron after the pixels also has a bias: in all 13,002 numbers to turn",
            "after the input",
        ),
        ("784-16-16-10", "Nobody has turned a dial yet: all of them are drawn at random", "since"),
        ("784-16-16-10", "This network has already learned. Each layer decides", "a little"),
        ("2-1-3", "This network has already learned a little.", "How did it get there?"),
        ("2-1-3", "Each neuron after the inputs also has a bias: in all 9 numbers", "pixel"),
        ("784-16-16-10", "Another common choice is the ReLU", "tanh"),
        ("784-32-16-10", "hidden layers of 32 and 16 neurons", "two hidden layers"),
        ("784-1000-10", "a hidden layer of 1,000 neurons", "layers of"),
        ("2-1-3", "a hidden layer of 1 neuron, then", "neurons, then"),
        ("2-1-3", "Both are the input layer", "All 2"),
        ("six-hidden", "six hidden layers of 6 neurons", "pixel"),
        ("six-hidden", "an example of the class setosa. How can a program tell the class?", "handwritten"),
        ("2-3-2", "the tanh squashes it into −1 to 1", "ReLU"),
        ("relu", "The ReLU keeps a positive sum and makes 0 of a negative one", "any number"),
        ("relu", "Another common choice is the sigmoid", "choice is the ReLU"),
        ("csv", "Here none is brighter than all others", "the answer: the"),
        ("trained", "Here they have been turned 3,200 times since", "Nobody"),
        ("trained", "What comes out is right", "trash"),
    ],
)
def test_captions_follow_the_lesson(name: str, said: str, unsaid: str) -> None:
    told = says(name)
    assert said in told
    assert unsaid not in told


def test_the_answer_is_the_largest_output_of_the_last_recorded_step(any_trace: Trace) -> None:
    outputs, told = any_trace[f"a{any_trace.L}"][-1, 0], TheNetwork.says(any_trace)["the_answer"]
    best = np.flatnonzero(outputs == outputs.max())
    if len(best) > 1:
        assert "none is brighter" in told
    else:
        assert f"the answer: the {any_trace.classes[best[0]]}, with {outputs.max():.2f}" in told
        assert ("wrong" in told) == (best[0] != any_trace.label(0))


def test_every_edge_of_the_last_recorded_step_is_drawn(any_trace: Trace) -> None:
    drawn: dict[int, np.ndarray] = {}

    def measure(scene: TraceScene, beat: str) -> None:
        assert isinstance(scene, EveryDial)
        if beat == "every_weight":
            drawn.update({l: edges.shown() for l, edges in scene.network.edges.items()})

    rehearse(EveryDial, any_trace, measure)
    assert sum(weights.size for weights in drawn.values()) == sum(
        k * j for k, j in zip(any_trace.sizes, any_trace.sizes[1:], strict=False)
    )
    for l, weights in drawn.items():
        assert np.allclose(weights, any_trace[f"W{l}"][-1], atol=1e-9)


def test_the_patch_lies_in_the_image_and_shows_dark_and_bright(trace: Trace) -> None:
    rows, columns = telling_patch(trace["x"][0], (28, 28), 6)
    patch = trace["x"][0].reshape(28, 28)[rows.start : rows.stop, columns.start : columns.stop]
    assert patch.shape == (6, 6)
    assert patch.min() < 0.1
    assert patch.max() > 0.9
    assert telling_patch(np.zeros(16), (4, 4), 6) == (range(4), range(4))
