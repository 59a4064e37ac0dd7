"""The last link of the smallest network as a tree, with a number line at each node (K3, K4, K5, K8)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from manim import RIGHT

from netsim import Reading, Trace
from scenes.look.theme import Theme
from scenes.mobjects.network.tree import ComputationTree
from scenes.mobjects.plots.number_line import ValueLine
from scenes.mobjects.type.number import Readout

ROWS = {"w": 1.75, "z": 0.5, "a": -0.75, "C": -2.0}
SYMBOLS = {"w": "w^((L))", "z": "z^((L))", "a": "a^((L))", "C": "C_0"}
ROLES = {"w": "focus", "z": "ink", "a": "ink", "C": "cost"}
SPINE, ZERO, UNIT = -5.68, -2.4, 1.25  # tree's axis; the lines' zero and scene units per 1
#: The tree's nodes, where they stand, and what leads where.
NODES = SYMBOLS | {"before": "a^((L-1))", "b": "b^((L))", "y": "y"}
PLACES = {name: (SPINE, height) for name, height in ROWS.items()} | {
    "w": (SPINE - 0.75, ROWS["w"]),
    "before": (SPINE, ROWS["w"] + 0.5),
    "b": (SPINE + 0.75, ROWS["w"]),
    "y": (SPINE + 0.75, ROWS["a"]),
}
LINKS = [("w", "z"), ("before", "z"), ("b", "z"), ("z", "a"), ("a", "C"), ("y", "C")]
GIVEN = {"before": "dim", "b": "dim", "y": "dim"}  # what goes in from the side
#: Where the values of this link and the one before it stand in the chain exhibit.
VALUES: dict[str, tuple[str, tuple[int, ...]]] = {
    "w": ("W", (2,)),
    "z": ("z", (2,)),
    "a": ("a", (3,)),
    "C": ("C", ()),
    "before": ("a", (2,)),
    "b": ("b", (2,)),
    "y": ("y", ()),
    "z_before": ("z", (1,)),
    "w_before": ("W", (1,)),
    "earlier": ("a", (1,)),
    "b_before": ("b", (1,)),
}


def values_of(trace: Trace, names: Iterable[str]) -> dict[str, Reading]:
    """Return the values of some nodes of the tree."""
    places = {name: VALUES[name] for name in names}
    return {name: trace.reading(f"chain/{key}", *index) for name, (key, index) in places.items()}


def reach_of(values: Iterable[Reading]) -> int:
    """Return how far the number lines go to each side: one scale for all of them."""
    return max(1, *[int(np.ceil(abs(float(value)))) for value in values])


def line_of(name: str, value: Reading, reach: int, theme: Theme, height: float) -> ValueLine:
    """Return a node's number line; activation and cost have no negative side."""
    low, role = -reach if name[0] in "wz" else 0, ROLES.get(name, "ink")
    return ValueLine(value, low, reach, np.array([ZERO, height, 0]), UNIT / reach, theme, role)


def given_values(trace: Trace, tree: ComputationTree, theme: Theme) -> dict[str, Readout]:
    """Return the values of what goes in from the side, beside their nodes of the tree."""
    shown = {}
    for name, value in values_of(trace, GIVEN).items():
        number = Readout(value, theme, spec=".0f" if name == "y" else ".3f", role=GIVEN[name])
        shown[name] = number.next_to(tree.node(name), RIGHT, buff=0.12)
    return shown
