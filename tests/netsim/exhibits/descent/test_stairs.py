"""The stairs exhibit: levels and flat places, counted."""

from itertools import pairwise

import numpy as np
import pytest

from netsim import TraceError, record, verify
from netsim.exhibits.descent.line import EXHIBIT as LINE
from netsim.exhibits.descent.stairs import EXHIBIT as STAIRS
from tests.netsim.exhibits.exhibited import KINDS, changed, held, more, nudged, plain, put, random_run, scaled


@pytest.fixture(scope="module")
def alone(quick):
    """Without the exhibits that say some of it twice."""
    return record(quick(), exhibits=["data", "components", "stairs"])


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_stairs_are_counted(kind):
    run = random_run(kind=kind)
    line, kept = plain(LINE.record(run)), plain(STAIRS.record(run))
    assert kept["levels"] == len(set(kept["C"].tolist()))
    same = [one == other for one, other in pairwise(kept["C"])]
    assert kept["flat"] == pytest.approx(sum(same) / len(same))
    wrong = kept["C"] * line["examples"]
    np.testing.assert_allclose(wrong, np.rint(wrong), atol=1e-9)
    np.testing.assert_array_equal(kept["w"][[0, -1]], line["w"][[0, -1]])
    _, j, k = line["place"]
    for at in (0, 700, 1200):
        changed = nudged(run.network, "W", 1, (j, k), kept["w"][at] - run.network.W[1][j, k])
        a = run.x
        for l in changed.W:
            a = np.array([1.0 if z >= 0 else 0.0 for z in changed.W[l] @ a + changed.b[l]])
            np.testing.assert_array_equal(kept[f"a{l}"][at], a)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("stairs/w", more(0.001, 9), "stairs/w ascends evenly"),
        ("stairs/w", scaled(2), "stairs/w has the range of line/w"),
        ("stairs/C", scaled(-1), "stairs/C is 0 or more"),
        ("stairs/C", scaled(2), "stairs/C = mean cost with steps"),
        ("stairs/a1", put((9, 0), 0.5), "stairs/a1 is 0 or 1"),
        ("stairs/a1", lambda a: 1 - a, "stairs/a1 = steps with stairs/w"),
        ("stairs/levels", more(1), "stairs/levels counts different costs"),
        ("stairs/flat", more(0.01), "stairs/flat = share of equal neighbours"),
    ],
)
def test_what_cannot_be_measured_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("stairs/levels", more(1), "stairs/levels counts different costs"),
        ("stairs/w", more(0.001, 9), "stairs/w ascends evenly"),
    ],
)
def test_by_itself_each_is_held_as_far_as_it_goes(alone, key, change, said):
    verify(alone)
    with pytest.raises(TraceError, match=said):
        verify(changed(alone, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, STAIRS)
