"""What stands beside the outputs while something is turned: how far it goes, and where the camera sees it."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.parts.nudges.beside.lever_panel import LeverPanel
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.stage.formats import WIDE
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence
from tests.scenes.conftest import recorded

LEVERS = ("bias", "weight", "weight", "neuron")


def panel_of(trace: Trace) -> LeverPanel:
    words = Messages.load()

    def say(name: str) -> Sentence:
        return words.say("ThreeLevers", {}, name)

    return LeverPanel(Protagonist(trace, Theme.load(), words, WIDE.stage), say)


@pytest.mark.parametrize("name", ["784-16-16-10", "relu", "csv"])
@pytest.mark.parametrize("turn", range(4))
def test_a_lever_goes_as_far_as_neurons_can_show_and_no_farther(name: str, turn: int) -> None:
    trace = recorded(name)
    panel = panel_of(trace)
    panel.take(turn, LEVERS[turn])
    low, high = panel.ends
    assert low <= panel.rest <= high

    def seen(row: int) -> bool:
        bounds = panel.hero.outputs.neuron(trace.label(0)).span
        shown = [(trace["sweeps/a"][turn, row], bounds)]
        if turn == 3:
            k = int(trace["sweeps/place"][turn][2])
            shown.append((trace["sweeps/value"][turn, row], panel.hero.network.neuron(trace.L - 1, k).span))
        return all(np.all((least <= value) & (value <= most)) for value, (least, most) in shown)

    assert all(seen(row) for row in range(low, high + 1))
    assert low == 0 or not seen(low - 1)
    assert high == len(trace["sweeps/change"][turn]) - 1 or not seen(high + 1)


def test_all_answers_come_from_one_row(trace: Trace) -> None:
    panel = panel_of(trace)
    panel.hero.with_outputs()
    panel.take(0, "bias")
    low, high = panel.ends
    move = panel.pull([panel.rest, low, high], run_time=1.0)
    move.begin()
    move.interpolate(1.0)
    label = panel.hero.outputs.indices.index(trace.label(0))
    assert panel.slider.handle.shown() == pytest.approx(trace["sweeps/change"][0, high])
    assert panel.gauge.bar.shown() == pytest.approx(trace["sweeps/C"][0, high])
    assert panel.hero.shows[label].shown() == pytest.approx(trace["sweeps/a"][0, high, trace.label(0)], abs=0.005)
    back = panel.let_go(run_time=1.0)
    back.begin()
    back.interpolate(1.0)
    assert panel.gauge.bar.shown() == pytest.approx(trace["C"][0, 0])


@pytest.mark.parametrize("name", ["784-16-16-10", "26-classes", "2-1-3"])
def test_the_camera_keeps_numbers_clear_of_the_panel(name: str) -> None:
    panel = panel_of(recorded(name))
    zone, zoom = panel.near(WIDE.stage)
    end = panel.hero.table["shows"].right
    assert zoom > 1
    assert WIDE.stage.x + (end - zone.x) * zoom == pytest.approx(end - gap.large)
    left = float(panel.hero.column(panel.hero.L - 1).get_left()[0])
    assert WIDE.stage.x + (left - zone.x) * zoom >= WIDE.stage.left - 1e-9
