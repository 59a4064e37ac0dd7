"""The opened chain: its lines and threads show what was recorded at every position, near and far, at any scale."""

import numpy as np
import pytest

from netsim import Trace
from netsim.figures.calculus.chain import smaller_by
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import Scale, quantities
from scenes.mobjects.number_lines.pulse import Pulse
from scenes.mobjects.number_lines.upright import VEIL
from scenes.parts.calculus.derivatives.factors import Factors
from scenes.parts.calculus.derivatives.products import Products, pulse_of
from scenes.parts.calculus.link.far import Far
from scenes.parts.calculus.link.row import LinkRow
from scenes.stage.formats import FORMATS, WIDE
from scenes.words.messages import Messages
from tests.scenes.motion import agrees_now

THEME = Theme.load()
NAMES = {
    3: ["w3", "z3", "a3", "C"],
    2: ["w2", "z2", "a2", "z3", "a3", "C"],
    1: ["w1", "z1", "a1", "z2", "a2", "z3", "a3", "C"],
}


def told_truly(row: LinkRow) -> bool:
    """Whether all that the row shows now is its reading."""
    return all(agrees_now(picture) for picture in quantities([row]) if picture.reading is not None)


@pytest.mark.parametrize("first", NAMES)
def test_every_position_is_shown_truly_from_any_layer_on(first: int, trace: Trace) -> None:
    row = LinkRow(trace, THEME, WIDE.stage, first).with_threads()
    assert row.names == NAMES[first]
    for at in (row.turned.rest, 0, 431, row.turned.last):
        row.set_row(at)
        assert told_truly(row)
        heights = [row.lines[name].dot.get_y() for name in row.names]
        np.testing.assert_allclose(row.thread.places[0, :, 1], heights)
        assert float(row.lines["C"].dot.reading) == trace["threads/C"][row.turned.turn, at]


def test_lines_have_one_scale_and_room_for_all_threads(trace: Trace) -> None:
    row = LinkRow(trace, THEME, WIDE.stage).with_threads()
    assert len({round(line.unit, 9) for line in row.lines.values()}) == 1
    assert len({round(line.zero, 9) for line in row.lines.values()}) == 1
    zone, heights = row.places.lines, row.many.places[..., 1]
    assert heights.min() >= zone.bottom - 1e-9
    assert heights.max() <= zone.top + 1e-9
    assert len(row.many.each) == 31


def test_no_thread_strikes_a_number_through(trace: Trace) -> None:
    row = LinkRow(trace, THEME, WIDE.stage).with_threads()
    order = row.get_family()
    for at in (row.turned.rest, 0, row.turned.last):
        row.set_row(at)
        for line in row.lines.values():
            said = [line.number, *[mark[1] for mark in line.marks]]
            for plate, number in zip(line.plates, said, strict=True):
                assert max(map(order.index, [*row.many.each, *row.thread.each])) < order.index(plate)
                assert order.index(plate) < order.index(number)
                np.testing.assert_allclose(plate.get_center(), number.get_center(), atol=1e-9)
                assert plate.width > number.width
                assert plate.height > number.height
                assert plate.get_fill_opacity() == VEIL * number[-1].get_fill_opacity()


def test_another_number_s_line_takes_the_first_place(trace: Trace) -> None:
    row = LinkRow(trace, THEME, WIDE.stage)
    for name in ("b3", "a2"):
        turned = type(row.turned)(trace, name)
        line = row.line(name, turned)
        assert line.x == row.lines["w3"].x
        assert line.unit == pytest.approx(row.unit)
        ribbon = row.ribbon(turned, line)
        for knots, each in zip(ribbon.knots, [name, *row.names[1:]], strict=True):
            change = float(np.diff(np.ravel(knots.shown()))[0])
            assert change == pytest.approx(float(turned.change(each)))
        for knots in row.threads(turned, line).knots:
            assert np.all((knots.shown() >= knots.line.low - 1e-9) & (knots.shown() <= knots.line.high + 1e-9))


