"""The stairs exhibit: the line's cost if every activation were a step, which leaves nothing to go downhill on."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.nudges.one import alone
from netsim.exhibits.run import Subject
from netsim.functions import Activation, ActivationTraits, Array
from netsim.network import Forward, Network
from netsim.terrain.dial import Dial

Arrays = dict[str, Array]

#: The activation with which a neuron is on or off: 0 for sums below 0, else 1; it is flat wherever it has a slope.
STEP = Activation(
    ActivationTraits(
        name="step", low=0, high=1, steepest=0.0, steepest_at=None, bends_within=1.0, flat_below=True, flat_above=True
    ),
    lambda z: (z >= 0).astype(z.dtype),
    lambda z, a: np.zeros_like(z),
)

#: Places of the grid.
POINTS = 801

#: The sums between which the step itself is kept, and how many of them.
SUMS, SUM_POINTS = 6.0, 241

#: The cost of outputs that are 0 or 1; by the cross-entropy a wrong one would cost more than any number.
COST = "quadratic"


def record_stairs(subject: Subject) -> Arrays:
    """Make the stairs/ group: the parameter, the examples and the range of the line exhibit, on a finer grid.

    stairs/w (stairs_w,) are values of the parameter, stairs/C (stairs_w,) the mean cost, quadratic whatever the
    lesson's, of the network with steps in all its layers, and stairs/smooth_C (stairs_w,) that of the lesson's own.
    stairs/levels counts the different costs of stairs/C, stairs/flat is the share of neighbouring places that
    have the same. stairs/step_a (stairs_z,) is the step itself, at the sums stairs/step_z (stairs_z,), and
    stairs/own_a (stairs_z,) the activation of the lesson's hidden layers there, or of its only one; of a softmax
    it is the first where the sums of all others are 0.
    """
    dial = subject.found.dial
    w = np.linspace(*subject.found.range, POINTS)
    C = stepped(dial.network, dial.place, subject.few[0], dial.y).costs(w, COST)
    kept = {"w": w, "C": C, "smooth_C": dial.costs(w), "levels": np.array(len(np.unique(C)))}
    kept["flat"] = np.array(np.mean(np.diff(C) == 0))
    kept["step_z"] = np.linspace(-SUMS, SUMS, SUM_POINTS)
    kept["step_a"] = STEP.value(kept["step_z"])
    kept["own_a"] = alone(dial.network.activation_of(1), np.zeros(dial.network.sizes[1]), 0, kept["step_z"])
    return {f"stairs/{name}": array for name, array in kept.items()}


def stepped(network: Network, place: tuple[int, int, int, int], x: Array, y: Array) -> Dial:
    """Make the dial of a parameter, for examples x (N, n_0) with targets y (N, n_L), of a network of steps."""
    z, a = {}, {0: x}
    for l in network.W:
        z[l] = a[l - 1] @ network.W[l].T + network.b[l]
        a[l] = STEP.value(z[l])
    return Dial.of(network, place, Forward(z, a), y, dict.fromkeys(network.W, STEP))
