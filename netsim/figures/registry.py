"""Figures and states: numbers and named findings that are derived from a trace, each by one function.

A scene never computes what it says. What the trace does not hold as an array is derived here, once, under a
name, so that an audit can derive it again: ``parameters(trace)`` is a :class:`Reading` of the key
``figure/parameters``.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from typing import Any

import numpy as np

import netsim.figures
from netsim.figures.units import PREFIX as IN_UNITS
from netsim.figures.units import held_in_units
from netsim.trace.reading import Reading
from netsim.trace.trace import Trace

Derive = Callable[..., float | int | np.integer[Any] | np.floating[Any] | np.ndarray]

PREFIX = "figure/"
_FIGURES: dict[str, Derive] = {}
_STATES: dict[str, tuple[str, ...]] = {}


def figure(derive: Derive) -> Callable[..., Reading]:
    """Make a function of a trace, and perhaps of places in it (int), give its number as a reading.

    Raises
    ------
    ValueError
        If another figure has the name.
    """
    name = derive.__name__
    if name in _FIGURES:
        raise ValueError(f"two figures are called {name!r}, expected a name of its own for each")
    _FIGURES[name] = derive

    @wraps(derive)
    def read(trace: Trace, *places: int) -> Reading:
        value = np.asarray(derive(trace, *places))
        return Reading(float(value) if value.ndim == 0 else value, f"{PREFIX}{name}", tuple(map(int, places)))

    return read


def state(*names: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
    """Make a function of a trace give one of the named states, and nothing else.

    Messages choose their words by these names, ``{ $slope -> [flat] … *[steep] … }``: they are never shown.

    Raises
    ------
    ValueError
        When the function is called and gives another name.
    """

    def named(find: Callable[..., str]) -> Callable[..., str]:
        _STATES[find.__name__] = names

        @wraps(find)
        def found(trace: Trace, *places: int) -> str:
            name = find(trace, *places)
            if name not in names:
                raise ValueError(f"{find.__name__} found {name!r}, expected one of {', '.join(names)}")
            return name

        return found

    return named


def derived(trace: Trace, reading: Reading) -> np.ndarray:
    """Derive a figure's number again, at the place that the reading names.

    Raises
    ------
    KeyError
        If there is no such figure.
    """
    _load()
    derive = _FIGURES[reading.key.removeprefix(PREFIX)]
    places = len(inspect.signature(derive).parameters) - 1
    value = np.asarray(np.asarray(derive(trace, *reading.index[:places]))[reading.index[places:]] * reading.sign)
    return value[np.ix_(*reading.picked)] if reading.picked else value


def held(trace: Trace, reading: Reading) -> bool:
    """Whether the trace holds this value at this place, or it follows from the trace, to the last bit."""
    if reading.key.startswith(IN_UNITS):
        return held_in_units(trace, reading)
    if reading.key.startswith(PREFIX):
        return bool(np.array_equal(derived(trace, reading), reading.value))
    return reading.held_by(trace)


def states() -> dict[str, tuple[str, ...]]:
    """Return the names that each state may take."""
    _load()
    return dict(_STATES)


def _load() -> None:
    for module in pkgutil.walk_packages(netsim.figures.__path__, "netsim.figures."):
        import_module(module.name)
