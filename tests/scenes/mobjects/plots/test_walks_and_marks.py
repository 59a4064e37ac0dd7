"""What stands in a plot or walks along a curve stands where its readings put it; marks meet what they point at."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading
from scenes.look.theme import Theme
from scenes.mobjects.network.marks import link, ring
from scenes.mobjects.network.network import NetworkDiagram
from scenes.mobjects.plots.plot import Drops, PlotFrame, Ray
from scenes.mobjects.plots.scatter import PlacedNeuron
from scenes.mobjects.plots.slopes import SlopePlot
from scenes.mobjects.tables.brackets import brackets
from scenes.mobjects.type.number import Readout, fine_spec, number_column
from scenes.parts.selection import activations, network_shape
from scenes.words.messages import Messages
from tests.scenes.conftest import recorded

THEME = Theme.load()


def reading(value: float | np.ndarray) -> Reading:
    return Reading(value, "C")


def frame(cross: tuple[float, float] = (0.0, 0.0)) -> PlotFrame:
    return PlotFrame((-1.0, 3.0), (-2.0, 2.0), 4.0, 2.0, THEME, cross=cross).shift((1.0, -1.0, 0.0))


def test_axes_cross_where_they_should() -> None:
    axes = frame()
    across, up = axes.submobjects[1:]
    assert np.allclose(axes.point(0, 0), (across.get_left()[0] + 1, across.get_y(), 0))
    assert up.get_x() == pytest.approx(axes.point(0, 0)[0])


@pytest.mark.parametrize("slope", [-3.0, -0.4, 0.0, 0.5, 20.0])
def test_a_ray_has_its_slope_and_stays_in_its_frame(slope: float) -> None:
    axes = frame()
    ray = Ray(reading(slope), axes, THEME)
    assert ray.shown() == pytest.approx(slope)
    for end in (ray.get_start(), ray.get_end()):
        assert -1 - 1e-9 <= end[0] - 2 <= 3 + 1e-9
        assert -1 - 1e-9 <= end[1] <= 1 + 1e-9


def test_drops_stand_on_the_far_side_of_both_axes() -> None:
    axes = frame()
    for x, y in ((2.0, 1.0), (-0.5, -1.0)):
        drops, zero = Drops(reading(x), reading(y), axes, THEME), axes.point(0, 0)
        assert (drops.x.get_y() < zero[1]) == (y > 0)
        assert (drops.y.get_x() < zero[0]) == (x > 0)


def test_a_placed_neuron_shows_both_its_readings_and_lands_where_they_put_it() -> None:
    axes = frame()
    mark = PlacedNeuron(reading(0.5), reading(-1.5), axes, 0.1, (0.0, 1.0), THEME)
    height = mark.submobjects[1]
    assert mark.neuron.shown() == pytest.approx(0.5, abs=mark.neuron.rounding)
    assert height.shown() == pytest.approx(-1.5)
    flight = mark.fly_from(np.array([-5.0, 2.0, 0.0]))
    assert height.shown() == pytest.approx(axes.value(np.array([[0.0, 2.0, 0.0]]))[0])
    flight.begin()
    flight.finish()
    assert np.allclose(mark.neuron.get_center(), axes.point(0.5, -1.5))


def test_a_readout_that_changes_keeps_its_place_and_colour() -> None:
    number = Readout(reading(0.25), THEME, spec="+.2f", role="sign").shift((2.0, 1.0, 0.0))
    right, baseline = number.get_right()[0], number.baseline
    number.set_reading(reading(-0.75))
    assert number.shown() == -0.75
    assert number.baseline == pytest.approx(baseline)
    assert number.get_right()[0] == pytest.approx(right, abs=0.02)
    assert number.submobjects[0].get_fill_color() == THEME.of("down")


@pytest.mark.parametrize(
    ("values", "spec"), [((1.5, 20.0), "+.2f"), ((0.0162, -0.00054), "+.5f"), ((0.0, 0.0), "+.2f"), ((1e-12,), "+.8f")]
)
def test_the_smallest_of_a_few_numbers_keeps_two_digits(values: tuple[float, ...], spec: str) -> None:
    assert fine_spec([reading(value) for value in values]) == spec


def test_neurons_stand_on_the_curve_with_its_slope() -> None:
    sums, z = np.linspace(-6, 6, 41), np.array([-3.0, 0.0, 2.0])
    a, curve = 1 / (1 + np.exp(-z)), 1 / (1 + np.exp(-sums))
    plot = SlopePlot(reading(sums), reading(curve), (0, 1), (1.0, -1.0), 3.0, 2.0, THEME)
    np.testing.assert_allclose(plot.curve.shown(), curve)
    for i, dot in enumerate(plot.dots(reading(z), reading(a), range(3))):
        assert dot.shown() == pytest.approx(a[i])
        tangent = plot.tangent(reading(z)[i], reading(a)[i], reading(a * (1 - a))[i])
        assert tangent.shown() == pytest.approx(a[i] * (1 - a[i]))
        assert tangent.get_center() == pytest.approx(dot.get_center())


def test_a_curve_without_limits_holds_zero() -> None:
    sums = np.linspace(-1, 1, 5)
    plot = SlopePlot(reading(sums), reading(np.maximum(sums, 0)), (), (0.0, 0.0), 3.0, 2.0, THEME)
    assert plot.frame.ys == (0.0, 1.0)


@pytest.mark.parametrize("name", ["784-16-16-10", "csv"])
def test_a_link_leads_from_its_input_to_its_neuron(name: str) -> None:
    trace = recorded(name)
    network = NetworkDiagram(
        network_shape(trace, 0, 0),
        activations(trace, 0, 0),
        THEME,
        Messages.load(),
        left=-6,
        right=1,
        bottom=-2.4,
        top=2.1,
    )
    l, j, k = (int(i) for i in trace["sensitivity/place"][0])
    start, edge, end = link(network, l, j, k)
    source = network.image.pixel(k) if network.image else network.neuron(0, k).get_center()
    assert np.allclose(start.get_center(), source)
    assert np.allclose(end.get_center(), network.neuron(1, j).get_center())
    assert np.allclose(edge.get_start(), start.get_right())
    assert np.allclose(edge.get_end(), end.get_left())
    assert ring(network, 1, j).width > network.neuron(1, j).width


def test_brackets_stand_around_a_column() -> None:
    column = number_column([reading(1.0), reading(-2.0)], [0.5, 0.0], 1.0, THEME)
    left, right = brackets(column, THEME)
    assert left.get_right()[0] < column.get_left()[0]
    assert right.get_left()[0] > column.get_right()[0] - 0.12
    assert left.height > column.height
