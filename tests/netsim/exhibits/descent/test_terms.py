"""The terms exhibit: each output adds what the definition says."""

import numpy as np
import pytest

from netsim import record
from netsim.exhibits.descent.terms import EXHIBIT as TERMS
from tests.netsim.exhibits.exhibited import KINDS, held, random_run


@pytest.mark.parametrize("kind", KINDS)
def test_each_output_adds_what_the_definition_says(kind):
    run = random_run(kind=kind)
    kept = TERMS.record(run)
    a, y = run.fwd.a[3][0], run.y
    written = {
        "quadratic": lambda a, y: (a - y) ** 2,
        "cross_entropy": lambda a, y: -y * np.log(a) - (0 if kind[1] == "softmax" else (1 - y) * np.log(1 - a)),
    }[kind[2]]
    np.testing.assert_allclose(kept["terms/C"], [written(*pair) for pair in zip(a, y, strict=True)])
    np.testing.assert_array_equal(kept["terms/gap"], a - y)
    np.testing.assert_allclose(kept["terms/C"].sum(), run.back.C[0])


def test_they_are_those_of_the_first_moment(quick):
    trace = record(quick(record={"steps": [1, 3]}))
    np.testing.assert_allclose(trace["terms/C"].sum(), trace["C"][0, 0])
    np.testing.assert_allclose(trace["terms/gap"], trace["a3"][0, 0] - trace["y"][0])


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, TERMS)
