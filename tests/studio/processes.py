"""Processes of this machine, as tests look at them."""

import contextlib
from pathlib import Path


def children_of(pid):
    """Process ids of a process's living children, as Linux tells them."""
    children = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # a process may end while we look
            state, parent = path.read_text().rpartition(")")[2].split()[:2]
            if int(parent) == pid and state != "Z":
                children.append(int(path.parent.name))
    return children
