"""What must hold between the numbers of the exhibit graph."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.calculus.graph import backward_multiplications, count_parameters, forward_multiplications, graph_of
from netsim.exhibits.first_record import network_of
from netsim.trace.trace import Trace


def graph_claims(trace: Trace) -> Iterator[Claim]:
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
