"""A trace as a person looks at it: the run in a few lines, then its arrays, group by group, as text or as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netsim.trace.trace import Trace

#: What the arrays are called together that belong to no exhibit.
CORE = "core"
#: So many recorded steps, or classes, are written down; of more, the first and the last.
MANY = 12


def group_of(key: str) -> str:
    """Name the exhibit that an array belongs to; "" is the core."""
    return key.rpartition("/")[0]


def shape_of(entry: Mapping[str, Any]) -> str:
    """Write down the dimensions of an array with their lengths: (step 8, n_1 16)."""
    return f"({', '.join(f'{name} {n}' for name, n in zip(entry['dims'], entry['shape'], strict=True))})"


def groups(trace: Trace) -> dict[str, list[str]]:
    """List the arrays of each group, in the order of the file; "" is the core."""
    found: dict[str, list[str]] = {}
    for key in trace.header["arrays"]:
        found.setdefault(group_of(key), []).append(key)
    return found


def summary(trace: Trace) -> dict[str, str]:
    """Say in a few lines what the run was, and what is recorded of it."""
    said = {
        "network": f"{'-'.join(map(str, trace.sizes))}, {trace.hidden}, {trace.output} output, {trace.cost_name} cost",
        "data": _data(trace),
        "steps": f"{len(trace.steps)} recorded: {_listed(map(str, trace.steps.tolist()))}",
    }
    if trace.has("cost"):
        first, last = trace["cost"][[0, -1]]
        said["cost"] = f"{first:.4g} at first, {last:.4g} in the end (mean over the training examples)"
    if trace.has("accuracy"):
        first, last = trace["accuracy"][[0, -1]]
        said["right"] = f"{first:.1%} of the unseen examples at first, {last:.1%} in the end"
    exhibits = [name for name in groups(trace) if name]
    said["exhibits"] = ", ".join(exhibits) or "none"
    return said


def text(trace: Trace) -> str:
    """Write the run down, a line for each thing."""
    said = summary(trace)
    wide = max(map(len, said))
    return "\n".join(["Trace", *(f"  {name:<{wide}}  {value}" for name, value in said.items())])


def html(trace: Trace) -> str:
    """Write the run as a table, and under it, folded, a table for each group of arrays."""
    rows = "".join(_row(name, value) for name, value in summary(trace).items() if name != "exhibits")
    folded = {name: _folded(trace, name, keys) for name, keys in groups(trace).items()}
    core = folded.pop("", "")
    exhibits = f"<details><summary>exhibits: {len(folded)}</summary>{''.join(folded.values())}</details>"
    return f"<table>{rows}</table>{core}{exhibits if folded else ''}"


def _data(trace: Trace) -> str:
    classes = f", classes {_listed(trace.classes)}" if trace.classes else ""
    return f"{trace.header.get('data', 'not said')}{classes}"


def _listed(names: Any) -> str:
    each = list(names)
    return ", ".join(each if len(each) <= MANY else [*each[: MANY - 2], "…", each[-1]])


def _folded(trace: Trace, name: str, keys: list[str]) -> str:
    arrays = trace.header["arrays"]
    rows = "".join(_row(key, shape_of(arrays[key]), *_about(arrays[key])) for key in keys)
    count = f"{len(keys)} array{'' if len(keys) == 1 else 's'}"
    return f"<details><summary>{escape(name or CORE)}: {count}</summary><table>{rows}</table></details>"


def _about(entry: Mapping[str, Any]) -> Iterator[str]:
    unit = entry.get("unit")
    yield f"{entry.get('meaning', '')}{f' ({unit})' if unit else ''}"


def _row(name: str, *cells: str) -> str:
    left = ' style="text-align: left"'
    return f"<tr><th{left}>{escape(name)}</th>{''.join(f'<td{left}>{escape(cell)}</td>' for cell in cells)}</tr>"
