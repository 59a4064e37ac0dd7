"""What the inputs of a network mean, where they are no pixels: a name, and the way back to natural units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from math import isfinite
from typing import Any, Literal, get_args

from netsim.trace.store import TraceError

Kind = Literal["number", "choice"]

MOST_DECIMALS = 6  # that are told of a natural value


@dataclass(frozen=True)
class Feature:
    """One input: what it is called, and what its numbers were before they were scaled.

    Attributes
    ----------
    name
        A column's name; of a choice, the word that a 1 stands for too: ``city=Paris``.
    shift, scale
        The natural value is shift + scale * x; scale is not 0.
    kind
        "number", or "choice": an input of 0 and 1.
    decimals
        Digits behind the point that natural values have in their source, 0..6.
    """

    name: str
    shift: float = 0.0
    scale: float = 1.0
    kind: Kind = "number"
    decimals: int = 2

    def natural(self, x: float) -> float:
        """Give the natural value of an input: shift + scale * x."""
        return self.shift + self.scale * x


def told(features: Sequence[Feature]) -> list[dict[str, Any]]:
    """Write features as plain data, as a trace's header holds them."""
    return [asdict(feature) for feature in features]


def features_told(features: Sequence[dict[str, Any]]) -> tuple[Feature, ...]:
    """Read features from plain data that `check_features` finds sound."""
    return tuple(Feature(**feature) for feature in features)


def check_features(header: Mapping[str, Any], where: str) -> None:
    """Check that a trace's header gives each of its inputs a meaning, or none of them.

    Raises
    ------
    TraceError
        Naming the first input of which it says nothing usable.
    """
    features, inputs = header.get("features") or [], header["sizes"][0]
    if not isinstance(features, list) or len(features) not in (0, inputs):
        raise TraceError(f"{where} has features that are not one for each of its {inputs} inputs.")
    check_told(features, where, "input")


def check_told(features: object, where: str, what: str) -> None:
    """Check that plain data are those of features, each of which an error calls `what`; raises TraceError."""
    for j, feature in enumerate(features if isinstance(features, list) else [None]):
        if not _sound(feature):
            raise TraceError(f"{where} says nothing usable of its {what} {j}; record the trace anew.")


def _sound(feature: object) -> bool:
    """Whether plain data are a feature's: all of its keys, and values that can be."""
    if not isinstance(feature, dict) or set(feature) != {field.name for field in fields(Feature)}:
        return False
    numbers = [feature["shift"], feature["scale"]]
    return (
        isinstance(feature["name"], str)
        and all(type(number) in (int, float) and isfinite(number) for number in numbers)
        and feature["scale"] != 0
        and feature["kind"] in get_args(Kind)
        and type(feature["decimals"]) is int
        and 0 <= feature["decimals"] <= MOST_DECIMALS
    )
