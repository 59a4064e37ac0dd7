"""The exact numbers of a beat are those on screen, each with its place, to the last bit."""

from __future__ import annotations

import re

from netsim import Trace
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import BarColumn
from scenes.mobjects.amounts.quantity import Scale
from scenes.nudges.output_nudges import OutputNudges
from scenes.nudges.sum_of_wishes import SumOfWishes
from scenes.stage.exact_numbers import MOST_DRAWN, ExactNumbers, exact_numbers
from scenes.stage.rehearsal import rehearse
from scenes.stage.stage import TraceScene


def exact_numbers_of(scene_class: type[TraceScene], trace: Trace) -> dict[str, ExactNumbers]:
    found: dict[str, ExactNumbers] = {}
    rehearse(scene_class, trace, lambda scene, beat: found.update({beat: exact_numbers(scene.staged())}))
    return found


def held(place: str, value: str, trace: Trace) -> bool:
    minus, key, index = re.fullmatch(r"(−?)([^\[]+)(?:\[(.*)\])?", place).groups()
    at = tuple(int(i) for i in index.split(", ")) if index else ()
    return float(value) == (-1 if minus else 1) * trace[key][at]


def test_each_number_is_at_its_place_in_the_trace(trace: Trace) -> None:
    for numbers in (exact_numbers_of(OutputNudges, trace), exact_numbers_of(SumOfWishes, trace)):
        for listed in numbers.values():
            assert all(held(place, value, trace) for place, value in listed)


def test_what_is_written_is_listed_once_from_top_to_bottom(trace: Trace) -> None:
    numbers = exact_numbers_of(OutputNudges, trace)
    outputs = [place for place, _ in numbers["the_outputs"]]
    assert outputs == [f"a3[0, 0, {j}]" for j in range(10)]
    wishes = [place for place, _ in numbers["the_wishes"] if place.startswith("−dC_da3")]
    assert sorted(wishes) == [f"−dC_da3[0, 0, {j}]" for j in range(10)]


def test_where_nothing_is_written_the_drawn_lengths_are_listed(trace: Trace) -> None:
    wishes = trace.reading("wishes/table3", 2)
    bars = BarColumn(list(wishes), [0.1 * k for k in range(len(wishes))], 0.0, Scale.fit([wishes], 1.0), Theme.load())
    drawn = exact_numbers([bars])
    assert 0 < len(drawn) <= MOST_DRAWN
    assert all(place.startswith("wishes/table3[") for place, _ in drawn)
