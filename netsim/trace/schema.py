"""What a trace holds: every array's name and axes, and the check that a header keeps to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from netsim.exhibits.descent_axes import MAY_BE_EMPTY
from netsim.exhibits.exhibit_axes import FIXED, exhibit_axes
from netsim.functions import ACTIVATIONS, COSTS, HIDDEN
from netsim.trace.store import FORMAT, SCHEMA, TraceError

#: What a header says besides its format and schema, and the types that JSON may give it.
ABOUT: dict[str, tuple[type, ...]] = {
    "sizes": (list,),
    "hidden": (str,),
    "output": (str,),
    "cost": (str,),
    "classes": (list,),
    "image_shape": (list, type(None)),
    "recipe": (dict,),
    "arrays": (dict,),
    "digest": (str,),
}


def axes(L: int) -> dict[str, list[str]]:
    """Name the axes of every array that a trace of L layers may hold.

    step: recorded moments; example: followed examples; run: moments of the cost's course;
    n_l: neurons of layer l. The group velocity is that of a run with momentum. The axes
    of the exhibits are those of `netsim.exhibits.exhibit_axes`.
    """
    table = {
        "steps": ["step"],
        "eta": ["step"],
        "x": ["example", "n_0"],
        "y": ["example", f"n_{L}"],
        "label": ["example"],
        "C": ["step", "example"],
        "run_steps": ["run"],
        "cost": ["run"],
        "accuracy": ["run"],
    }
    for l in range(1, L + 1):
        table |= {f"{name}{l}": ["step", f"n_{l}", f"n_{l - 1}"] for name in ("W", "mean_dC_dW")}
        table |= {f"{name}{l}": ["step", f"n_{l}"] for name in ("b", "mean_dC_db")}
        table |= {f"{name}{l}": ["step", "example", f"n_{l}"] for name in ("z", "a", "dC_da", "delta")}
        table |= {f"velocity/W{l}": table[f"W{l}"], f"velocity/b{l}": table[f"b{l}"]}
    return table | exhibit_axes(L)


def check_header(header: Any, where: str) -> None:
    """Check that a header is one of a trace and declares all that belongs to it, in fitting shapes.

    Raises
    ------
    TraceError
        Naming the first thing that is missing or does not fit.
    """
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise TraceError(f"{where} is an .npz file, but no trace; `nudge record` makes one.")
    schema = header.get("schema")
    if type(schema) is int and schema > SCHEMA:
        raise TraceError(
            f"{where} has schema {schema}, and this version reads up to {SCHEMA}: "
            "install a newer version, or record the trace anew."
        )
    if type(schema) is not int or schema != SCHEMA:
        raise TraceError(f"{where} has the unknown schema {schema!r}, expected {SCHEMA}; record the trace anew.")
    for key, types in ABOUT.items():
        if not isinstance(header.get(key, ...), types):
            raise TraceError(f"{where} has no usable {key!r} in its header; record the trace anew.")
    _check_functions(header, where)
    _check_sizes(header, where)
    _check_arrays(header, where)


def _check_functions(header: Mapping[str, Any], where: str) -> None:
    """Check that the functions are known, and the cost one that can judge such outputs."""
    for key, known in (("hidden", HIDDEN), ("output", ACTIVATIONS), ("cost", COSTS)):
        if header[key] not in known:
            raise TraceError(
                f"{where} says {key} = {header[key]!r}, which this version does not know: "
                f"expected one of {', '.join(known)}; record the trace anew, or install a newer version."
            )
    cost, output = header["cost"], header["output"]
    if not COSTS[cost].accepts(ACTIVATIONS[output].traits):
        raise TraceError(
            f"{where} says cost = {cost!r} of output = {output!r}, expected outputs between 0 and 1; "
            "record the trace anew."
        )


def _check_sizes(header: Mapping[str, Any], where: str) -> None:
    sizes, classes, image = header["sizes"], header["classes"], header["image_shape"]
    if len(sizes) < 2 or not _counts(sizes):
        raise TraceError(f"{where} says sizes = {sizes}, expected two or more whole numbers of at least 1.")
    if len(classes) != sizes[-1] or not all(isinstance(name, str) for name in classes):
        raise TraceError(f"{where} names {len(classes)} classes for {sizes[-1]} outputs, expected one for each.")
    if image is not None and (len(image) != 2 or not _counts(image) or image[0] * image[1] != sizes[0]):
        raise TraceError(f"{where} says image_shape = {image}, expected height and width of {sizes[0]} pixels.")


def _check_arrays(header: Mapping[str, Any], where: str) -> None:
    """Every array of the core and of each group that is there, with one length for each axis."""
    entries, sizes = header["arrays"], header["sizes"]
    table = axes(len(sizes) - 1)
    lengths = FIXED | {f"n_{l}": n for l, n in enumerate(sizes)}
    for key, entry in entries.items():
        if not isinstance(entry, dict) or not isinstance(entry.get("shape"), list):
            raise TraceError(f"{where} says no shape of its array {key!r}; record the trace anew.")
    for key in _expected(table, entries):
        if key not in entries:
            raise TraceError(f"{where} lacks the array {key!r}; record the trace anew.")
        shape = entries[key]["shape"]
        named = table[key]
        for name, length in zip(named, shape, strict=False):
            lengths.setdefault(name, length)
        expected = [lengths.get(name) for name in named]
        nothing = any(n == 0 and name not in MAY_BE_EMPTY for name, n in zip(named, shape, strict=False))
        if shape != expected or nothing:
            raise TraceError(
                f"{where} has {key!r} in the shape {tuple(shape)}, "
                f"expected ({', '.join(named)}) = {tuple(expected)}, none of them 0."
            )


def _counts(numbers: list[Any]) -> bool:
    return all(type(n) is int and n > 0 for n in numbers)


def _expected(table: Mapping[str, list[str]], present: Iterable[str]) -> list[str]:
    groups = {key.split("/")[0] for key in present if "/" in key}
    return [key for key in table if "/" not in key or key.split("/")[0] in groups]
