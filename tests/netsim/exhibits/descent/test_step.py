"""The step exhibit: against networks whose parameters are moved one by one, and the cost of each measured."""

import numpy as np
import pytest

from netsim import Network, TraceError, record, verify
from netsim.anatomy.components import fewest
from netsim.exhibits.descent.step import EXHIBIT as STEP
from tests.netsim.exhibits.exhibited import KINDS, changed, held, more, plain, put, random_run, scaled


def moved_by(network, gradient, by, moves):
    """Give the network whose every weight and bias that may move has gone by so much of its derivative."""
    W, b = {}, {}
    for l in network.W:
        W[l], b[l] = network.W[l].copy(), network.b[l].copy()
        for parameters, slopes in ((W[l], gradient.dC_dW[l]), (b[l], gradient.dC_db[l])):
            for at, slope in np.ndenumerate(slopes):
                if moves(abs(slope)):
                    parameters[at] -= by * slope
    return Network(W, b, network.hidden, network.output, network.cost)


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_costs_are_those_of_networks_that_have_moved(kind, mean_cost):
    run = random_run(kind=kind)
    kept, gradient = plain(STEP.record(run)), run.gradient
    sizes = sorted((abs(float(part)) for part in gradient.flat), reverse=True)
    squares = np.cumsum(np.square(sizes))
    many = next(i for i, so_far in enumerate(squares, 1) if so_far >= 0.9 * squares[-1])
    least = sizes[many - 1]
    who_moves = {"all": lambda s: True, "most": lambda s: s >= least, "others": lambda s: s < least}
    for row in (0, 1, 50, 100):
        assert kept["share"][row] == pytest.approx(row / 100)
        for who, moves in who_moves.items():
            network = moved_by(run.network, gradient, 0.5 * row / 100, moves)
            cost = np.mean([mean_cost(network, x, y) for x, y in zip(run.data.x, run.targets, strict=True)])
            assert kept[f"C_{who}"][row] == pytest.approx(cost, rel=1e-10)
            if who == "all":
                for l in (1, 2, 3):
                    np.testing.assert_allclose(kept[f"a{l}"][row], network.forward(run.x).a[l][0], rtol=1e-10)


def test_a_small_part_of_the_step_falls_as_the_slope_says():
    kept, run = plain(STEP.record(random_run(seed=4))), random_run(seed=4)
    squares = np.sort(run.gradient.flat**2)[::-1]
    for who, part in (
        ("all", squares),
        ("most", squares[: fewest(run.gradient.flat)]),
        ("others", squares[fewest(run.gradient.flat) :]),
    ):
        fall = kept[f"C_{who}"][0] - kept[f"C_{who}"][1]
        assert fall == pytest.approx(0.5 * 0.01 * part.sum(), rel=0.02)


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        ("step/share", put(1, 0.5), "step/share ascends evenly from 0 to 1"),
        ("step/eta", more(0.1), "step/eta = eta"),
        ("step/C_all", more(0.1), "step/C_(all|most|others) starts"),
        ("step/C_most", put(3, -1.0), "step/C_most is 0 or more"),
        ("step/C_others", more(0.1, 0), "step/C_others starts where C_all does"),
        ("step/a3", put((0, 0), 9.0), "step/a3 starts with a3"),
        ("step/a1", scaled(1.5), "step/a1 starts with a1"),
        ("step/a2", put((5, 0), 9.0), "step/a2 = forward pass with the step made"),
    ],
)
def test_what_cannot_be_shown_is_named(trace, key, change, said):
    with pytest.raises(TraceError, match=f"(breaks .*)?{said}"):
        verify(changed(trace, key, change))


def test_by_itself_it_is_held_as_far_as_it_goes(quick):
    alone = record(quick(), exhibits=["step"])
    verify(alone)
    with pytest.raises(TraceError, match="step/a3 starts with a3"):
        verify(changed(alone, "step/a3", more(0.1)))


def test_every_array_is_held_by_some_identity(late_trace):
    held(late_trace, STEP, but=[f"step/C_{who}" for who in ("all", "most", "others")])
