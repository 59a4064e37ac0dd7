"""What can be taken apart: the names of the exhibits, in the order in which they are recorded."""

from __future__ import annotations

from typing import Literal

Exhibit = Literal[
    "levers",
    "wishes",
    "chain",
    "worked",
    "gradient",
    "sensitivity",
    "one",
    "effect",
    "table",
    "update",
    "only",
    "batches",
    "paths",
    "links",
    "several",
    "explained",
    "graph",
    "neuron",
    "data",
    "terms",
    "line",
    "stairs",
    "plane",
    "components",
    "tested",
    "confident",
    "memory",
]
