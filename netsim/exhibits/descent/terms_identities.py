"""What must hold of a cost that is told apart into what each output adds."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.calculus.chain_identities import Claim
from netsim.exhibits.descent.terms import terms_of
from netsim.exhibits.first_record import network_of
from netsim.trace.trace import Trace


def terms_claims(trace: Trace) -> Iterator[Claim]:
    """terms/gap = a - y; terms/C are the terms of the cost, and add up to it."""
    network, ends = network_of(trace), [0, -1]
    a, y = trace[f"a{trace.L}"][ends, 0], trace["y"][0]
    yield f"terms/gap = a{trace.L} - y", trace["terms/gap"], a - y, np.abs(a) + np.abs(y)
    derived = terms_of(network.cost, network.output, a, y)
    yield f"terms/C = terms of the {network.cost} cost", trace["terms/C"], derived, 1.0
    total = trace["terms/C"].sum(axis=-1)
    yield "sums of terms/C = C", total, trace["C"][ends, 0], 1.0
