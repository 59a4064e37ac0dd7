"""What is said of a network whose weights come from a file, shown as it is: nothing of noise, luck, or training."""

import numpy as np
import pytest

from netsim import Network, Recipe, Trace, record
from scenes.calculus.many_neurons import ManyNeurons
from scenes.descent.one_dial import OneDial
from scenes.descent.starts_with_noise import StartsWithNoise
from scenes.descent.the_network import TheNetwork
from scenes.descent.what_it_learned import WhatItLearned
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene

SAID = {
    TheNetwork: ("by luck", "knows nothing"),
    StartsWithNoise: ("luck", "trash", "Nobody has turned"),
    OneDial: ("Training left",),
    OutputNudges: ("learned nothing", "luck", "trash"),
    ManyNeurons: ("untrained",),
}


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> Trace:
    """A 2-3-2 network from a file, on the exclusive or, of which one moment is recorded."""
    folder, network = tmp_path_factory.mktemp("elsewhere"), Network.init([2, 3, 2], np.random.default_rng(1))
    np.savez(folder / "net.npz", W1=network.W[1], b1=network.b[1], W2=network.W[2], b2=network.b[2])
    plan = {"network": {"weights": "net.npz"}, "data": {"name": "xor"}, "training": {"epochs": 0}}
    needs = {exhibit for scene in (*SAID, WhatItLearned) for exhibit in scene.needs}
    trace = record(Recipe.from_dict(plan), beside=folder, exhibits=sorted(needs))
    assert trace.steps.tolist() == [0]
    np.testing.assert_array_equal(trace["W1"][0], network.W[1])
    return trace


@pytest.mark.parametrize("scene", SAID)
def test_nothing_is_said_that_is_true_of_drawn_weights_alone(brought: Trace, scene: type[TraceScene]) -> None:
    said = " ".join(map(str, scene.says(brought).values()))
    assert [words for words in SAID[scene] if words in said] == []
    assert any(words in " ".join(map(str, scene.says(drawn()).values())) for words in SAID[scene])


def drawn() -> Trace:
    """The same on drawn weights, after a short training."""
    plan = {"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 1}}
    needs = {exhibit for scene in SAID for exhibit in scene.needs}
    return record(Recipe.from_dict(plan), exhibits=sorted(needs))


def test_beats_of_the_training_are_left_out_and_the_others_stand_without_them(brought: Trace) -> None:
    assert list(WhatItLearned.says(brought)) == ["can_you_read_them", "wrong_ones"]
    scene = rehearse(WhatItLearned, brought, lambda scene, beat: None, leads_on=True)
    assert [said.beat for said in scene.spoken] == ["can_you_read_them", "wrong_ones"]
