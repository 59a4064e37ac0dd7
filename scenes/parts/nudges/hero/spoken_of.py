"""Which neurons the scenes of the chapter speak of: they are drawn however many there are."""

from __future__ import annotations

from netsim import Trace
from netsim.figures.nudges.wishes import quarrelled_over
from scenes.parts.outputs import told_of
from scenes.parts.selection import network_shape, ranked


def spoken_of(trace: Trace, l: int) -> tuple[int, ...]:
    """Return the neurons of a layer that are spoken of."""
    if l == trace.L:
        stuck = told_of(trace) if trace.has("effect") else None
        return (*network_shape(trace, 0, 0).keep, *([] if stuck is None else [stuck]))
    found = [ranked(trace.reading(f"dC_da{l}", 0, 0))[0], ranked(trace.reading(f"delta{l}", 0, 0))[0]]
    if l == 1 and trace.has("sensitivity"):
        found += [int(j) for layer, j, _ in trace["sensitivity/place"] if layer == l]
    if l == trace.L - 1 and trace.has("update"):
        found += [int(trace["update/place"][2])]
    if l == trace.L - 1 and trace.has("sweeps"):
        found += [int(k) for _, _, k in trace["sweeps/place"][1:]]
    if l == trace.L - 1:
        found.append(ranked(trace.reading(f"W{trace.L}", 0, trace.own_output(0)))[0])
        found += [int(float(quarrelled_over(trace)))] if trace.has("wishes") else []
    if trace.has("tugs"):
        layer, j, k = map(int, trace["tugs/place"])
        found += [neuron for at, neuron in ((layer, j), (layer - 1, k)) if at == l]
    return tuple(dict.fromkeys(found))
