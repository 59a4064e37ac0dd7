"""The wishes exhibit: what each output wishes adds up to what the cost does, and what verify() finds out."""

import numpy as np
import pytest

from netsim import TraceError, verify
from netsim.exhibits.nudges.wishes import EXHIBIT as WISHES
from tests.netsim.exhibits.exhibited import KINDS, changed, held, plain, random_run


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_wishes_add_up_to_what_central_differences_measure(kind, mean_cost):
    """The last layer alone is a network, whose inputs are the activations before it."""
    run = random_run((4, 3), kind)
    kept = plain(WISHES.record(run))
    assert kept["at"].tolist() == [0, 0, 1]
    h = 1e-6
    ends = np.array([[mean_cost(run.network, run.x + by * unit, run.y) for by in (h, -h)] for unit in np.eye(4)])
    np.testing.assert_allclose(kept["running"][-1], -(ends[:, 0] - ends[:, 1]) / (2 * h), rtol=1e-5, atol=1e-8)
    np.testing.assert_allclose(np.diff(kept["running"], axis=0, prepend=0), kept["table"], atol=1e-12)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("wishes/at", lambda a: a - 50, "wishes/at = .* no place"),
    ],
)
def test_rules_of_order(small_trace, key, change, said):
    with pytest.raises(TraceError, match=said):
        verify(changed(small_trace, key, change))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, WISHES)
