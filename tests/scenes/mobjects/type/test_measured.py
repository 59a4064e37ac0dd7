"""Type is as large as Manim says it is, to the last bit."""

import numpy as np
import pytest
from manim import PI, VMobject

from scenes.look.theme import Theme
from scenes.mobjects.type.formula import Formula
from scenes.mobjects.type.measured import Measured
from scenes.mobjects.type.typeset import Words, set_line

THEME = Theme.load()
LINES = {
    "words": lambda: Words("So [much](focus) is wrong with [a^2](math).", THEME),
    "a formula": lambda: Formula("{{ (partial C) / (partial w) : dC }} = -3", THEME),
    "turned": lambda: Words("Turned", THEME).rotate(PI / 7),
    "a page": lambda: set_line("As it comes", THEME, "small", "ink"),
    "a letter that comes": lambda: half_there(Words("Half", THEME)),
    "a dot beside": lambda: Words("Beside", THEME).add(VMobject().set_points([[9.0, 8.0, 7.0]])),
    "nothing": Measured,
}


def half_there(words):
    words[0].pointwise_become_partial(words[0].copy(), 0.0, 0.4)
    return words


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_boxes_and_anchors_are_manims(line):
    made = line()
    anchors = np.reshape(VMobject.get_points_defining_boundary(made), (-1, 3))
    np.testing.assert_array_equal(made.get_points_defining_boundary(), anchors)
    for dim in range(3):
        for reduce in (np.min, np.max):
            ours, manims = (kind.reduce_across_dimension(made, reduce, dim) for kind in (Measured, VMobject))
            assert ours == manims
