"""Examples that are asked while the network hears one class alone: what is shown is what was recorded."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.parts.nudges.beside.asked import Asked
from scenes.parts.nudges.hero.protagonist import Protagonist
from scenes.stage.formats import WIDE
from scenes.words.messages import Messages
from tests.scenes.conftest import recorded


def asked_of(trace: Trace) -> Asked:
    hero = Protagonist(trace, Theme.load(), Messages.load(), WIDE.stage)
    return Asked(hero, hero.beside)


@pytest.mark.parametrize("name", ["784-16-16-10", "relu", "2-1-3"])
def test_at_every_moment_the_answers_are_the_highest_outputs(name: str) -> None:
    trace = recorded(name)
    asked, outputs = asked_of(trace), trace[f"only/a{trace.L}"]
    for moment in range(len(outputs)):
        asked.show_at(0, moment)
        for i, answer in enumerate(asked.answers):
            seen = [j for j, word in answer.names.items() if word[0].get_fill_opacity() > 0]
            assert seen == [int(outputs[moment, i].argmax())]
            assert answer.value.shown() == pytest.approx(outputs[moment, i].max(), abs=answer.value.rounding)


@pytest.mark.parametrize("name", ["784-16-16-10", "relu", "2-1-3"])
def test_the_network_shows_what_an_example_gives_then_the_star_as_before(name: str) -> None:
    trace = recorded(name)
    asked = asked_of(trace)
    hero, last = asked.hero, len(trace["only/steps"]) - 1
    before = [neuron.get_fill_color() for neuron in hero.lit()]
    for i in range(len(asked.labels)):
        asked.take_in(i)
        asked.show_at(i, last)
        for l in range(1, trace.L + 1):
            shown = np.array([hero.network.neuron(l, j).shown() for j in hero.column(l).indices])
            assert shown == pytest.approx(
                trace[f"only/a{l}"][last, i, hero.column(l).indices], abs=hero.network.neuron(l, 0).rounding
            )
    asked.visitors.take_the_star()
    hero.network.light_all()
    assert [neuron.get_fill_color() for neuron in hero.lit()] == before
