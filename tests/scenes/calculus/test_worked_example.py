"""The worked example on screen has the numbers of the printed worksheet, and none of them lies on an edge."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from netsim import Trace
from scenes.calculus.worked_example import NETWORK, PANEL, WorkedExample
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import quantities
from scenes.mobjects.type.number import MINUS, Readout
from scenes.mobjects.type.term import Term
from scenes.parts.calculus.worked_network import TWO, WorkedNetwork
from scenes.stage.formats import WIDE
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.studio.print.worksheet import worksheet
from scenes.words.messages import Messages
from tests.scenes.inspection import Box, box


def printed(sheet: object) -> Iterator[str]:
    """Yield every number of a worksheet, as it is printed."""
    if isinstance(sheet, dict):
        for part in sheet.values():
            yield from printed(part)
    elif isinstance(sheet, list | tuple):
        for part in sheet:
            yield from printed(part)
    elif isinstance(sheet, str):
        yield from re.findall(r"-?\d+(?:\.\d+)?", sheet)


def test_the_numbers_of_the_first_step_are_those_of_the_worksheet(trace: Trace) -> None:
    paper = set(printed(worksheet(trace, trace.squares).as_json()))
    in_neurons = {f"{a:.3f}" for l in (1, 2) for a in trace[f"worked/a{l}"][0]}  # room for three decimals
    seen: set[str] = set()

    def collect(scene: TraceScene, beat: str) -> None:
        assert isinstance(scene, WorkedExample)
        if beat != "again":
            numbers = [part for part in quantities(scene.staged()) if isinstance(part, Readout | Term)]
            scale = scene.legend.get_family()
            seen.update(number.text.replace(MINUS, "-") for number in numbers if number not in scale)

    rehearse(WorkedExample, trace, collect)
    assert len(seen) > 40
    assert seen <= paper | in_neurons


def touches(line: Box, start: np.ndarray, end: np.ndarray) -> bool:
    """Whether a box holds a point of the way from start to end."""
    points = start + np.linspace(0, 1, 400)[:, None] * (end - start)
    left, bottom, right, top = line
    within = (points[:, 0] > left) & (points[:, 0] < right) & (points[:, 1] > bottom) & (points[:, 1] < top)
    return bool(within.any())


def test_no_number_lies_on_an_edge(trace: Trace) -> None:
    net = WorkedNetwork(trace, Theme.load(), Messages.load(), WIDE.stage.columns(NETWORK, PANEL)[0])
    side = np.array([net.radius, 0.0, 0.0])
    ways = [(net.at(l - 1, k) + side, net.at(l, j) - side) for l in (1, 2) for j in TWO for k in TWO]
    for t in (0, 1):
        numbers = [*net.weights(t).values(), *net.biases(t).values(), *net.weights(t, "dC_dW").values()]
        lines = [line for l in (1, 2) for row in (0, 1) for line in net.line("delta", l, t, row)]
        for number in [*numbers, *lines, *net.names(), *net.targets(), net.legend(t)]:
            assert not any(touches(box(number), *way) for way in ways), box(number)
