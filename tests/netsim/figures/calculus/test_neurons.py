"""Places of neurons, and what they are, by the sizes of the network."""

from __future__ import annotations

import numpy as np
import pytest

from netsim.figures.calculus.neurons import kind_of_neuron, layer, neuron, pixel_column, pixel_row
from tests.netsim.figures.hand_made import make


def test_indices_count_from_0() -> None:
    trace = make(sizes=(4, 3, 2))
    assert [float(neuron(trace, 1, j)) for j in range(3)] == [0, 1, 2]
    assert [float(layer(trace, l)) for l in range(3)] == [0, 1, 2]


@pytest.mark.parametrize("place", [(neuron, 1, 3), (layer, 3)])
def test_what_is_not_there_has_no_index(place: tuple) -> None:
    number, *where = place
    with pytest.raises(IndexError):
        number(make(sizes=(4, 3, 2)), *where)


def test_a_pixel_stands_where_the_image_has_it() -> None:
    image = np.arange(6).reshape(2, 3)
    trace = make(sizes=(6, 2), image_shape=[2, 3])
    for k in range(6):
        row, column = (int(float(place(trace, k))) for place in (pixel_row, pixel_column))
        assert image[row, column] == k
    plain = make(sizes=(6, 2))
    assert [float(pixel_column(plain, k)) for k in range(6)] == list(range(6))
    assert not any(float(pixel_row(plain, k)) for k in range(6))


def test_kinds_of_neurons() -> None:
    kinds = [kind_of_neuron(make(sizes=(4, 3, 2)), l) for l in range(3)]
    assert kinds == ["input", "hidden", "output"]
    assert kind_of_neuron(make(sizes=(4, 3, 2), image_shape=[2, 2]), 0) == "pixel"
