"""The levers exhibit: those of the output that stands for the star's label, and what verify() finds out."""

import numpy as np
import pytest

from netsim import TraceError, verify
from netsim.exhibits.nudges.levers import EXHIBIT as LEVERS
from tests.netsim.exhibits.exhibited import KINDS, changed, held, nudged, plain, random_run


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_levers_are_what_central_differences_measure(kind, mean_cost):
    run = random_run(kind=kind)
    kept, L, j = plain(LEVERS.record(run)), run.network.L, run.label
    assert kept["at"].tolist() == [0, 0, L, j]

    def slope(kind, place, h=1e-6):
        ends = [mean_cost(nudged(run.network, kind, L, place, by), run.x, run.y) for by in (h, -h)]
        return (ends[0] - ends[1]) / (2 * h)

    assert kept["dC_db"] == pytest.approx(slope("b", (j,)), rel=1e-5, abs=1e-8)
    measured = [slope("W", (j, k)) for k in range(run.network.sizes[-2])]
    np.testing.assert_allclose(kept["dC_dw"], measured, rtol=1e-5, atol=1e-8)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("levers/at", lambda a: a + 50, "levers/at = .* no place"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, LEVERS)
