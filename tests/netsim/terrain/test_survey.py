"""Of how many examples the cost over the weight space is measured."""

import numpy as np

from netsim import Network
from netsim.terrain.survey import FEWEST, surveyed


def of(*sizes):
    return Network.init(sizes, np.random.default_rng(0))


def test_all_examples_are_measured_if_that_is_quick():
    assert surveyed(of(784, 16, 16, 10), 1500) == 1500
    assert surveyed(of(2, 3, 2), 4) == 4


def test_of_very_many_or_of_a_large_network_some_are():
    some = surveyed(of(784, 16, 16, 10), 60_000)
    assert 1500 < some < 60_000
    assert surveyed(of(784, 32, 32, 10), 60_000) < some
    assert surveyed(of(784, 784, 784, 10), 60_000) == FEWEST
