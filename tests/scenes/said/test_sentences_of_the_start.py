"""What is said of a network to one who never saw one is true of every lesson (D1, D2, D3, D5)."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.descent.every_dial import EveryDial
from scenes.descent.one_neuron import OneNeuron
from scenes.descent.starts_with_noise import StartsWithNoise
from scenes.descent.the_network import TheNetwork
from scenes.look.decimals import MINUS
from scenes.parts.selection import telling_patch
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from tests.scenes.conftest import recorded

SCENES = (TheNetwork, OneNeuron, EveryDial, StartsWithNoise)


def says(name: str) -> str:
    return " ".join(" ".join(scene.says(recorded(name)).values()) for scene in SCENES)


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        ("784-16-16-10", "To a program this image is 784 numbers: 0 is dark, 1 is bright", "the larger, the brighter"),
        ("784-16-16-10", "in the end, the outputs: one for each digit", "These decide"),
        ("784-16-16-10", "The brightest output is the answer: the 0. Wrong: it knows nothing yet", "by luck"),
        ("784-16-16-10", "where it is dark, nothing is left", "tanh"),
        ("2-1-3", "To a program an example is 2 numbers: the larger, the brighter", "pixel"),
        ("2-1-3", "each number is that of a neuron", "nothing is left"),
        ("2-3-2", "The tanh squashes any sum into −1 to 1", "ReLU"),
        ("relu", "The ReLU keeps a positive sum and makes 0 of a negative one", "any sum"),
        ("784-16-16-10", "Nobody has turned a dial yet: all of them are drawn at random", "since"),
        ("trained", "Here they have been turned 3,200 times since", "Nobody"),
        ("trained", "the answer: the 2. Right", "trash"),
    ],
)
def test_captions_follow_the_lesson(name: str, said: str, unsaid: str) -> None:
    told = says(name)
    assert said in told
    assert unsaid not in told


def test_the_answer_is_the_largest_output_of_the_first_recorded_step(any_trace: Trace) -> None:
    outputs, told = any_trace[f"a{any_trace.L}"][0, 0], TheNetwork.says(any_trace)["the_answer"]
    if len(any_trace.classes) != len(outputs):
        own = any_trace.own_output(0)
        assert f"{outputs[own]:.2f}".replace("-", MINUS) in told
        assert f"should be {any_trace['y'][0, own]:.{2 if any_trace.answers.numbers else 0}f}" in told
        assert "brightest" not in told
        return
    best = np.flatnonzero(outputs == outputs.max())
    if len(best) > 1:
        assert "none is brighter" in told
    else:
        assert f"the answer: the {any_trace.classes[best[0]]}." in told
        assert ("Wrong" in told) == (best[0] != any_trace.label(0))


def test_every_edge_and_dial_of_what_is_drawn_shows_its_weight_of_the_first_recorded_step(any_trace: Trace) -> None:
    shown: dict[str, dict[int, np.ndarray]] = {}

    def measure(scene: TraceScene, beat: str) -> None:
        assert isinstance(scene, EveryDial)
        if beat == "every_weight":
            shown["edges"] = {l: edges.shown() for l, edges in scene.edges.items()}
            shown["dials"] = {l: field.shown() for l, field in enumerate(scene.weight_dials, 1)}
            shown["drawn"] = {l: np.array(column.indices) for l, column in scene.hero.network.columns.items()}

    rehearse(EveryDial, any_trace, measure)
    for l in range(1, any_trace.L + 1):
        sources = shown["drawn"].get(l - 1, np.arange(any_trace.sizes[l - 1]))
        weights = any_trace[f"W{l}"][0][np.ix_(shown["drawn"][l], sources)]
        assert np.allclose(shown["edges"][l], np.abs(weights), atol=1e-9)
        assert np.allclose(shown["dials"][l], weights, atol=1e-9)


def test_the_patch_lies_in_the_image_and_shows_dark_and_bright(trace: Trace) -> None:
    rows, columns = telling_patch(trace["x"][0], (28, 28), (6, 6))
    patch = trace["x"][0].reshape(28, 28)[rows.start : rows.stop, columns.start : columns.stop]
    assert patch.shape == (6, 6)
    assert patch.min() < 0.1
    assert patch.max() > 0.9
    assert telling_patch(np.zeros(16), (4, 4), (6, 6)) == (range(4), range(4))
