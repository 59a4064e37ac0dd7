"""The network of chapter Descent and its one dial: where they stand, and that they show what was recorded."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.mobjects.network.strand import Strand
from scenes.parts.course import Course
from scenes.parts.descent.hero.learner import Learner
from scenes.stage.formats import WIDE
from scenes.words.messages import Messages
from tests.scenes.conftest import recorded

NAMES = ["784-16-16-10", "softmax", "26-classes", "six-hidden", "2-1-3"]


def learner_of(trace: Trace) -> Learner:
    return Learner(trace, Theme.load(), Messages.load(), WIDE.stage)


@pytest.mark.parametrize("name", NAMES)
def test_the_network_and_its_table_keep_to_the_left_and_the_dial_to_its_room(name: str) -> None:
    hero = learner_of(recorded(name)).with_outputs().with_targets().with_dial()
    assert float(hero.get_right()[0]) < hero.beside.left
    assert float(hero.get_left()[0]) > WIDE.stage.left - 0.01
    assert float(hero.get_bottom()[1]) > WIDE.stage.bottom
    neurons = hero.network.columns[0].neurons if hero.trace.features else []
    left = min([float(neuron.get_left()[0]) for neuron in neurons], default=WIDE.stage.left)
    assert WIDE.stage.right - hero.beside.left + left - WIDE.stage.left > WIDE.stage.width * 0.45, "names may have more"
    dial = hero.dial.dial
    for l, column in hero.network.columns.items():
        for neuron in column.neurons:
            apart = np.linalg.norm(neuron.get_center() - dial.get_center())
            assert apart > (neuron.width + dial.width) / 2, f"the dial lies over a neuron of layer {l}"


@pytest.mark.parametrize("name", NAMES)
def test_the_dial_is_the_recorded_one_and_leads_from_its_very_pixel(name: str) -> None:
    trace = recorded(name)
    hero = learner_of(trace).with_dial()
    l, j, k = trace["line/place"]
    for i in (0, len(trace["line/w"]) // 3, len(trace["line/w"]) - 1):
        hero.dial.set_reading(trace.reading("line/w", i))
        w = float(trace["line/w"][i])
        assert hero.dial.dial.pointer.shown() == pytest.approx(w, abs=1e-6)
        assert hero.dial.number.shown() == pytest.approx(w, abs=hero.dial.number.rounding)
        for strand in (part for part in hero.dial.get_family() if isinstance(part, Strand)):
            assert strand.shown() == pytest.approx(abs(w), rel=1e-6, nan_ok=True)
            source = hero.network.image.pixel(k) if l == 1 and hero.network.image else hero.network.neuron(l - 1, k)
            at = source if isinstance(source, np.ndarray) else source.get_right()
            assert strand.get_start() == pytest.approx(at, abs=0.01)
            assert strand.get_end() == pytest.approx(hero.network.neuron(l, j).get_left(), abs=0.02)
    assert any(isinstance(part, Strand) for part in hero.dial.get_family())


@pytest.mark.parametrize("name", NAMES)
def test_after_the_course_it_shows_what_the_trained_network_answers(name: str) -> None:
    trace = recorded(name)
    hero = learner_of(trace).with_outputs()
    Course(hero).set_row(-1)
    for number, j in zip(hero.shows, hero.outputs.indices, strict=True):
        assert number.shown() == pytest.approx(trace[f"a{trace.L}"][-1, 0, j], abs=number.rounding)