def test_a_longer_scale_keeps_all_values_and_comes_back(trace: Trace) -> None:
    row = LinkRow(trace, THEME, WIDE.stage).with_threads()
    before = [(line.zero, line.unit, line.low, line.high) for line in row.lines.values()]
    far = Far(row)
    for share in (0.0, 0.3, 1.0):
        far.set_zoom(share)
        assert told_truly(row)
    for line in list(row.lines.values())[:2]:
        assert row.unit / line.unit == pytest.approx(float(smaller_by(trace))), "as many times smaller as is said"
        assert row.places.lines.bottom - 1e-9 <= line.axis.get_bottom()[1]
        assert line.axis.get_top()[1] <= row.places.lines.top + 1e-9
    far.begin()
    for at in (far.rest, far.last, 0):
        far.set_row(at)
        far.nudge(150)
        assert told_truly(row)
    first, second = far.ribbon.places[:, :, 1]
    assert abs(second[0] - first[0]) > 0.15, "the nudge is seen on the weight's line"
    assert abs(second[2] - first[2]) < 0.01, "and nothing of it on that of the activation"
    home = far.go_home()
    home.begin()
    home.interpolate(1)
    np.testing.assert_allclose(far.ribbon.places[:, :, 1], [first, second], err_msg="the nudge stays out there")
    assert far.lines[0].dot.shown() == pytest.approx(float(row.turned.course("w3").at(row.turned.rest)))
    far.end()
    far.set_zoom(0)
    assert told_truly(row)
    after = [(line.zero, line.unit, line.low, line.high) for line in row.lines.values()]
    np.testing.assert_allclose(after, before)


def test_a_pulse_is_multiplied_half_way_and_shows_what_it_is(trace: Trace) -> None:
    start, end = trace.reading("chain/dC_da"), trace.reading("links/delta", 2)
    pulse = Pulse(start, Scale.fit([start, end], 1.0), np.zeros(3), THEME, ".4f")
    way = np.array([(0, 0, 0), (-1, 0, 0), (-2, 1, 0), (-3, 1, 0)], dtype=float)
    travel = pulse.travel(way, end)
    travel.begin()
    for share, reading in ((0.0, start), (0.2, start), (0.9, end), (1.0, end)):
        travel.interpolate_mobject(share)
        assert agrees_now(pulse.bar)
        assert float(pulse.number.reading) == float(reading)
    np.testing.assert_allclose(pulse.bar.base, way[-1])
    assert pulse.left().shown() == pytest.approx(float(end))


@pytest.mark.parametrize("aspect", FORMATS)
def test_a_factor_is_named_under_the_names_of_the_row_and_equals_its_number(aspect: str, trace: Trace) -> None:
    row = LinkRow(trace, THEME, FORMATS[aspect].stage)
    factors = Factors(row, row.turned.rest)
    lowest = min(symbol.get_bottom()[1] for name, symbol in row.symbols.items() if name[0] != "b")
    for i, parts in enumerate(zip(factors.derivatives, factors.ratios, factors.signs, factors.numbers, strict=True)):
        name, ratio, sign, number = parts
        assert sign.source == "="
        assert name.middle < row.places.symbols - gap.small, "no product with the symbols of that line"
        assert name.baseline == pytest.approx(ratio.baseline)
        assert sign.get_right()[0] < number.get_left()[0]
        assert sign.middle == pytest.approx(number.middle)
        if name.middle == pytest.approx(number.middle):
            assert name.get_right()[0] < sign.get_left()[0]
        else:
            assert number.get_top()[1] < name.get_bottom()[1] < name.get_top()[1] < lowest
        for part in parts:
            assert row.places.xs[i] < part.get_left()[0] < part.get_right()[0] < row.places.xs[i + 1]


