"""The graph exhibit: reverse mode on a small graph that is no neural network, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.small_graph import graph_of
from netsim.exhibits.claims import Claim
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import network_of
from netsim.exhibits.run import Run
from netsim.functions import ACTIVATIONS, COSTS
from netsim.network import Network
from netsim.trace.declared import COUNT, Declared, Dimension
from netsim.trace.trace import Trace

ARRAYS = {
    "values": Declared("node", "value of each node"),
    "adjoints": Declared("node", "derivative of the last node by each, as one sweep finds them"),
    "locals": Declared("link", "by how much the end of a link moves with its start"),
    "carried": Declared("link", "what the sweep adds at the link's start: adjoint of its end times local"),
    "forward_multiplications": Declared("", "multiplications on the way forward", COUNT),
    "reverse_multiplications": Declared("", "multiplications on the way back", COUNT),
    "network_forward": Declared("", "multiplications of a forward pass through the lesson's network", COUNT),
    "network_backward": Declared("", "multiplications of its backward pass", COUNT),
    "parameters": Declared("", "its weights and biases", COUNT),
    "one_by_one": Declared("", "multiplications of a forward pass for each parameter", COUNT),
}

DIMS = {
    "node": Dimension("p, q, r, s = p q, t = s + r, u = t t, v = u s", 7),
    "link": Dimension("p to s, q to s, s to t, r to t, t to u, u to v, s to v", 7),
}

#: The inputs: small whole numbers, of which the values and derivatives can be followed in the head.
INPUTS = {"p": 2.0, "q": -1.0, "r": 5.0}


def record(run: Run) -> Arrays:
    """Sweep through the small graph, and count for the lesson's own network."""
    network = run.network
    once, parameters = forward_multiplications(network), count_parameters(network)
    counts = {
        "network_forward": once,
        "network_backward": backward_multiplications(network),
        "parameters": parameters,
        "one_by_one": parameters * once,
    }
    return graph_of(INPUTS) | {name: np.array(float(count)) for name, count in counts.items()}


def forward_multiplications(network: Network) -> int:
    """Count the multiplications of one forward pass: one for each weight."""
    return sum(w.size for w in network.W.values())


def backward_multiplications(network: Network) -> int:
    """Count the multiplications of one backward pass, that is, of the four equations.

    The output's delta; sigma'(z) and its product with dC/da, for each neuron; one for each weight that a
    derivative passes back through, from layer L to 2; and one for the derivative of each weight, delta a.
    """
    count = _of_last_delta(network)
    for l in range(1, network.L):
        count += network.W[l + 1].size + network.sizes[l] * (ACTIVATIONS[network.hidden].traits.products + 1)
    return count + forward_multiplications(network)


def count_parameters(network: Network) -> int:
    """Count weights and biases."""
    return sum(w.size for w in network.W.values()) + sum(b.size for b in network.b.values())


def _of_last_delta(network: Network) -> int:
    """Count those of the output's delta: none for a - y; else those of dC/da, of the slope, and their product."""
    cost, output = COSTS[network.cost], ACTIVATIONS[network.output].traits
    if cost.cancels(output):
        return 0
    return (cost.traits.products + output.products + 1) * network.sizes[-1]


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the rules of the graph, what a sweep finds, and the counts."""
    p, q, r, s, t, u, _ = values = trace["graph/values"]
    rules = np.array([p, q, r, p * q, s + r, t * t, u * s])
    yield "graph/values keep to s = p q, t = s + r, u = t t, v = u s", values, rules, np.abs(values)
    swept = graph_of({"p": float(p), "q": float(q), "r": float(r)})
    for name in ("adjoints", "locals", "carried"):
        yield f"graph/{name} = what one sweep finds", trace[f"graph/{name}"], swept[name], np.abs(swept[name])
    slope = 2 * t * s + u  # of v by s, over both ways
    direct = np.array([q * slope, p * slope, 2 * t * s, slope, 2 * t * s, s, 1.0])
    yield "graph/adjoints are the derivatives of (p q + r)^2 p q", trace["graph/adjoints"], direct, 1 + np.abs(direct)
    for name in ("forward_multiplications", "reverse_multiplications"):
        yield f"graph/{name} counts them", trace[f"graph/{name}"], swept[name], 0.0
    network = network_of(trace)
    once = np.array(float(forward_multiplications(network)))
    parameters = np.array(float(count_parameters(network)))
    yield "graph/network_forward counts weights", trace["graph/network_forward"], once, 0.0
    counted = np.array(float(backward_multiplications(network)))
    yield "graph/network_backward counts the four equations", trace["graph/network_backward"], counted, 0.0
    yield "graph/parameters counts weights and biases", trace["graph/parameters"], parameters, 0.0
    yield "graph/one_by_one = parameters network_forward", trace["graph/one_by_one"], parameters * once, 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS)
