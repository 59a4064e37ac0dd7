"""Reads an .npz file of weights: arrays by name, as numpy's savez writes them."""

from __future__ import annotations

from pathlib import Path

from netsim.border.archive import Archive
from netsim.weights.found import Found
from netsim.weights.names import layers_named


def read_npz(path: Path) -> Found:
    """Read the layers of an .npz file.

    Raises
    ------
    Unfit, Unreadable
        If it cannot be read, or is not of such a network.
    """
    with Archive(path) as stored:
        return layers_named({name: stored.array(name) for name in stored.names})
