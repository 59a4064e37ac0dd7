"""The costs of the worked example, one row for each moment: count of updates, bar and number."""

from __future__ import annotations

import numpy as np
from manim import LEFT, RIGHT, Animation, FadeIn, VGroup

from netsim import Trace
from scenes.look.theme import Theme
from scenes.mobjects.amounts.bars import Bar
from scenes.mobjects.amounts.quantity import Scale
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.number import Readout
from scenes.mobjects.type.typeset import Words
from scenes.words.messages import Messages

TABLE = (3.1, 3.35, 5.85)  # right edge of the counts, left and right end of the bars
HEAD, TOP, APART, THICK = 2.15, 1.7, 0.37, 0.18  # heights of the head and the first row; rows apart; a bar's


def table_head(theme: Theme, words: Messages) -> VGroup:
    """Return what stands over the columns."""
    head = VGroup(
        Words(words.say("worked-costs", {}, "updates"), theme, size="small", role="dim"),
        Formula("C_0", theme, role="cost", size="small"),
    )
    head[0].move_to((TABLE[0], 0, 0), aligned_edge=RIGHT).stand_on(HEAD)
    head[1].move_to((TABLE[1], 0, 0), aligned_edge=LEFT).stand_on(HEAD)
    return head


def table_row(trace: Trace, theme: Theme, i: int, t: int) -> list[Animation]:
    """Return the animations in which row i appears: the cost after t updates."""
    y = TOP - i * APART
    cost = trace.reading("worked/C", t)
    scale = Scale(trace.reading("worked/C", 0), TABLE[2] - TABLE[1])
    bar = Bar(cost, scale, theme, np.array([TABLE[1], y, 0.0]), THICK, "cost")
    number = Readout(cost, theme, spec=".4f", role="cost")
    count = Words(f"{t:,}", theme, size="small", role="dim")
    number.move_to((bar.get_right()[0] + 0.12, 0, 0), aligned_edge=LEFT).level_with(y)
    count.move_to((TABLE[0], 0, 0), aligned_edge=RIGHT).level_with(y)
    return [FadeIn(count, number), bar.grow()]
