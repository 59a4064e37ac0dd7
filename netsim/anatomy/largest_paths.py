"""The largest of very many paths, found without listing them all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from netsim.functions import Array


def largest_paths(links: Sequence[Array], most: int) -> np.ndarray:
    """Find the paths with the largest products, from one neuron through one neuron of each layer after it.

    A path to a neuron that is one of the `most` largest is made of one of the `most` largest to the neuron
    before it, so that no others need to be kept from layer to layer.

    Parameters
    ----------
    links
        For each layer after the first, by what a path is multiplied on the way from neuron k to neuron j of
        it, (n_j, n_k), 0 or more; the first has one column.
    most
        How many paths are wanted, 1 or more.

    Returns
    -------
    numpy.ndarray
        The neuron of each of those layers that a path runs through, (P, layers), largest product first; P is
        `most`, or the number of all paths if they are fewer. Of equals, those through earlier neurons come first.
    """
    size: Array = np.ones((1, 1))  # of the largest paths to each neuron, (n, P)
    path = np.zeros((1, 1, 0), int)  # and the neurons that they run through, (n, P, layers)
    for link in links:
        size, path = _extended(size, path, link, most)
    _, path = _extended(size, path, np.ones((1, len(size))), most)  # all of them, wherever they end
    return path[0, :, 1:]


def _extended(size: Array, path: np.ndarray, link: Array, most: int) -> tuple[Array, np.ndarray]:
    """Lead the largest paths on by one layer: only neurons whose own largest is among the `most` can matter."""
    through = _first(link * size[:, 0], most)
    sizes = np.take_along_axis(link, through, axis=1)[:, :, None] * size[through]
    rows, ranks = np.arange(len(link))[:, None], size.shape[1]
    chosen = _first(sizes.reshape(len(link), -1), most)
    before, rank = through[rows, chosen // ranks], chosen % ranks
    longer = np.concatenate([path[before, rank], before[:, :, None]], axis=2)
    return sizes.reshape(len(link), -1)[rows, chosen], longer


def _first(sizes: Array, most: int) -> np.ndarray:
    """Give the places of the `most` largest of each row, largest first."""
    return np.argsort(-sizes, axis=1, kind="stable")[:, :most]
