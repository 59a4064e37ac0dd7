"""Means over many examples do not depend on how these are parted."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import backprop
from netsim import measure as experiments
from netsim.measure import blocks, mean_gradient
from tests.netsim.exhibits.exhibited import random_run


@given(many=st.integers(1, 40), least=st.integers(1, 9), seed=st.integers(0, 99))
def test_the_mean_does_not_depend_on_how_the_examples_are_parted(many, least, seed):
    run = random_run(many=many, seed=seed)
    network, x, y = run.network, run.data.x, run.targets
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(experiments, "AT_A_TIME", (least, least))
        parted = mean_gradient(network, x, y)
        assert len(list(blocks(x, network))) == -(-many // least)
    back = backprop(network, network.forward(x), y)
    np.testing.assert_allclose(parted.C, back.C.mean(), rtol=1e-12)
    for l in network.W:
        np.testing.assert_allclose(parted.dC_dW[l], back.mean_dC_dW[l], rtol=1e-10, atol=1e-14)
        np.testing.assert_allclose(parted.dC_db[l], back.mean_dC_db[l], rtol=1e-10, atol=1e-14)
