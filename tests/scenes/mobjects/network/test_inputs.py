"""Inputs of a table stand with names and values: whole, cut or one under the other, as there is room."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Feature, Reading
from scenes.look.theme import Theme
from scenes.mobjects.network.inputs import Inputs, short_name
from scenes.words.messages import Messages

THEME = Theme.load()
FEATURES = (
    Feature("bill_length_mm", 32.1, 27.5, decimals=1),
    Feature("mass", 2700.0, 3600.0, decimals=0),
    Feature("island=Torgersen", kind="choice", decimals=0),
)
X = Reading(np.array([0.25, 0.5, 1.0]), "x", (0,))


def column(room: float, height: float = 3.0, pitch: float = 0.62) -> Inputs:
    inputs = Inputs(len(FEATURES), height, THEME, Messages.load(), pitch=pitch)
    inputs.set_readings(X)
    return inputs.with_names(FEATURES, X, room)


def test_each_stands_left_of_its_neuron_with_its_value_in_the_tables_units() -> None:
    inputs = column(4.0)
    assert inputs.labels is not None
    shown = [one.value.shown() for one in inputs.labels.named]
    assert shown == pytest.approx([39.0, 4500, 1], abs=0.051)
    assert [one.called.sentence for one in inputs.labels.named] == [one.name for one in FEATURES]
    for k, one in enumerate(inputs.labels.named):
        assert one.get_right()[0] < inputs.neuron(k).get_left()[0]
        assert one.called.get_right()[0] < one.value.get_left()[0], "in one line"
        assert one.called.middle == pytest.approx(inputs.neuron(k).get_y(), abs=0.01)


def test_another_example_changes_values_and_what_is_chosen() -> None:
    inputs = column(4.0)
    assert inputs.labels is not None
    choice = inputs.labels.named[2]
    assert choice.called.get_color() == THEME.of("ink")
    inputs.set_readings(Reading(np.array([1.0, 0.0, 0.0]), "data/x", (3,)))
    assert [one.value.shown() for one in inputs.labels.named] == pytest.approx([59.6, 2700, 0], abs=0.051)
    assert inputs.labels.named[0].value.reading.key == "in_units/data/x"
    assert choice.called.get_color() == THEME.of("dim")


@pytest.mark.parametrize("room", [1.2, 1.6, 2.0, 3.0, 4.0])
@pytest.mark.parametrize("pitch", [0.25, 0.62])
def test_they_keep_to_their_room_and_never_run_into_one_another(room: float, pitch: float) -> None:
    inputs = column(room, pitch=pitch)
    assert inputs.labels is not None
    assert inputs.neurons.get_left()[0] - inputs.get_left()[0] <= room + 0.01
    stacked = inputs.labels.named[0].called.middle > inputs.labels.named[0].value.middle + 0.1
    assert stacked == (pitch > 0.6 and room < 3)
    lines = [part for one in inputs.labels.named for part in (one.called, one.value)]
    for i, one in enumerate(lines):
        for two in lines[i + 1 :]:
            across = min(one.get_right()[0], two.get_right()[0]) - max(one.get_left()[0], two.get_left()[0])
            upright = min(one.get_top()[1], two.get_top()[1]) - max(one.get_bottom()[1], two.get_bottom()[1])
            assert min(across, upright) < 0.01


def test_without_room_there_are_neurons_alone() -> None:
    assert column(0.8).labels is None


def test_of_a_choice_the_word_is_kept_when_it_is_cut() -> None:
    assert short_name(FEATURES[2], THEME, 9.0) == "island=Torgersen"
    assert short_name(FEATURES[2], THEME, 1.3) == "Torgersen"
    assert short_name(FEATURES[0], THEME, 1.0).endswith("…")
