"""The graph exhibit: reverse mode on a small graph that is no neural network, and what it costs."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.network import Network

#: The inputs: small whole numbers, of which the values and derivatives can be followed in the head.
INPUTS = {"p": 2.0, "q": -1.0, "r": 5.0}

#: How the other nodes are made, each of nodes before it: s = p q, t = s + r, u = t t, v = u s.
STEPS = (("s", "times", "pq"), ("t", "plus", "sr"), ("u", "square", "t"), ("v", "times", "us"))

NODES = "pqrstuv"

#: The links in the order of the steps: p -> s, q -> s, s -> t, r -> t, t -> u, u -> v, s -> v.
LINKS = tuple((before, node) for node, _, parents in STEPS for before in parents)

#: How many multiplications the slope of an activation takes: a (1 - a), 1 - a a, none.
OF_SLOPE = {"sigmoid": 1, "tanh": 1, "relu": 0, "identity": 0}


def record_graph(subject: Subject) -> dict[str, Array]:
    """Make the graph/ group: values and derivatives of the small graph, and counts for the lesson's own network."""
    network = subject.network
    once, parameters = forward_multiplications(network), count_parameters(network)
    counts = {
        "network_forward": once,
        "network_backward": backward_multiplications(network),
        "parameters": parameters,
        "one_by_one": parameters * once,
    }
    kept = graph_of(INPUTS) | {name: np.array(float(count)) for name, count in counts.items()}
    return {f"graph/{name}": array for name, array in kept.items()}


def graph_of(inputs: dict[str, float]) -> dict[str, Array]:
    """Pass the inputs p, q, r forward through the graph, and one sweep back.

    Returns
    -------
    dict
        values and adjoints (dv/d node), (7,), in the order of `NODES`; locals (by how much the end of a link
        moves with its start) and carried (what the sweep adds at its start: adjoint of its end times local),
        (7,), in the order of `LINKS`; forward_multiplications and reverse_multiplications. Through a plus the
        sweep passes without a multiplication.
    """
    value, multiplied = dict(inputs), 0
    for node, kind, parents in STEPS:
        one, other = value[parents[0]], value[parents[-1]]
        value[node] = one + other if kind == "plus" else one * other
        multiplied += kind != "plus"
    local = {link: slope for step in STEPS for link, slope in _locals(step, value).items()}
    adjoint, carried, swept = dict.fromkeys(NODES, 0.0) | {"v": 1.0}, {}, 0
    for node, kind, parents in reversed(STEPS):
        for before in parents:
            carried[before, node] = adjoint[node] * local[before, node]
            adjoint[before] += carried[before, node]
            swept += kind != "plus"
    return {
        "values": np.array([value[node] for node in NODES]),
        "adjoints": np.array([adjoint[node] for node in NODES]),
        "locals": np.array([local[link] for link in LINKS]),
        "carried": np.array([carried[link] for link in LINKS]),
        "forward_multiplications": np.array(float(multiplied)),
        "reverse_multiplications": np.array(float(swept)),
    }


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
        count += network.W[l + 1].size + network.sizes[l] * (OF_SLOPE[network.hidden] + 1)
    return count + forward_multiplications(network)


def count_parameters(network: Network) -> int:
    """Count weights and biases."""
    return sum(w.size for w in network.W.values()) + sum(b.size for b in network.b.values())


def _of_last_delta(network: Network) -> int:
    """Count those of the output's delta: none for a - y; else 2 (a - y), the slope, and their product."""
    if network.cost == "cross_entropy":
        return 0
    each = 3 if network.output == "softmax" else 2 + OF_SLOPE[network.output]
    return each * network.sizes[-1]


def _locals(step: tuple[str, str, str], value: dict[str, float]) -> dict[tuple[str, str], float]:
    """By how much the result of a step moves with each of the nodes that it is made of."""
    node, kind, parents = step
    one, other = parents[0], parents[-1]
    if kind == "square":
        return {(one, node): value[one] + value[one]}
    if kind == "plus":
        return {(one, node): 1.0, (other, node): 1.0}
    return {(one, node): value[other], (other, node): value[one]}
