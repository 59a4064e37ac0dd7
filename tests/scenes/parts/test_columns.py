"""The network of many neurons in chapter Calculus: where it stands, and that the paths told of can be seen."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.parts.calculus.columns.hero import Columns
from scenes.parts.calculus.columns.multiplying import Multiplying, sources
from scenes.parts.calculus.link.chain import StandingChain
from scenes.stage.formats import WIDE
from scenes.words.messages import Messages
from tests.scenes.conftest import recorded

NAMES = ["784-16-16-10", "softmax", "26-classes", "six-hidden", "2-1-3", "784-1000-10"]


def columns_of(trace: Trace) -> Columns:
    return Columns(trace, Theme.load(), Messages.load(), WIDE.stage)


@pytest.mark.parametrize("name", NAMES)
def test_network_and_cost_keep_to_the_left_of_a_wide_zone(name: str) -> None:
    hero = columns_of(recorded(name))
    assert float(hero.get_left()[0]) > WIDE.stage.left - 0.01
    start = float(hero.strokes[0].get_start()[0])
    assert start < hero.at_cost()[0] - 0.5, "the strokes have room"
    index = hero.index("j", hero.L, hero.j)
    assert float(hero.network.class_name(hero.j).get_right()[0]) < float(index.get_left()[0]), "no name is covered"
    assert float(index.get_right()[0]) < start, "no stroke is cut"
    assert float(hero.cost.get_right()[0]) < hero.beside.left
    neurons = hero.network.columns[0].neurons if hero.trace.features else []
    left = min([float(neuron.get_left()[0]) for neuron in neurons], default=WIDE.stage.left)
    assert WIDE.stage.right - hero.beside.left + left - WIDE.stage.left > WIDE.stage.width * 0.4, "names may have more"


@pytest.mark.parametrize("name", NAMES)
def test_the_path_of_the_weight_told_of_is_drawn_from_neuron_to_cost(name: str) -> None:
    hero = columns_of(recorded(name))
    L = hero.L
    way, last = hero.path(hero.j, hero.k)
    assert way.get_start() == pytest.approx(hero.at_a(L - 1, hero.k), abs=0.02)
    assert way.get_end() == pytest.approx(hero.at_z(L, hero.j), abs=0.02)
    assert last.get_start()[1] == pytest.approx(hero.at_a(L, hero.j)[1])
    assert last.get_end() == pytest.approx(hero.at_cost())


@pytest.mark.parametrize(
    ("L", "wanted"), [(1, [0, 3]), (2, [0, 1, 3]), (3, [0, 1, 2, 3]), (7, [0, 1, 1, 1, 2, 2, 2, 3])]
)
def test_the_first_circle_becomes_the_inputs_and_the_last_the_outputs(L: int, wanted: list[int]) -> None:
    assert sources(L) == wanted


@pytest.mark.parametrize("name", ["784-16-16-10", "26-classes", "2-1-3"])
def test_columns_come_out_of_the_chains_circles_and_end_where_they_stand(name: str) -> None:
    trace = recorded(name)
    hero, home = columns_of(trace), columns_of(trace)
    chain = StandingChain(trace, Theme.load(), WIDE.stage).lit().with_cost()
    multiplying = Multiplying(chain, hero)
    multiplying.interpolate_mobject(0)
    for l, i in enumerate(sources(hero.L)):
        circle = chain.neurons[i].outline
        for neuron in hero.column(l).neurons if l in hero.network.columns else ():
            assert neuron.get_center() == pytest.approx(circle.get_center())
            assert neuron.width == pytest.approx(circle.width)
        rims = [
            float(neuron.get_stroke_opacity())
            for neuron in (hero.column(l).neurons if l in hero.network.columns else ())
        ]
        assert rims[:-1] == pytest.approx([0] * len(rims[:-1]), abs=1e-6), "one rim is seen of those in one place"
    first = hero.edges(1)
    assert first.starts == pytest.approx(np.broadcast_to(chain.neurons[0].outline.get_right(), first.starts.shape))
    multiplying.interpolate_mobject(1)
    pairs = zip(hero.family_members_with_points(), home.family_members_with_points(), strict=True)
    assert all(np.array_equal(one.points, two.points) for one, two in pairs)
    assert all(neuron.get_stroke_opacity() == 1 for neuron in hero.lit())
