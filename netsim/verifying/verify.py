"""What must hold between the arrays of a trace: each identity is derived anew and compared."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import ROUNDING, Claim, within
from netsim.exhibits.registry import EXHIBITS, declared
from netsim.functions import Array
from netsim.trace.core import ALL_KEPT, CORE
from netsim.trace.declared import Declared, expanded
from netsim.trace.store import TraceError, check_numbers
from netsim.trace.trace import Trace
from netsim.verifying.core_claims import backward_claims, check_order, forward_claims
from netsim.verifying.update_claims import updates_claims


def verify(trace: Trace) -> None:
    """Read all of a trace, and hold it against every identity.

    Raises
    ------
    TraceError
        Naming the first that fails, the place with the largest gap, and both numbers; or the first array that
        is missing, or holds anything but finite numbers.
    """
    for key in trace:
        check_numbers(trace.name, key, trace[key])
    table = expanded(CORE | ALL_KEPT, trace.L) | _declared(trace)
    check_order(trace)
    with np.errstate(all="ignore"):  # wild numbers are what is looked for here
        for claim in _claims(trace, table):
            _hold(trace.name, *claim)


def not_held(trace: Trace) -> tuple[str, ...]:
    """Say what `verify` cannot hold of a trace, since the trace does not know it."""
    return ("the update rule, which the trace does not know",) if trace.rule == "unknown" else ()


def _claims(trace: Trace, table: dict[str, Declared]) -> Iterator[Claim]:
    yield from forward_claims(trace)
    yield from backward_claims(trace)
    yield from updates_claims(trace)
    for name in _present(trace):
        yield from EXHIBITS[name].claims(trace)
    for key, array in table.items():
        if key in trace:
            yield f"{key} is a {array.unit}", *within(trace[key], array.unit.low, array.unit.high)


def _present(trace: Trace) -> list[str]:
    return [name for name in EXHIBITS if trace.has(name)]


def _declared(trace: Trace) -> dict[str, Declared]:
    """Say what each array of the exhibits that are there is; all of them are there, over the same dimensions."""
    table = declared(_present(trace), trace.L)
    for key, array in table.items():
        if key not in trace:
            if array.optional:
                continue
            raise TraceError(f"{trace.name} lacks the array {key!r}; record the trace anew.")
        dims = trace.header["arrays"][key]["dims"]
        if dims != array.dims.split():
            raise TraceError(
                f"{trace.name} has {key!r} over ({', '.join(dims)}), expected ({', '.join(array.dims.split())}); "
                "record the trace anew."
            )
    return table


def _hold(name: str, said: str, recorded: Array, derived: Array, size: Array | float) -> None:
    recorded, derived = np.asarray(recorded, float), np.asarray(derived, float)
    gap = np.abs(recorded - derived) - ROUNDING * np.maximum(size, np.finfo(float).tiny)
    wrong = ~(gap <= 0)  # true for a gap that is no number, too
    if np.any(wrong):
        place = np.unravel_index(np.argmax(np.where(wrong, np.nan_to_num(gap, nan=np.inf), -1)), gap.shape)
        raise TraceError(
            f"{name} breaks {said} at {[int(i) for i in place]}: recorded {recorded[place]:.10g}, "
            f"derived {derived[place]:.10g}; record it anew."
        )
