"""The numbers of a lecturer's notes are those that a beat brings to the screen, called by name, digit for digit."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Reading, Trace
from scenes.look.theme import Theme
from scenes.mobjects.type.number import Readout
from scenes.nudges.output_nudges import OutputNudges
from scenes.stage.rehearsing.rehearsal import rehearse
from scenes.stage.rehearsing.shown_numbers import (
    MOST_NAMES,
    MOST_VALUES,
    ShownNumbers,
    name_of,
    shown_numbers,
    written_on,
)
from scenes.words.messages import Messages


@pytest.fixture
def shown(trace: Trace) -> dict[str, ShownNumbers]:
    """What each beat of a scene brings."""
    found: dict[str, ShownNumbers] = {}
    before: dict = {}

    def at_rest(scene, beat: str) -> None:
        nonlocal before
        written = written_on(scene.staged())
        found[beat], before = shown_numbers(written, before), written

    rehearse(OutputNudges, trace, at_rest)
    return found


def test_a_beat_s_numbers_are_the_trace_s_rounded_as_on_screen(trace: Trace, shown: dict[str, ShownNumbers]) -> None:
    assert dict(shown["the_outputs"]) == {"a3": ", ".join(f"{a:.3f}" for a in trace["a3"][0, 0])}
    wishes = dict(shown["the_wishes"])["−∂C/∂a3"].replace("−", "-").split(", ")
    assert [float(wish) for wish in wishes] == pytest.approx(list(-trace["dC_da3"][0, 0]), abs=0.0051)


def test_what_stood_before_is_not_listed_again(shown: dict[str, ShownNumbers]) -> None:
    assert shown["the_example"] == []
    assert [name for name, _ in shown["the_target"]] == ["y"]


def test_there_is_a_handful_of_them() -> None:
    theme = Theme.load()
    arrays = {f"W{l}": np.linspace(0.1, 0.9, 40) for l in range(MOST_NAMES + 3)}
    numbers = [Readout(Reading.of(arrays, key, i), theme, spec=".4f") for key in arrays for i in range(40)]
    listed = shown_numbers(written_on(numbers))
    assert len(listed) == MOST_NAMES
    assert all(values.count(",") == MOST_VALUES and values.endswith("…") for _, values in listed)


def test_where_decimals_have_a_comma_semicolons_stand_between_values() -> None:
    theme = Theme.load().in_manner(Messages.load("de").manner)
    costs = {"C": np.array([0.25, 1.5])}
    numbers = [Readout(Reading.of(costs, "C", i), theme) for i in range(2)]
    assert shown_numbers(written_on(numbers), manner=theme.manner) == [("C", "0,25; 1,50")]


def test_a_number_that_cannot_be_seen_is_not_shown() -> None:
    number = Readout(Reading.of({"C": np.array(0.5)}, "C"), Theme.load())
    assert shown_numbers(written_on([number])) == [("C", "0.50")]
    assert shown_numbers(written_on([number.set_opacity(0)])) == []


@pytest.mark.parametrize(
    ("key", "sign", "name"),
    [
        ("a3", 1, "a3"),
        ("levers/dC_da3", -1, "−∂C/∂a3"),
        ("delta2", 1, "δ2"),
        ("course/mean_C", 1, "course/mean_C"),
        ("tugs/mean", -1, "tugs/mean"),
        ("in_units/tested/wrong_x", 1, "tested/wrong_x"),
    ],
)
def test_names_are_the_field_s_symbols_or_else_arrays(key: str, sign: int, name: str) -> None:
    assert name_of(Reading(0.5, key, (), sign)) == name
