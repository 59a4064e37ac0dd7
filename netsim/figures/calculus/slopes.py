"""Figures of slopes: how far a tangent of the last link is followed, how far it rises, and what a full square is."""

from __future__ import annotations

from netsim.figures.registry import figure
from netsim.trace.trace import Trace

#: Steps that a tangent is followed, the largest first.
RUNS: tuple[float, ...] = tuple(digit / 10**p for p in range(7) for digit in (5, 2, 1) if digit <= 10**p)
#: The slopes by their places: of z by w, of a by z, of C by a.
LINKS = ("dz_dw", "da_dz", "dC_da")


@figure
def run_of(trace: Trace, link: int) -> float:
    """Give how far to the right a tangent is followed: as far as 1, where activation and cost stay what they can be.

    An activation is at most 1 and a cost at least 0; that of the sigmoid never gets out of its bounds by 1.
    """
    if LINKS[link] != "dC_da":
        return 1.0
    a, C, slope = float(trace["chain/a"][3]), float(trace["chain/C"]), float(trace["chain/dC_da"])
    room = min(1 - a, C / -slope if slope < 0 else 1.0)
    return next((run for run in RUNS if run <= room), RUNS[-1])


@figure
def rise_of(trace: Trace, link: int) -> float:
    """Give how far the tangent rises over that run; less than 0 where it falls."""
    return float(trace[f"chain/{LINKS[link]}"]) * float(run_of(trace, link))


@figure
def full_slope(trace: Trace, l: int) -> float:
    """Give the slope that fills a square: the steepest of layer l's neurons for the star, 1 where all are 0."""
    return float(abs(trace[f"one/da_dz{l}"]).max()) or 1.0
