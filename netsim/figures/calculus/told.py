"""The weight of the last layer that is told of, all through the calculus."""

from __future__ import annotations

from netsim.anatomy.told import told_weight
from netsim.trace.trace import Trace
from netsim.weight_names import weight_in


def weight_told_of(trace: Trace) -> tuple[int, int]:
    """Return (j, k): the weight that the lesson names to be taken apart, if it leads to an output, or one chosen.

    That leads to the star's class, or if nothing comes back from there to the output with the largest delta; and from
    the neuron with the largest delta of the layer before, the brightest of those that have the same.
    """
    L, named = trace.L, trace.header["recipe"].get("record", {}).get("weight")
    if named:
        l, j, k = weight_in(named, trace.sizes)
        if l == L:
            return j, k
    inputs, before = (trace[f"a{L - 1}"][0, 0], trace[f"delta{L - 1}"][0, 0]) if L > 1 else (trace["x"][0], None)
    return told_weight(trace[f"delta{L}"][0, 0], inputs, before, trace.own_output(0))
