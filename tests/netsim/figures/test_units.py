"""Inputs in the units of their table, at the places of the inputs; and that the audit finds out others."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import Feature, Reading
from netsim.figures.registry import held
from netsim.figures.units import in_units
from netsim.trace.features import told

FEATURES = (
    Feature("bill", 32.1, 27.5, decimals=1),
    Feature("mass", -100.0, 0.3),
    Feature("island=Dream", kind="choice"),
)


@pytest.fixture
def penguins(made):
    x = np.array([[0.25, 10.0, 1.0], [0.5, -3.0, 0.0]])
    return made({"x": x, "data/x": x[::-1]}, sizes=(3, 2, 2), features=told(FEATURES))


def test_an_input_is_what_its_table_said(penguins):
    values = in_units(penguins.features, penguins.reading("x", 0))
    assert [float(value) for value in values] == [32.1 + 27.5 * 0.25, -100 + 0.3 * 10, 1]
    assert float(in_units(penguins.features, penguins.reading("x", 1, 1))) == -100 + 0.3 * -3
    many = in_units(penguins.features, penguins.reading("data/x"))
    assert float(many[1][0]) == float(values[0])


def test_what_is_shown_in_units_is_held_by_the_inputs(penguins):
    shown = in_units(penguins.features, penguins.reading("data/x", 1))
    assert held(penguins, shown)
    assert all(held(penguins, one) for one in shown)
    assert held(penguins, in_units(penguins.features, penguins.reading("data/x", 1, 2)))
    other = replace(shown[0], value=float(shown[0]) + 1e-9)
    assert not held(penguins, other)
    assert not held(penguins, Reading(float(shown[0]), shown.key, (0, 0)))
