"""Reads MNIST's images and labels from files in the IDX format, gzipped or plain."""

from __future__ import annotations

from math import prod
from pathlib import Path

import numpy as np

from netsim.border.opening import Unreadable, content_of, unpacked
from netsim.data.datasets import Dataset
from netsim.data.mnist_home import WAY_OUT, Progress, mnist_folder
from netsim.recipe.section import RecipeError

_IMAGES, _LABELS = 0x803, 0x801  # unsigned bytes in three and in one dimension


def load_mnist(folder: str = "", unseen: int | None = None, progress: Progress | None = None) -> Dataset:
    """Load MNIST: 60,000 training and 10,000 unseen images of 28x28, float32 brightness 0..1.

    Parameters
    ----------
    folder
        Where the four files are, named `train-images-idx3-ubyte` or `train-images.idx3-ubyte` and so on,
        with or without `.gz`; if empty, the environment's NUDGE_MNIST_DIR, or else the user's cache, into
        which they are fetched once.
    unseen
        How many of the unseen images to use, the first ones; None for all.
    progress
        Called with "fetching MNIST" and the part that is there, 0..1, while they are fetched.

    Raises
    ------
    RecipeError
        Naming the folder or file that is missing, damaged, or does not fit the others.

    Notes
    -----
    Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits"; the page describes IDX.
    """
    place = mnist_folder(folder, progress)
    x, label = _pair(place, "train")
    x_unseen, label_unseen = _pair(place, "t10k")
    if x.shape[1:] != x_unseen.shape[1:]:
        raise RecipeError(
            f"data.folder: {place} has training images of {x.shape[1:]} pixels and others of "
            f"{x_unseen.shape[1:]}, expected one size; {WAY_OUT}."
        )
    many = len(x_unseen) if unseen is None else unseen
    if many > len(x_unseen):
        raise RecipeError(f"data.unseen = {many}: {place} has {len(x_unseen)} unseen images, expected 0 to that.")
    height, width = x.shape[1:]
    classes = tuple(str(digit) for digit in range(10))
    return Dataset("mnist", _rows(x), label, _rows(x_unseen[:many]), label_unseen[:many], classes, (height, width))


def read_idx(path: Path, magic: int) -> np.ndarray:
    """Read the bytes of an IDX file, in the dimensions that it states.

    The file begins with four-byte numbers, highest byte first: the magic number, whose last byte is
    the count of dimensions, then the length of each.

    Raises
    ------
    RecipeError
        If the file cannot be read, has another magic number, or another length than it states.
    """
    try:
        content = unpacked(content_of(path))
    except Unreadable as error:
        raise RecipeError(f"data.folder: {path} {error}; fetch it anew, {WAY_OUT}.") from None
    if int.from_bytes(content[:4], "big") != magic:
        raise RecipeError(
            f"data.folder: {path} begins with 0x{content[:4].hex()}, expected 0x{magic:08x} as an IDX file "
            f"of {'images' if magic == _IMAGES else 'labels'}; fetch it anew, {WAY_OUT}."
        )
    start = 4 + 4 * (magic & 0xFF)
    shape = [int.from_bytes(content[at : at + 4], "big") for at in range(4, start, 4)]
    if len(content) != start + prod(shape):
        raise RecipeError(
            f"data.folder: {path} has {len(content):,} bytes, expected {start + prod(shape):,}: it is cut short "
            f"or damaged; fetch it anew, {WAY_OUT}."
        )
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def _pair(place: Path, part: str) -> tuple[np.ndarray, np.ndarray]:
    """Images (N, height, width) and labels (N,) of one part."""
    images_file, labels_file = _find(place, f"{part}-images", 3), _find(place, f"{part}-labels", 1)
    images, labels = read_idx(images_file, _IMAGES), read_idx(labels_file, _LABELS)
    if len(images) != len(labels) or not images.size:
        raise RecipeError(
            f"data.folder: {labels_file} has {len(labels):,} labels for the {len(images):,} images of "
            f"{images_file.name}, expected as many, and more than none; {WAY_OUT}."
        )
    if labels.max() > 9:
        raise RecipeError(f"data.folder: {labels_file} has the label {labels.max()}, expected 0 to 9; {WAY_OUT}.")
    return images, labels.astype(np.int64)


def _find(place: Path, name: str, dimensions: int) -> Path:
    names = [f"{name}{mark}idx{dimensions}-ubyte{gz}" for mark in "-." for gz in ("", ".gz")]
    for candidate in names:
        if (place / candidate).is_file():
            return place / candidate
    raise RecipeError(f"data.folder: {place} has no file {names[0]} (or {', '.join(names[1:])}); {WAY_OUT}.")


def _rows(images: np.ndarray) -> np.ndarray:
    return images.reshape(len(images), -1).astype(np.float32) / np.float32(255)
