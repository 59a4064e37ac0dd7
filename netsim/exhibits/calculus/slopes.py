"""The slopes exhibit: the curves of the last link of the 1-1-1-1 network, and how steep each is all along it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.chain import drawn_chain
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import no_place
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS, sigmoid, squares_of
from netsim.network import Network
from netsim.terrain.line_search import values_through
from netsim.trace.declared import ACTIVATION, COST, DERIVATIVE, NUMBER, PLACE, SLOPE, SUM, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "z": Declared("slope_point", "weighted sums to both sides of 0, that of the chain among them", SUM),
    "at_z": Declared("", "the place of the chain's own among these", PLACE),
    "a_of_z": Declared("slope_point", "their sigmoid", ACTIVATION),
    "da_dz": Declared("slope_point", "how steep the sigmoid is there", SLOPE),
    "relu_of_z": Declared("slope_point", "their ReLU, max(z, 0)", ACTIVATION),
    "drelu_dz": Declared("slope_point", "how steep that is: 0 or 1, and 0 at the kink", SLOPE),
    "a": Declared("slope_point", "activations from 0 to 1, that of the chain among them", ACTIVATION),
    "at_a": Declared("", "the place of the chain's own among these", PLACE),
    "error": Declared("slope_point", "how far each is from the target, a - y", NUMBER),
    "C_of_a": Declared("slope_point", "the cost there", COST),
    "dC_da": Declared("slope_point", "how steep the cost is there", DERIVATIVE),
}

DIMS = {"slope_point": Dimension("points of a curve, from left to right")}

#: How far weighted sums go to both sides of 0 at least, and how many points a curve has.
FAR, POINTS = 4.0, 601


def record(run: Run) -> Arrays:
    """Follow the curves of the chain exhibit's network, for its example."""
    network, x, y = drawn_chain(run.recipe.record.chain_seed, 1, squares_of(run.recipe.network.cost).name)
    return slopes_of(network, float(x[0]), float(y[0]))


def slopes_of(network: Network, x: float, y: float) -> Arrays:
    """Follow sigmoid, ReLU and cost of a given 1-1-1-1 network of sigmoids around where its example stands."""
    fwd, target = network.forward(np.array([x])), np.array([y])
    own_z, own_a = fwd.z[3].item(), fwd.a[3].item()
    far = max(FAR, np.ceil(abs(own_z)))
    z, a = values_through(own_z, -far, far, POINTS), values_through(own_a, 0.0, 1.0, POINTS)
    squash, relu, cost = ACTIVATIONS["sigmoid"], ACTIVATIONS["relu"], COSTS[network.cost]
    value, ramp, outputs = squash.value(z), relu.value(z), a[:, None]
    return {
        "z": z,
        "at_z": np.array(np.flatnonzero(z == own_z)[0]),
        "a_of_z": value,
        "da_dz": squash.jacobian(z[:, None], value[:, None])[:, 0, 0],
        "relu_of_z": ramp,
        "drelu_dz": relu.jacobian(z[:, None], ramp[:, None])[:, 0, 0],
        "a": a,
        "at_a": np.array(np.flatnonzero(a == own_a)[0]),
        "error": a - y,
        "C_of_a": cost.value(outputs, target, network.output),
        "dC_da": cost.slope(outputs, target, network.output)[:, 0],
    }


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: even steps, each curve and its slope by its formula; where it is there, of the chain."""
    z, a, error = (trace[f"slopes/{name}"] for name in ("z", "a", "error"))
    for name, points in (("at_z", z), ("at_a", a)):
        if not 0 <= trace[f"slopes/{name}"] < len(points):
            raise no_place(trace, f"slopes/{name}", [int(trace[f"slopes/{name}"])])
    own_z, own_a = z[int(trace["slopes/at_z"])], a[int(trace["slopes/at_a"])]
    far = max(FAR, np.ceil(abs(own_z)))
    yield "slopes/z goes evenly to the chain's own, and from there", z, values_through(own_z, -far, far, len(z)), 1.0
    yield "slopes/a goes evenly to the chain's own, and from there", a, values_through(own_a, 0.0, 1.0, len(a)), 1.0
    value = sigmoid(z)
    yield "slopes/a_of_z = sigmoid(z)", trace["slopes/a_of_z"], value, 1.0
    yield "slopes/da_dz = a (1 - a)", trace["slopes/da_dz"], value * (1 - value), 1.0
    yield "slopes/relu_of_z = max(z, 0)", trace["slopes/relu_of_z"], np.where(z > 0, z, 0), 1.0
    yield "slopes/drelu_dz = 1 where z > 0, else 0", trace["slopes/drelu_dz"], np.where(z > 0, 1.0, 0.0), 1.0
    share = trace.squares.share(1)
    yield "slopes/C_of_a = cost of a and y", trace["slopes/C_of_a"], share * error**2, 1.0
    yield "slopes/dC_da = slope of the cost", trace["slopes/dC_da"], 2 * share * error, 1.0
    y = trace["chain/y"] if trace.has("chain") else np.ones(())
    yield "slopes/error = a - y", error, a - y, 1.0
    if trace.has("chain"):
        yield "the chain's own of slopes/z is its last sum", own_z, trace["chain/z"][2], 1.0
        yield "the chain's own of slopes/a is its last activation", own_a, trace["chain/a"][3], 1.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
