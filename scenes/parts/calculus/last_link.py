"""The last link of the smallest network as a tree, with a number line at each node (K3, K4, K5, K8)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from manim import RIGHT

from netsim import Reading, Trace
from scenes.look.measures import gap
from scenes.look.theme import Theme
from scenes.mobjects.network.tree import ComputationTree
from scenes.mobjects.plots.number_line import ValueLine
from scenes.mobjects.type.number import Readout
from scenes.stage.zones import Zone

TREE, LINES, REST = 4, 9, 13  # shares of the width
SIDE, SPINE = 1, 2  # shares of the tree's width: what goes in from a side, what leads from the weight to the cost
BESIDE, AXIS = 2, 5  # shares of the lines' width: room at both sides, the longest line
SYMBOLS = {"w": "w^((L))", "z": "z^((L))", "a": "a^((L))", "C": "C_0"}
ROLES = {"w": "focus", "z": "ink", "a": "ink", "C": "cost"}
#: The tree's nodes, and what leads where.
NODES = SYMBOLS | {"before": "a^((L-1))", "b": "b^((L))", "y": "y"}
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


class LastLink:
    """Where the tree and the number lines stand on a stage.

    Attributes
    ----------
    heights
        Of w, z, a and C: the tree's nodes and their lines.
    places
        Of all nodes of the tree.
    unit
        Scene units from the lines' zero to the end of the longest.
    """

    def __init__(self, stage: Zone) -> None:
        tree, lines, _ = stage.columns(TREE, LINES, REST)
        rows = dict(zip(SYMBOLS, stage.inset(top=gap.large, bottom=gap.small).rows(*[1] * len(SYMBOLS)), strict=True))
        left, spine, right = (column.x for column in tree.columns(SIDE, SPINE, SIDE))
        _, self.axis, _ = lines.columns(BESIDE, AXIS, BESIDE)
        self.unit = self.axis.width / 2
        self.heights = {name: row.y for name, row in rows.items()}
        self.places = {name: (spine, height) for name, height in self.heights.items()} | {
            "w": (left, self.heights["w"]),
            "before": (spine, rows["w"].top - gap.small),
            "b": (right, self.heights["w"]),
            "y": (right, self.heights["a"]),
        }

    def line(self, name: str, value: Reading, reach: int, theme: Theme, height: float | None = None) -> ValueLine:
        """Return a node's number line, at its own height or another; activation and cost have no negative side."""
        low, role = -reach if name[0] in "wz" else 0, ROLES.get(name, "ink")
        zero = np.array([self.axis.x, self.heights[name] if height is None else height, 0])
        return ValueLine(value, low, reach, zero, self.unit / reach, theme, role)


def values_of(trace: Trace, names: Iterable[str]) -> dict[str, Reading]:
    """Return the values of some nodes of the tree."""
    places = {name: VALUES[name] for name in names}
    return {name: trace.reading(f"chain/{key}", *index) for name, (key, index) in places.items()}


def reach_of(values: Iterable[Reading]) -> int:
    """Return how far the number lines go to each side: one scale for all of them."""
    return max(1, *[int(np.ceil(abs(float(value)))) for value in values])


def given_values(trace: Trace, tree: ComputationTree, theme: Theme) -> dict[str, Readout]:
    """Return the values of what goes in from the side, beside their nodes of the tree."""
    shown = {}
    for name, value in values_of(trace, GIVEN).items():
        number = Readout(value, theme, spec=".0f" if name == "y" else ".3f", role=GIVEN[name])
        shown[name] = number.next_to(tree.node(name), RIGHT, buff=gap.small)
    return shown
