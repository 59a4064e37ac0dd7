"""The confident exhibit: noise, sorted by its surest answer."""

from dataclasses import replace

import numpy as np
import pytest

from netsim import TraceError, record, verify
from netsim.exhibits.descent.confident import EXHIBIT as CONFIDENT
from netsim.exhibits.descent.confident import NOISE
from tests.netsim.exhibits.descent.unseen import SIZES, one_by_one, run_with
from tests.netsim.exhibits.exhibited import KINDS, changed, held, more, plain, put

OURS = ["confident"]


@pytest.fixture(scope="module")
def trace(quick):
    """The spiral with both right and wrong answers."""
    return record(quick(training={"epochs": 40}), exhibits=OURS)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_noise_is_sorted_by_its_surest_answer(kind):
    run = run_with(kind)
    kept = plain(CONFIDENT.record(run))
    assert (kept["low"], kept["high"]) == (run.data.x.min(), run.data.x.max())
    np.testing.assert_allclose(kept["a2"], one_by_one(run.trained, kept["x"]), rtol=1e-12)
    hidden = [run.trained.forward(x).a[1][0] for x in kept["x"]]
    np.testing.assert_allclose(kept["a1"], hidden, rtol=1e-12, atol=1e-14)
    np.testing.assert_array_equal(kept["said"], kept["a2"].argmax(axis=1))
    np.testing.assert_array_equal(kept["rank"], [0, 40, 80, 119, 159, 199])
    np.testing.assert_array_equal(kept["top"][kept["rank"]], kept["a2"].max(axis=1))
    assert np.all(np.diff(kept["top"]) <= 0)
    assert kept["sure"] == sum(top > 0.5 for top in kept["top"])
    real = one_by_one(run.trained, run.data.x_unseen).max(axis=1)
    np.testing.assert_allclose(kept["real_top"], sorted(real, reverse=True), rtol=1e-12)
    assert kept["real_sure"] == sum(real > 0.5)


def test_noise_fills_the_range_of_the_data_evenly():
    """All shown ones together: mean and spread of the even distribution, and no answer that differs the next time."""
    run = run_with()
    low, high = -3.0, 5.0
    wider = replace(run, data=replace(run.data, x=low + (high - low) * (run.data.x > 0.5)))
    kept, again = plain(CONFIDENT.record(wider)), plain(CONFIDENT.record(wider))
    assert len(kept["top"]) == NOISE
    assert low <= kept["x"].min() < low + 1 < high - 1 < kept["x"].max() <= high
    np.testing.assert_array_equal(kept["x"], again["x"])
    drawn = np.random.default_rng(0).uniform(low, high, (NOISE, SIZES[0]))
    assert drawn.mean() == pytest.approx(1, abs=0.2)
    tops = np.sort(one_by_one(run.trained, drawn).max(axis=1))[::-1]
    np.testing.assert_allclose(kept["top"], tops, rtol=1e-12)


def test_the_real_ones_are_two_hundred_at_most():
    kept = plain(CONFIDENT.record(run_with(unseen=333)))
    assert kept["real_top"].shape == (200,)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("confident/x", more(0.1), r"confident/x lies in low\.\.high|confident/a1 = activations for x"),
        ("confident/low", put((), 9.0), r"confident/x lies in low\.\.high"),
        ("confident/high", put((), -9.0), r"confident/x lies in low\.\.high"),
        ("confident/rank", more(1), "confident/rank runs evenly"),
        ("confident/said", more(-3), "confident/said names classes"),
        ("confident/said", lambda said: (said + 1) % 3, "confident/said is what the outputs say"),
        ("confident/top", more(1e-6), "confident/top = largest output, at each rank"),
        ("confident/top", put(1, -9.0), "confident/top is sorted downward"),
        ("confident/sure", more(1), r"confident/sure counts those above 0\.5"),
        ("confident/real_top", put(1, 9.0), "confident/real_top is sorted downward"),
        ("confident/real_sure", more(1), r"confident/real_sure counts those above 0\.5"),
    ],
)
def test_what_cannot_be_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"The trace breaks .*({said})"):
        verify(changed(trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, CONFIDENT, but={"confident/low", "confident/high", "confident/real_top"})
