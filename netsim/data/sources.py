"""Finds the data that a recipe names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from netsim.border.opening import Unreadable, expanded
from netsim.data.arrays.arrays import read_arrays
from netsim.data.datasets import Dataset, Outline
from netsim.data.digits import COUNT, load_digits
from netsim.data.mnist import load_mnist
from netsim.data.own import Rows
from netsim.data.pictures import pictures_in, read_pictures
from netsim.data.tables.table import read_table
from netsim.data.toys import load_spiral, load_xor
from netsim.recipe.data import OWN, DataSection
from netsim.recipe.section import RecipeError

#: How many examples are held out if the recipe does not say; of MNIST, all that are meant for it.
UNSEEN = {"digits": 297, "xor": 100, "spiral": 300}

#: The most that can be asked of a toy set, which is drawn and not stored.
MOST_UNSEEN = {"digits": COUNT - 1, "xor": 100_000, "spiral": 100_000}


Progress = Callable[[str, float], None]


def load_dataset(plan: DataSection, beside: Path | None = None, progress: Progress | None = None) -> Dataset:
    """Load the data of a recipe's [data] section; its seed draws what is held out, or the toy examples.

    Parameters
    ----------
    plan
        What to load.
    beside
        The folder that a `path` in it is seen from; None for the current one.
    progress
        Called with the name of a phase and the part of it that is done, if data must be fetched.

    Raises
    ------
    RecipeError
        If files are missing or damaged, or more examples are to be held out than there are.
    """
    if plan.name in OWN:
        return rows_at(plan, own_path(plan, beside)).dataset(plan)
    if plan.name == "mnist":
        return load_mnist(plan.folder, plan.unseen, progress)
    unseen = UNSEEN[plan.name] if plan.unseen is None else plan.unseen
    if unseen > MOST_UNSEEN[plan.name]:
        raise RecipeError(f"data.unseen = {unseen}: too many for {plan.name}, expected 0 to {MOST_UNSEEN[plan.name]}.")
    loaders = {"digits": load_digits, "xor": load_xor, "spiral": load_spiral}
    return loaders[plan.name](unseen, np.random.default_rng(plan.seed))


def outline_of(plan: DataSection) -> Outline | None:
    """Say how large data are that need not be read for that, since they might have to be fetched; None of others."""
    return (
        Outline(784, 10, 10, 60_000, 10_000 if plan.unseen is None else plan.unseen) if plan.name == "mnist" else None
    )


def own_path(plan: DataSection, beside: Path | None = None) -> Path:
    """Return the whole path of a recipe's own data."""
    try:
        return (beside or Path()) / expanded(plan.path)
    except Unreadable as error:
        raise RecipeError(f"data.path {error}; write the name of a file or folder.") from None


def files_of(plan: DataSection, path: Path) -> list[Path]:
    """List the files that data at a path are read from: one, or all images, or an array and those beside it.

    Raises
    ------
    RecipeError
        If there are none, or a folder cannot be read.
    """
    if plan.name == "images":
        return pictures_in(path)
    return sorted(path.parent.glob("*.npy")) if path.suffix.lower() == ".npy" else [path]


def rows_at(plan: DataSection, path: Path) -> Rows:
    """Read the labelled examples that lie at a path, before they are dealt.

    Raises
    ------
    RecipeError
        If they are missing or damaged.
    """
    if plan.name == "images":
        return read_pictures(path, plan.size, plan.invert)
    return read_table(path, plan) if plan.name == "csv" else read_arrays(path, plan)
