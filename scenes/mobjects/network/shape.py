"""The shape of a network: what it looks like, whatever its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from netsim import Feature


@dataclass(frozen=True)
class Shape:
    """Layers, input and outputs of a network.

    Attributes
    ----------
    sizes
        n_0 ... n_L.
    image
        (h, w) if the input is an image, else None.
    classes
        Names of the outputs, top to bottom.
    spans
        For each layer 0..L the (low, high) range of activations from dark to bright.
    keep
        Outputs that are drawn even if their column is abbreviated.
    features
        What the inputs of a table are called, and their units; () if they have no names.
    """

    sizes: list[int]
    image: tuple[int, int] | None
    classes: list[str]
    spans: list[tuple[float, float]]
    keep: tuple[int, ...] = ()
    features: tuple[Feature, ...] = ()
