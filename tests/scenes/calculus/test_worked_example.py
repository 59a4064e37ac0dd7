"""The worked example on screen has the numbers of the printed worksheet, and none of them lies on an edge."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from netsim import Trace
from scenes.calculus.worked_example import NETWORK, PANEL, WorkedExample
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import quantities
from scenes.mobjects.type.number import MINUS, Readout
from scenes.mobjects.type.term import Term
from scenes.parts.calculus.worked.network import WorkedNetwork
from scenes.stage.formats import WIDE
from scenes.stage.inspection import Box, box
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.studio.print.worksheet import worksheet


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
    paper = set(printed(worksheet(trace, trace.worked).as_json()))
    in_neurons = {f"{a:.3f}" for l in (1, 2) for a in trace[f"worked/a{l}"][0]}  # room for three decimals
    measured = {"0.01", f"{float(trace['worked/measured_dC_dw']):.4f}"}
    seen: set[str] = set()

    def collect(scene: TraceScene, beat: str) -> None:
        assert isinstance(scene, WorkedExample)
        if beat not in ("again", "the_rate"):
            numbers = [part for part in quantities(scene.staged()) if isinstance(part, Readout | Term)]
            seen.update(number.text.replace(MINUS, "-") for number in numbers)

    rehearse(WorkedExample, trace, collect)
    assert len(seen) > 40
    assert seen <= paper | in_neurons | measured


def touches(line: Box, start: np.ndarray, end: np.ndarray) -> bool:
    """Whether a box holds a point of the way from start to end."""
    points = start + np.linspace(0, 1, 400)[:, None] * (end - start)
    left, bottom, right, top = line
    within = (points[:, 0] > left) & (points[:, 0] < right) & (points[:, 1] > bottom) & (points[:, 1] < top)
    return bool(within.any())


def test_a_weight_stands_on_its_own_edge_and_no_number_on_another(trace: Trace) -> None:
    net = WorkedNetwork(trace, Theme.load(), WIDE.stage.columns(NETWORK, PANEL, gap=gap.large)[0])
    ways = {(l, j, k): net.places.ends(l, j, k) for l in (1, 2) for j in (0, 1) for k in (0, 1)}
    others = [*net.biases.values(), *net.z.values(), *net.delta.values(), *net.names, *net.targets]
    for show in (lambda: net.show_parameters(0), lambda: net.show_parameters(1), net.show_derivatives):
        show()
        for place, number in net.weights.items():
            assert [other for other, way in ways.items() if touches(box(number), *way)] == [place]
        for number in others:
            assert not any(touches(box(number), *way) for way in ways.values()), box(number)
