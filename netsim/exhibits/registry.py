"""All exhibits, found in the folders of the chapters: to add one is to add its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from netsim import exhibits
from netsim.border.nearest import meant
from netsim.exhibits.dimensions import SHARED
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.listening import Ahead, Notes
from netsim.exhibits.run import Run
from netsim.recipe.section import RecipeError
from netsim.trace.declared import Declared, Dimension, expanded
from netsim.trace.given import Given
from netsim.trace.trace import Trace


def _found() -> Iterator[Exhibit]:
    """Read every file of every chapter; each has one exhibit."""
    for chapter in iter_modules(exhibits.__path__, f"{exhibits.__name__}."):
        if chapter.ispkg:
            for file in iter_modules(import_module(chapter.name).__path__, f"{chapter.name}."):
                yield import_module(file.name).EXHIBIT


#: Every exhibit by its name, chapter by chapter.
EXHIBITS = {exhibit.name: exhibit for exhibit in _found()}

#: What the dimensions of their arrays run over.
DIMS: dict[str, Dimension] = SHARED | {name: dim for one in EXHIBITS.values() for name, dim in one.dims.items()}


def check_names(names: Iterable[str]) -> None:
    """Check that there are exhibits of these names.

    Raises
    ------
    RecipeError
        Naming the first that there is not, and the nearest.
    """
    for name in names:
        if name not in EXHIBITS:
            known = ", ".join(sorted(EXHIBITS))
            raise RecipeError(f"There is no exhibit {name!r}{meant(name, EXHIBITS)}; the exhibits are {known}.")


def possible(names: Iterable[str], given: Given) -> tuple[str, ...]:
    """Return those of some exhibits that can be recorded of a run: all of what they ask for is given."""
    return tuple(name for name in names if given.lacking(EXHIBITS[name].asks) is None)


def open_notes(ahead: Ahead, names: Iterable[str]) -> Notes:
    """Open the notes of those of some exhibits that listen to a run."""
    makers = {name: EXHIBITS[name].listener for name in names}
    return Notes({name: make(ahead) for name, make in makers.items() if make})


def record_exhibits(run: Run, names: Iterable[str]) -> Arrays:
    """Make the arrays of some exhibits of a run."""
    kept: Arrays = {}
    for name in names:
        kept |= EXHIBITS[name].record(run)
    return kept


def whole(trace: Trace) -> frozenset[str]:
    """Return the groups of arrays that a trace has, but for exhibits that lack one of theirs, as of another version."""
    table = {name: expanded(EXHIBITS[name].declared, trace.L) for name in trace.exhibits & EXHIBITS.keys()}
    lacking = {name for name, arrays in table.items() if any(k not in trace and not arrays[k].optional for k in arrays)}
    return trace.exhibits - lacking


def declared(names: Iterable[str], L: int) -> dict[str, Declared]:
    """Say what each array of some exhibits is, for a network of L layers."""
    table: dict[str, Declared] = {}
    for name in names:
        table |= expanded(EXHIBITS[name].declared, L)
    return table
