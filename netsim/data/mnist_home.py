"""Where MNIST is: in a folder that is named, or in the user's cache, fetched once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from netsim.data.fetch import FetchError, fetch
from netsim.recipe.section import RecipeError

#: The environment's name for the folder, if the recipe does not say.
VARIABLE = "NUDGE_MNIST_DIR"

#: The environment's name for an address of one's own, such as a school's server; it is then the only one.
MIRROR = "NUDGE_MNIST_MIRROR"

#: Addresses that have the files; tried in this order.
MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://raw.githubusercontent.com/fgnt/mnist/master/",
)

#: The four files: MD5 and bytes.
FILES = {
    "train-images-idx3-ubyte.gz": ("f68b3c2dcbeaaa9fbdd348bbdeb94873", 9_912_422),
    "train-labels-idx1-ubyte.gz": ("d53e105ee54ea40749a09fcbcd1e9432", 28_881),
    "t10k-images-idx3-ubyte.gz": ("9fb629c4189551a2d022fa330f9573f3", 1_648_877),
    "t10k-labels-idx1-ubyte.gz": ("ec29112dd5afa0611ce80d1b7f02629c", 4_542),
}

WAY_OUT = "or set data.name = 'digits' for the bundled digits"

Progress = Callable[[str, float], None]


def mnist_folder(folder: str = "", progress: Progress | None = None) -> Path:
    """Find MNIST's files: in the folder named, or in NUDGE_MNIST_DIR; else in the cache, fetched if need be.

    Parameters
    ----------
    folder
        The recipe's folder; "" if it names none.
    progress
        Called with "fetching MNIST" and the part of it that is there, 0..1.

    Raises
    ------
    RecipeError
        If the folder is not there, or the files can neither be found nor fetched.
    """
    named = folder or os.environ.get(VARIABLE, "")
    if not named:
        return _fetched(cache() / "mnist", progress)
    place = Path(os.path.expanduser(named))  # noqa: PTH111 - Path's own way raises for a home that nobody has
    if not place.is_dir():
        source = "data.folder" if folder else VARIABLE
        raise RecipeError(f"{source} = {named!r}: there is no such folder, expected that of MNIST; {WAY_OUT}.")
    return place


def cache() -> Path:
    """Return the user's folder for what can be fetched again."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if Path(base).is_absolute() else Path(os.path.expanduser("~/.cache"))) / "nudge"  # noqa: PTH111


def _fetched(place: Path, progress: Progress | None) -> Path:
    missing = [name for name in FILES if not (place / name).is_file()]
    total = sum(FILES[name][1] for name in FILES)
    have = sum(size for name, (_, size) in FILES.items() if name not in missing)
    own = os.environ.get(MIRROR, "")
    mirrors = (own.rstrip("/") + "/",) if own else MIRRORS
    for name in missing:
        md5, size = FILES[name]

        def heard(many: int, before: int = have) -> None:
            if progress is not None:
                progress("fetching MNIST", min(1.0, (before + many) / total))

        try:
            fetch([mirror + name for mirror in mirrors], place / name, md5, heard)
        except FetchError as error:
            raise RecipeError(
                f"data.name = 'mnist': its files are not in {place}, and {name} could not be fetched ({error}); "
                f"go online and call it again, name their folder in data.folder or {VARIABLE}, {WAY_OUT}."
            ) from None
        have += size
    return place
