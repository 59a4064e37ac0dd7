"""What must hold between one record and the next, if they are one update apart: what the rule keeps, and the step."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from netsim.exhibits.claims import ROUNDING, Claim
from netsim.exhibits.from_trace import training_of
from netsim.functions import Array
from netsim.rules import Adam, rule_from
from netsim.trace.store import TraceError
from netsim.trace.trace import Trace

#: The smallest number that float32 has, below which a square is lost in it.
LOST = float(np.finfo(np.float32).smallest_subnormal)

#: Roundings of float32 in what another program made: of the largest of an array, since it sums in an order of its own.
ELSEWHERE = 64

#: What eta is multiplied with, the size of the numbers that went into it, and how a claim calls it.
Heading = tuple[Array, Array, str]


def updates_claims(trace: Trace) -> Iterator[Claim]:
    """W[t+1] = W[t] - eta heading: of the gradient, of the velocity v[t+1], or of Adam's moments after the step.

    Of a run whose rule is not known nothing of it is claimed.
    """
    if trace.rule == "unknown":
        return
    pairs = _Pairs.of(trace)
    for name in [f"{kind}{l}" for l in range(1, trace.L + 1) for kind in "Wb"]:
        if trace.has("velocity"):
            heading, size, said = yield from _momentum(pairs, name)
        elif trace.has("first_moment"):
            heading, size, said = yield from _adam(pairs, name)
        else:
            heading, said = pairs.now(f"mean_dC_d{name}"), f"mean_dC_d{name}"
            size = np.abs(heading)
        size = pairs.size(size)
        now, eta = pairs.now(name), pairs.column("eta", name)
        sizes = pairs.slack * (np.abs(now) + eta * size)
        yield f"next {name} = {name} - eta {said}", pairs.next(name), now - eta * heading, sizes
    if trace["steps"][0] == 0:
        for key in (key for key in trace if key.startswith(("velocity/", "first_moment/", "second_moment/"))):
            yield f"{key} begins at rest", trace[key][0], np.zeros_like(trace[key][0]), 0.0


@dataclass(frozen=True)
class _Pairs:
    """The records of a trace that are followed by one that is a single update later."""

    trace: Trace
    places: np.ndarray
    plan: dict[str, Any]

    @classmethod
    def of(cls, trace: Trace) -> _Pairs:
        (places,) = np.nonzero(np.diff(trace["steps"]) == 1)
        return cls(trace, places, training_of(trace))

    @property
    def single(self) -> bool:
        """Whether the run was computed in float32."""
        return self.plan.get("precision") == "float32"

    @property
    def slack(self) -> float:
        """Rounding of eta, the product and the sum in float32, and of what a rule makes of the gradient before."""
        rounded = 2 if not self.plan.get("momentum") else 4
        rounded = 12 if self.plan.get("rule") == "adam" else rounded
        rounded = ELSEWHERE if self.trace.elsewhere else rounded
        return float(rounded * np.finfo(np.float32).eps / ROUNDING) if self.single else 1.0

    def size(self, numbers: Array) -> Array:
        """Give what rounding of numbers (T, ...) is measured by: of what another program made, the largest of them."""
        if not (self.single and self.trace.elsewhere):
            return numbers
        largest: Array = numbers.max(axis=tuple(range(1, numbers.ndim)), keepdims=True)
        return largest

    def now(self, key: str) -> Array:
        array: Array = self.trace[key][self.places]
        return array

    def next(self, key: str) -> Array:
        array: Array = self.trace[key][self.places + 1]
        return array

    def column(self, key: str, like: str) -> Array:
        """Give an array (T,) at these records, with as many axes as another."""
        return self.now(key).reshape(-1, *[1] * (self.trace[like].ndim - 1))


def _momentum(pairs: _Pairs, name: str) -> Generator[Claim, None, Heading]:
    """Claim the velocity, and give the heading."""
    kept, slope = pairs.plan.get("momentum", 0.0) * pairs.now(f"velocity/{name}"), pairs.now(f"mean_dC_d{name}")
    said, size = f"momentum velocity/{name} + mean_dC_d{name}", np.abs(kept) + np.abs(slope)
    yield f"next velocity/{name} = {said}", pairs.next(f"velocity/{name}"), kept + slope, pairs.slack * pairs.size(size)
    return kept + slope, size, f"({said})"


def _adam(pairs: _Pairs, name: str) -> Generator[Claim, None, Heading]:
    """Claim both moments, and give the heading that those that are recorded make."""
    rule, slope = rule_from(pairs.plan), pairs.now(f"mean_dC_d{name}")
    if not isinstance(rule, Adam):
        raise TraceError(f"{pairs.trace.name} has moments of Adam, but no rule = 'adam' in its recipe; record it anew.")
    for key, beta, term in (("first", rule.beta1, slope), ("second", rule.beta2, slope * slope)):
        old, new = beta * pairs.now(f"{key}_moment/{name}"), (1 - beta) * term
        power = "^2" if key == "second" else ""
        said = f"next {key}_moment/{name} = beta {key}_moment/{name} + (1 - beta) mean_dC_d{name}{power}"
        size = pairs.slack * (np.abs(old) + np.abs(new)) + (2 * LOST / ROUNDING if pairs.single else 0.0)
        yield said, pairs.next(f"{key}_moment/{name}"), old + new, size
    first, second = (pairs.next(f"{key}_moment/{name}") for key in ("first", "second"))
    heading = rule.scaled(first, second, pairs.column("steps", name) + 1)
    return heading, np.abs(heading), "first_moment / (sqrt(second_moment) + epsilon), bias-corrected"
