"""How formulas of the last layers are told of a lesson: its own function for sigma, and numbers of one format."""

from __future__ import annotations

from collections.abc import Mapping

from netsim import Reading, Trace
from scenes.formulas.rules_of_activations import sign_of
from scenes.mobjects.type.number import fine_spec

FEWEST = 4  # decimals


def function_of(trace: Trace, l: int) -> dict[str, str]:
    """Return what stands for sigma in the formulas of layer l."""
    return {"sigma": sign_of(trace, l)}


def numbers_of(readings: Mapping[str, Reading]) -> dict[str, tuple[Reading, str]]:
    """Return readings with one format that keeps two digits of the smallest, and four decimals at least."""
    spec = max(fine_spec(readings.values(), sign=""), f".{FEWEST}f")
    return {name: (reading, spec) for name, reading in readings.items()}
