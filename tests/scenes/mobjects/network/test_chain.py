"""The smallest network and the square of its cost: drawn as large as their numbers."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.network.chain import ChainDiagram, ValuedNeuron
from scenes.mobjects.plots.squared_gap import SquaredGap

THEME = Theme.load()
XS = (-5.0, -2.0, 1.0, 4.0)


def reading(values: float | list[float]) -> Reading:
    return Reading(np.array(values) if isinstance(values, list) else values, "C")


def diagram() -> ChainDiagram:
    a, W, b = reading([0.5, 0.1, 0.9, 0.4]), reading([0.4, -1.5, 3.0]), reading([-0.1, 0.0, 2.0])
    return ChainDiagram(a, W, b, THEME, xs=XS, y=0.5)


def test_edges_are_as_wide_as_their_weights_and_join_neighbours() -> None:
    chain = diagram()
    assert [edge.shown() for edge in chain.edges.values()] == pytest.approx([0.4, 1.5, 3.0]), (
        "sizes: the numbers tell the signs"
    )
    for l, edge in chain.edges.items():
        assert edge.get_start()[0] > chain.neurons[l - 1].get_x()
        assert edge.get_end()[0] < chain.neurons[l].get_x()


def test_a_neuron_holds_its_number_wherever_it_is_when_it_lights_up() -> None:
    neuron = diagram().shift((0, 1, 0)).neurons[2].lit()
    assert neuron.circle.shown() == pytest.approx(0.9, abs=0.005)
    assert neuron.value.shown() == 0.9
    assert np.allclose(neuron.value.get_center(), (XS[2], 1.5, 0))


def test_a_neuron_that_shows_another_activation_is_the_neuron_of_that_one() -> None:
    neuron = ValuedNeuron(reading(0.9), 0.5, THEME).lit().set_reading(reading(0.1))
    assert neuron.circle.shown() == pytest.approx(0.1, abs=0.005)
    assert neuron.value.shown() == 0.1
    assert neuron.value.submobjects[0].get_fill_color() == THEME.of("bright_neuron"), "it can be read still"


@pytest.mark.parametrize(("value", "role"), [(0.9, "dark_neuron"), (0.1, "bright_neuron")])
def test_the_number_stands_out_from_its_neuron(value: float, role: str) -> None:
    assert ValuedNeuron(reading(value), 0.5, THEME).value.submobjects[0].get_fill_color() == THEME.of(role)


@pytest.mark.parametrize("share", [1.0, 0.5, 0.1])
@pytest.mark.parametrize("a", [0.25, 1.0, 0.98])
def test_what_counts_of_the_square_has_the_costs_area_and_the_distance_as_its_side(a: float, share: float) -> None:
    cost = reading(share * (a - 1) ** 2)
    gap = SquaredGap(reading(a), reading(1.0), cost, np.array([1.0, 2.0, 0.0]), 1.25, THEME, share=share)
    assert gap.area.shown() == pytest.approx(share * (a - 1) ** 2)
    left, right = (dot.get_center() for dot in gap.dots)
    side = float(np.linalg.norm(right - left))
    assert gap.square.width == pytest.approx(side)
    assert gap.square.height == pytest.approx(side), "of a part, too, the whole square is drawn"
    assert gap.area.get_bottom() == pytest.approx((left + right) / 2)
