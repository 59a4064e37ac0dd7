"""The outputs at two moments, as the wish and what comes of it are told: as they are, and with larger last weights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netsim import Reading, Trace

WRONG, FLAT = 0.9, 0.05  # an output further than this from its target, a slope less than this


@dataclass(frozen=True)
class Outputs:
    """What the outputs are at one moment, each of shape (n_L,): sum, activation, da/dz, -dC/da and -dC/dz."""

    z: Reading
    a: Reading
    slope: Reading
    wish: Reading
    effect: Reading


def moments_of(trace: Trace) -> tuple[Outputs, Outputs]:
    """Return the outputs for the followed example, and what they would be with the last weights larger."""
    L = trace.L
    z, a, dC_da, delta = (trace.reading(f"{name}{L}", 0, 0) for name in ("z", "a", "dC_da", "delta"))
    then = {name: trace.reading(f"effect/{name}") for name in ("z", "a", "da_dz", "dC_da", "delta")}
    return (
        Outputs(z, a, trace.reading(f"one/da_dz{L}"), -dC_da, -delta),
        Outputs(then["z"], then["a"], then["da_dz"], -then["dC_da"], -then["delta"]),
    )


def told_of(trace: Trace) -> int | None:
    """Return the output that is told of once the last weights are larger: badly wrong, and on flat ground.

    With a cost that is no sum of squares the most wrong one, flat or not; None if there is nothing to tell.
    """
    wrong, slopes = np.abs(trace["effect/a"] - trace["y"][0]), np.abs(trace["effect/da_dz"])
    stuck = (wrong > WRONG) & (slopes < FLAT)
    if not trace.judge.squared:
        return int(np.argmax(wrong))
    return int(np.argmax(np.where(stuck, wrong, -1))) if stuck.any() else None


def limits_of(trace: Trace) -> tuple[float, ...]:
    """Return the values that the outputs come near to where their curve gets flat, and never reach."""
    function = trace.activation(trace.L)
    return (function.low, function.high) if function.saturating else ()
