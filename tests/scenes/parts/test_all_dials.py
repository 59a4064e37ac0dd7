"""What stands beside the gradient in chapter Descent: the cost of a step and of the run, and the column of numbers."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Trace
from scenes.look.theme import Theme
from scenes.mobjects.amounts.quantity import quantities
from scenes.mobjects.plots.log_frame import LogFrame
from scenes.parts.descent.beside.components_column import ComponentsColumn, places_on
from scenes.parts.descent.cost.cost_of_the_run import CostOfTheRun
from scenes.parts.descent.hero.learner import Learner
from scenes.parts.largest import all_others
from scenes.parts.nudged import Nudged
from scenes.stage.formats import WIDE
from scenes.words.messages import Messages
from scenes.words.sentence import Sentence

THEME = Theme.load()


def learner(trace: Trace) -> Learner:
    return Learner(trace, THEME, Messages.load(), WIDE.stage)


def test_the_bar_is_as_high_as_the_dot(trace: Trace) -> None:
    cost = CostOfTheRun(trace, THEME, WIDE.stage, Sentence("steps"))
    for row in (0, 100, len(trace["course/steps"]) - 1):
        cost.set_row(row)
        assert cost.tracer.dot.shown() == pytest.approx(trace["course/mean_C"][row])
        assert cost.gauge.bar.tip()[1] == pytest.approx(cost.tracer.dot.get_y())
    ends = cost.whole.trail.shown()
    assert ends == pytest.approx(trace["step/C_all"][[0, -1]])


def test_between_two_costs_the_run_shows_the_one_before(trace: Trace) -> None:
    cost = CostOfTheRun(trace, THEME, WIDE.stage, Sentence("steps"))
    cost.costed = [0, 10, len(trace["course/steps"]) - 1]
    cost.set_row(9)
    assert cost.tracer.dot.shown() == pytest.approx(trace["course/mean_C"][0])
    cost.set_row(11)
    assert cost.tracer.dot.shown() == pytest.approx(trace["course/mean_C"][1])


def test_powers_of_ten_stand_at_their_places() -> None:
    frame = LogFrame(1, 1000, (0, 1), 5, 2, THEME)
    marks = frame.powers(THEME)
    assert [mark.sentence for mark in marks] == ["0", "1", "10", "100", "1,000"]
    for mark, place in zip(marks, (0, 1, 10, 100, 1000), strict=True):
        assert mark.get_x() == pytest.approx(frame.point(place, 0)[0])


def test_numbers_fly_from_where_they_are_to_their_rows(trace: Trace) -> None:
    hero, places = learner(trace), trace["components/place"].tolist()
    column = ComponentsColumn(trace, [Sentence("name")] * len(places), hero.beside, THEME, Sentence("head"))
    rows, starts = [number.get_center() for number in column.numbers], places_on(hero, places)
    column.fly_from(starts)
    for number, start in zip(column.numbers, starts, strict=True):
        assert number.get_center() == pytest.approx(start)
    assert all(row[0] > hero.beside.left for row in rows)
    shown = [part.shown() for part in quantities(column.numbers)]
    assert shown == pytest.approx(trace["components/step"], abs=1e-4)
    for (kind, l, j, _), start in zip(places, starts, strict=True):
        if kind:
            assert start == pytest.approx(hero.network.neuron(l, j).get_center())


def test_the_others_are_all_but_the_largest(trace: Trace) -> None:
    nudged = Nudged(learner(trace), "gradient")
    others = all_others(nudged)
    seen = [np.abs(edges.shown()[edges.shown() != 0]).max() for edges in others.edges.values()]
    sizes = np.sort(
        np.concatenate(
            [np.abs(trace[f"gradient/dC_d{kind}{l}"]).ravel() for l in range(1, trace.L + 1) for kind in "Wb"]
        )
    )[::-1]
    assert max(seen) <= sizes[int(trace["gradient/most"]) - 1] * (1 + 1e-9)
    whole = sum(np.count_nonzero(edges.shown()) for edges in nudged.edges.values()) + sum(
        map(len, nudged.rims.values())
    )
    left = sum(np.count_nonzero(edges.shown()) for edges in others.edges.values()) + sum(map(len, others.rims.values()))
    assert whole - left == int(trace["gradient/most"])
