"""What is true to say of the price of a gradient: one sweep back against a forward pass for each parameter."""

from __future__ import annotations

from netsim import Trace

UNITS = ((90, 1, "second"), (90, 60, "minute"), (36, 3600, "hour"), (float("inf"), 86400, "day"))
SMALL = 90  # times as much work: less is not what makes the point
FEW = 9.95  # so many of a unit are said to a tenth
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")


def price_of(trace: Trace) -> dict[str, str | int]:
    """Return what to say of a lesson's multiplications: of one pass back, and of the other way."""
    forward, backward, parameters, each = (
        int(trace[f"graph/{name}"]) for name in ("network_forward", "network_backward", "parameters", "one_by_one")
    )
    passes = round(backward / forward)
    count = NUMBERS[passes] if passes < len(NUMBERS) else f"{passes:,}"
    price = f"about {count} more forward pass{'' if passes == 1 else 'es'}"
    seconds = each / (forward + backward)
    as_long = f"would take about {_time(seconds)}"
    if seconds < SMALL:
        as_long += ", and far longer for a larger network"
    return {"parameters": f"{parameters:,}", "price": price, "as_long": as_long}


def _time(seconds: float) -> str:
    """Return a time in the unit in which it is a number that can be pictured."""
    unit, name = next((unit, name) for most, unit, name in UNITS if seconds < most * unit)
    count = f"{seconds / unit:,.{1 if seconds < FEW * unit else 0}f}".removesuffix(".0")
    return f"{count} {name}{'' if count == '1' else 's'}"
