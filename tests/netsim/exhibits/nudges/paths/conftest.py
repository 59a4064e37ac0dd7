"""What tests of the walks share: a run of 64 examples, and what is recorded of it."""

import pytest

from tests.netsim.exhibits.exhibited import random_run
from tests.netsim.exhibits.nudges.paths.walked import paths, planned


@pytest.fixture(scope="module")
def run():
    return planned(random_run(many=64), batch=5, eta=0.4, seed=3)


@pytest.fixture(scope="module")
def kept(run):
    return paths(run)
