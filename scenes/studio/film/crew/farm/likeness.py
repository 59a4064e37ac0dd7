"""What decides how a frame looks beside lesson and scene, so that machines which differ in it are not mixed."""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

NUDGE = "Nudge"
_PACKAGES = ("assets", "netsim", "scenes")
_SOURCES = (".py", ".ftl", ".toml")


def likeness(libraries: Sequence[str]) -> dict[str, str]:
    """Say what this machine draws with: Python, the kind of processor, libraries, and a digest of Nudge's own files.

    Parameters
    ----------
    libraries
        Names of distributions; "" is the version of one that is not installed.
    """
    python = ".".join(map(str, sys.version_info[:2]))
    versions = {name: _version(name) for name in libraries}
    return {"Python": python, "processor": platform.machine(), **versions, NUDGE: _sources()}


def introduction(libraries: Sequence[str]) -> tuple[str, dict[str, str]]:
    """Say how this machine is called, and its `likeness`."""
    return platform.node(), likeness(libraries)


def difference(there: Mapping[str, str], here: Mapping[str, str]) -> str:
    """Say in what another machine differs from this one, all in one clause; "" if in nothing.

    Examples
    --------
    >>> difference({"manim": "0.21", "numpy": "2.4"}, {"manim": "0.22", "numpy": "2.4"})
    'has manim 0.21, and here is 0.22'
    """
    clauses = [_clause(name, there.get(name, ""), here[name]) for name in here if there.get(name, "") != here[name]]
    return "; ".join(clauses)


def _clause(name: str, there: str, here: str) -> str:
    if name == NUDGE:
        return "has a Nudge of other files"
    return f"has {name} {there}, and here is {here}" if there else f"has no {name}, and here is {here}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _sources() -> str:
    """Make a digest of the files that Nudge runs and reads, as they are now: a worker's process will read these."""
    digest = hashlib.sha256()
    for package in _PACKAGES:
        _add(digest, files(package), package)
    return digest.hexdigest()


def _add(digest: hashlib._Hash, folder: Traversable, place: str) -> None:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            _add(digest, item, f"{place}/{item.name}")
        elif item.name.endswith(_SOURCES):
            digest.update(f"{place}/{item.name}\0".encode() + item.read_bytes() + b"\0")
