"""The network's picture: any shape fits its room, and an abbreviated layer keeps what matters."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.network.digit import outermost_lit
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.network.neuron import Column, Neuron
from scenes.mobjects.network.shape import Shape
from scenes.stage.zones import Zone
from scenes.words.messages import Messages

THEME = Theme.load()


def diagram(
    sizes: list[int], image: tuple[int, int] | None = None, wide: float = 13.0, high: float = 5.0
) -> NetworkDiagram:
    rng = np.random.default_rng(0)
    layers = [Reading(rng.random(n), f"a{l}", (0, 0)) for l, n in enumerate(sizes)]
    shape = Shape(sizes, image, [f"class {j}" for j in range(sizes[-1])], [(0.0, 1.0)] * len(sizes))
    room = Zone(-wide / 2, wide / 2, -high / 2, high / 2)
    network = NetworkDiagram(shape, layers, THEME, Messages.load(), **room.sides)
    weights = {l: Reading(rng.normal(size=(sizes[l], sizes[l - 1])), f"W{l}", (0,)) for l in range(1, len(sizes))}
    return network.connect(weights).light_all()


@pytest.mark.parametrize(
    "sizes", [[2, 3, 2], [1, 1, 1, 1], [4, 8, 8, 3], [40, 100, 1000, 26], [3, 5, 5, 5, 5, 5, 5, 2]], ids=str
)
def test_any_network_fits_its_room(sizes: list[int]) -> None:
    network = diagram(sizes)
    assert network.get_left()[0] >= -6.53
    assert network.get_right()[0] <= 6.53
    assert network.get_top()[1] <= 2.53
    assert network.get_bottom()[1] >= -2.53
    columns = list(network.columns.values())
    for one, two in pairwise(columns):
        assert one.neurons.get_right()[0] < two.neurons.get_left()[0]


def test_an_image_is_the_input_layer() -> None:
    network = diagram([784, 16, 10], (28, 28))
    assert network.image is not None
    assert 0 not in network.columns
    assert_on_the_frame(network)


@pytest.mark.parametrize("height", [2.0, 5.0, 12.0])
def test_edges_begin_at_the_image_however_steep_they_are(height: float) -> None:
    assert_on_the_frame(diagram([784, 16, 10], (28, 28), wide=4.0, high=height))


def assert_on_the_frame(network: NetworkDiagram) -> None:
    assert network.image is not None
    half = np.array([network.image.width, network.image.height]) / 2
    starts = network.edges[1].starts[..., :2] - network.image.get_center()[:2]
    assert np.allclose(np.max(np.abs(starts) / half, axis=-1), 1)


def test_an_abbreviated_column_keeps_the_neurons_that_matter_most() -> None:
    matter = np.linspace(-1, 1, 101)
    column = Column(101, 4.0, THEME, Messages.load(), matter=matter)
    kept = len(column.indices)
    assert kept < 101
    smallest_kept = min(abs(matter[k]) for k in column.indices)
    assert smallest_kept >= max(abs(matter[k]) for k in set(range(101)) - set(column.indices))
    assert column.more is not None
    assert column.more.sentence == f"+ {101 - kept} more"
    with pytest.raises(KeyError):
        column.neuron(50)


def test_edges_of_an_abbreviated_column_belong_to_its_neurons() -> None:
    network = diagram([3, 200, 2])
    reading = network.edges[2].reading
    assert reading is not None
    assert list(reading.picked[1]) == network.columns[1].indices


def test_edges_leave_the_image_from_lit_pixels_only() -> None:
    pixels = np.zeros((28, 28))
    pixels[5:20, 10:14] = 1.0
    lit = outermost_lit(pixels.reshape(-1), (28, 28))
    assert lit
    assert all(pixels.reshape(-1)[k] == 1.0 for k in lit)
    assert all(k % 28 == 13 for k in lit), "the rightmost bright pixel of its row"


def test_edges_of_a_black_image_can_be_drawn() -> None:
    assert outermost_lit(np.zeros(784), (28, 28))


def test_a_neuron_is_as_bright_as_its_activation_on_its_range() -> None:
    neuron = Neuron(0.2, (-1.0, 1.0), THEME)
    for value in (-1.0, -0.3, 0.0, 1.0):
        assert neuron.set_reading(Reading(value, "a1")).shown() == pytest.approx(value, abs=neuron.rounding)


def test_a_neuron_that_goes_dark_shows_nothing_until_it_is_lit_again() -> None:
    neuron = Neuron(0.2, (0.0, 1.0), THEME).set_reading(Reading(0.7, "a1"))
    going = neuron.darken()
    going.begin()
    going.finish()
    assert neuron.reading is None
    assert neuron.shown() == pytest.approx(0.0, abs=neuron.rounding)
    lit = neuron.light(Reading(0.4, "a1"))
    lit.begin()
    lit.finish()
    assert neuron.shown() == pytest.approx(0.4, abs=neuron.rounding)
    assert neuron.show_nothing().reading is None
