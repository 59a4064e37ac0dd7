"""A lesson's data, read once for all that is asked of them, and the files that they are read from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path

from netsim import Dataset, RecipeError
from netsim.data.sources import files_of, load_dataset, own_path
from netsim.one_thread import one_thread
from netsim.recipe.data import DataSection

Progress = Callable[[str, float], None]


def read_data(plan: DataSection, beside: Path, progress: Progress | None = None) -> Dataset:
    """Read the data of a recipe's [data] section, or give what was read of them before, if no file has changed.

    Raises
    ------
    RecipeError
        If they cannot be had.
    """
    with one_thread():  # the same digits as where `record` reads them
        if plan.name == "mnist":
            return load_dataset(plan, beside, progress)
        return _read(plan, beside, tuple(stamps(own_files(plan, beside))) if plan.path else ())


@lru_cache(maxsize=1)
def _read(plan: DataSection, beside: Path, files: tuple[str, ...]) -> Dataset:
    return load_dataset(plan, beside)


def forget_data() -> None:
    """Let go of what was read: they may be large, and once there is a trace nobody asks for them."""
    _read.cache_clear()


def own_files(data: DataSection, beside: Path) -> list[Path]:
    """List the files that a recipe's own data are read from; none if they cannot be, which is said when they are."""
    try:
        return files_of(data, own_path(data, beside))
    except RecipeError:
        return []


def stamps(files: Iterable[Path]) -> list[str]:
    """Return path, size and time of each file, so that a change is noticed."""
    known = [(path.resolve(), path.stat()) for path in sorted(files) if path.is_file()]
    return [f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in known]