@pytest.mark.parametrize("aspect", FORMATS)
def test_each_product_says_what_it_is_and_arrows_have_room_between(aspect: str, trace: Trace) -> None:
    row = LinkRow(trace, THEME, FORMATS[aspect].stage)
    said = Messages.load().say("measured", {"epsilon": trace.reading("chain/epsilon", 0)}, "nudge")
    products = Products(row, row.turned.rest, said)
    assert [name.source for name in products.names] == [products.names[0].source.replace("w", by) for by in "wza"]
    written = [(name, number) for name, number in zip(products.names, products.numbers, strict=True)]
    arrows = [products.coming(i)[1].mobject for i in range(2)]
    for i, (name, number) in enumerate(written):
        before = name.get_right()[0] < number.get_left()[0] and name.middle == pytest.approx(number.middle)
        assert before or name.get_bottom()[1] > number.get_top()[1]
        line = [name, number] if before else [number]
        if i:
            assert arrows[i - 1].get_right()[0] < min(part.get_left()[0] for part in line)
        if i < len(arrows):
            assert arrows[i].get_left()[0] > number.get_right()[0]
    assert len(products.coming(2)) == 1


@pytest.mark.parametrize("aspect", FORMATS)
def test_what_the_factors_multiply_to_stands_over_what_was_measured(aspect: str, trace: Trace) -> None:
    row = LinkRow(trace, THEME, FORMATS[aspect].stage)
    said = Messages.load().say("measured", {"epsilon": trace.reading("chain/epsilon", 0)}, "nudge")
    factors, products = Factors(row, row.turned.rest), Products(row, row.turned.rest, said)
    multiplied = products.multiplied
    for name, number in zip(("dz_dw", "da_dz", "dC_da"), factors.numbers, strict=True):
        assert multiplied[name].text == number.text, "the factors as they stand in their gaps"
    assert multiplied["dC_dw"].text == products.numbers[0].text, "and what arrived"
    assert " approx " in multiplied.source
    assert multiplied.get_right()[0] == pytest.approx(products.measured.get_right()[0])
    others = [*products.names, *products.numbers, products.ratio, products.measured, products.said]
    lowest = min(line.get_bottom()[1] for line in row.lines.values() if line.x > multiplied.get_left()[0])
    assert multiplied.get_top()[1] < lowest
    for one in others:
        apart = (one.get_top()[1] < multiplied.get_bottom()[1], multiplied.get_top()[1] < one.get_bottom()[1])
        assert any(apart) or one.get_right()[0] < multiplied.get_left()[0]


@pytest.mark.parametrize("aspect", FORMATS)
def test_no_number_is_taken_for_that_of_a_mark(aspect: str, trace: Trace) -> None:
    row = LinkRow(trace, THEME, FORMATS[aspect].stage)
    for name, line in row.lines.items():
        for mark in line.marks:
            assert mark[0].get_right()[0] == pytest.approx(line.x), "ticks point away from the dot's number"
            level = abs(line.number.get_y() - mark[0].get_y()) < line.number.height / 2
            assert not level, f"{name} stands beside {mark[1].sentence}"
    number, dot = row.lines["C"].number, row.lines["C"].dot
    assert number.get_y() == pytest.approx(dot.get_y())


def test_among_number_lines_a_derivative_lies_across_and_begins_beside_the_dot(trace: Trace) -> None:
    row, dC_da = LinkRow(trace, THEME, WIDE.stage), trace.reading("chain/dC_da")
    pulse, dot, side = pulse_of(row, [dC_da]), row.lines["C"].dot, np.sign(float(dC_da))
    assert pulse.submobjects == [pulse.bar], "its number would run over those of the lines"
    base, tip = pulse.bar.base, pulse.bar.tip()
    np.testing.assert_allclose(base, dot.get_center() + [side * dot.width / 2, 0, 0])
    np.testing.assert_allclose(tip, base + [side * row.places.pulse, 0, 0])
