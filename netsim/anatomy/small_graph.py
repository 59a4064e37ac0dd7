"""Reverse mode on a small graph that is no neural network."""

from __future__ import annotations

import numpy as np

from netsim.functions import Array

#: How the other nodes are made, each of nodes before it: s = p q, t = s + r, u = t t, v = u s.
STEPS = (("s", "times", "pq"), ("t", "plus", "sr"), ("u", "square", "t"), ("v", "times", "us"))
NODES = "pqrstuv"

#: The links in the order of the steps: p -> s, q -> s, s -> t, r -> t, t -> u, u -> v, s -> v.
LINKS = tuple((before, node) for node, _, parents in STEPS for before in parents)


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


def _locals(step: tuple[str, str, str], value: dict[str, float]) -> dict[tuple[str, str], float]:
    """By how much the result of a step moves with each of the nodes that it is made of."""
    node, kind, parents = step
    one, other = parents[0], parents[-1]
    if kind == "square":
        return {(one, node): value[one] + value[one]}
    if kind == "plus":
        return {(one, node): 1.0, (other, node): 1.0}
    return {(one, node): value[other], (other, node): value[one]}
