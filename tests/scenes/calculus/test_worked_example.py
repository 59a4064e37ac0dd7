"""The worked example on screen has the numbers of the printed worksheet, and none of them lies on an edge."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pytest

from netsim import Recipe, Trace, record
from scenes.calculus.worked_example import NETWORK, PANEL, WorkedExample
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import quantities
from scenes.mobjects.type.number import MINUS, Readout
from scenes.mobjects.type.term import Term
from scenes.parts.calculus.worked.network import WorkedNetwork
from scenes.stage.formats import WIDE
from scenes.stage.rehearsing.inspection import Box, box
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.stage import TraceScene
from scenes.studio.print.worksheet.sheet import worksheet
from scenes.words.messages import Messages
from tests.scenes.inspection import Inspected


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


def of(worked: dict[str, object], **sections: object) -> Trace:
    """Record a worked example of a lesson that learns in a moment."""
    tables = {"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 1}, "worked": worked}
    return record(Recipe.from_dict(tables | sections), exhibits=WorkedExample.needs)


MAZUR = {
    "x": [0.05, 0.10],
    "y": [0.01, 0.99],
    "W1": [[0.15, 0.20], [0.25, 0.30]],
    "b1": [0.35, 0.35],
    "W2": [[0.40, 0.45], [0.50, 0.55]],
    "b2": [0.60, 0.60],
    "train_biases": False,
    "cost": "half_quadratic",
}
#: What a picture of small networks may stumble over: one layer and one neuron, numbers below 0, a cost that vanishes;
#: crowded layers, a mean over four outputs, a spread of moments.
EXAMPLES = {
    "3-1": {"x": [0.1, -0.2, 0.3], "y": [-0.5], "W1": [[0.1, 0.2, 0.3]], "output": "identity", "updates": 30},
    "4-4-4": {"x": [0.1, 0.2, 0.3, 0.4], "y": [1, 0, 0.01, 0.99], "cost": "mean_quadratic", "updates": 200},
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_any_small_network_is_shown_true_and_nothing_lies_over_another(name: str) -> None:
    seen = Inspected(of(EXAMPLES[name]), WorkedExample)
    seen.hear(rehearse(WorkedExample, seen.trace, seen.look, words=seen.heard, leads_on=True))
    assert {beat: faults for beat, faults in seen.false.items() if faults} == {}
    assert {beat: faults for beat, faults in seen.misplaced.items() if faults} == {}
    assert 135 * min(min(sizes) for sizes in seen.sizes.values()) >= 20
    assert set(seen.pictures) == {beat.name for beat in seen.told}


@pytest.mark.parametrize(("keys", "told"), [(MAZUR, True), ({"x": [1], "y": [1]}, False)])
def test_other_rates_are_told_of_only_where_one_is_quick_and_one_too_large(keys: dict[str, object], told: bool) -> None:
    names = [beat.name for beat in WorkedExample.beats_for(of(keys).given)]
    assert ("the_rate" in names) == told


def test_captions_say_what_is_shown_and_its_rule() -> None:
    trace = of(MAZUR | {"updates": 1000}, training={"epochs": 1, "momentum": 0.9})
    said = {name: str(sentence) for name, sentence in WorkedExample.sentences(trace, Messages.load()).items()}
    assert "by the sigmoid" in said["forward"]
    assert "One step of plain gradient descent, with η = 0.5; biases stay." in said["the_step"]
    assert "1,000 updates" in said["again"]
    assert re.search(r"shown are the first 2\d, then some, ever farther apart", said["again"])
    plain = {name: str(one) for name, one in WorkedExample.sentences(of({}), Messages.load()).items()}
    assert "One step against the slope, with η = 0.5. Now" in plain["the_step"]
    assert "shown" not in plain["again"]
