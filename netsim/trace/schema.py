"""The header of a trace: how it is made, and the check that it declares all that belongs to it, in fitting shapes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from netsim.border.class_names import LONGEST, fault_in
from netsim.functions import ACTIVATIONS, COSTS, HIDDEN
from netsim.trace.answers import check_answers
from netsim.trace.core import ALL_KEPT, CORE, DIMS, KEPT
from netsim.trace.declared import Declared, Dimension, expanded
from netsim.trace.features import check_features
from netsim.trace.store import FORMAT, SCHEMA, TraceError, array_digest, check_numbers, header_digest

#: What a header says besides its format and schema, and the types that JSON may give it.
ABOUT: dict[str, tuple[type, ...]] = {
    "sizes": (list,),
    "hidden": (str,),
    "output": (str,),
    "cost": (str,),
    "classes": (list,),
    "image_shape": (list, type(None)),
    "recipe": (dict,),
    "dims": (dict,),
    "arrays": (dict,),
    "digest": (str,),
}


def header_of(
    about: Mapping[str, Any],
    arrays: Mapping[str, np.ndarray],
    declared: Mapping[str, Declared],
    dims: Mapping[str, Dimension],
) -> dict[str, Any]:
    """Make the header of arrays: the core's, and others that are declared; see `Trace.of`.

    Raises
    ------
    TraceError
        If an array is not declared, or holds anything but finite numbers.
    """
    table = expanded(CORE | ALL_KEPT, len(about["sizes"]) - 1) | dict(declared)
    entries: dict[str, dict[str, Any]] = {}
    for key, array in arrays.items():
        if key not in table:
            raise TraceError(f"The trace has {key!r}, of which it is not declared what it is; declare its dimensions.")
        check_numbers("The trace", key, array)
        entries[key] = {
            "shape": list(array.shape),
            "dtype": array.dtype.str,
            "dims": table[key].dims.split(),
            "meaning": table[key].meaning,
            "unit": str(table[key].unit),
            "sha256": array_digest(array),
        }
        if table[key].unit.clocked:
            entries[key]["clocked"] = True
    used = {name for entry in entries.values() for name in entry["dims"]}
    over = {name: asdict(dim) for name, dim in (DIMS | dict(dims)).items() if name in used}
    said = {"format": FORMAT, "schema": SCHEMA, **about, "dims": over, "arrays": entries}
    header: dict[str, Any] = json.loads(json.dumps(said))
    return header | {"digest": header_digest(header)}


def check_header(header: Any, where: str) -> None:
    """Check that a header is one of a trace and declares all that belongs to it, in fitting shapes.

    Raises
    ------
    TraceError
        Naming the first thing that is missing or does not fit.
    """
    if not isinstance(header, dict) or header.get("format") != FORMAT:
        raise TraceError(f"{where} is an .npz file, but no trace; `nudge record` makes one.")
    _check_schema(header.get("schema"), where)
    for key, types in ABOUT.items():
        if not isinstance(header.get(key, ...), types):
            raise TraceError(f"{where} has no usable {key!r} in its header; record the trace anew.")
    _check_functions(header, where)
    _check_sizes(header, where)
    check_features(header, where)
    _check_dims(header["dims"], where)
    _check_declared(header, where)
    _check_core(header, where)
    _check_shapes(header, where)


def _check_schema(schema: object, where: str) -> None:
    if type(schema) is int and schema > SCHEMA:
        raise TraceError(
            f"{where} has schema {schema}, and this version reads {SCHEMA}: "
            "install a newer version, or record the trace anew."
        )
    if type(schema) is int and 0 < schema < SCHEMA:
        raise TraceError(f"{where} has schema {schema}, of an older version, expected {SCHEMA}; record the trace anew.")
    if type(schema) is not int or schema != SCHEMA:
        raise TraceError(f"{where} has the unknown schema {schema!r}, expected {SCHEMA}; record the trace anew.")


def _check_functions(header: Mapping[str, Any], where: str) -> None:
    """Check that the functions are known, and the cost one that can judge such outputs."""
    for key, known in (("hidden", HIDDEN), ("output", ACTIVATIONS), ("cost", COSTS)):
        if header[key] not in known:
            raise TraceError(
                f"{where} says {key} = {header[key]!r}, which this version does not know: "
                f"expected one of {', '.join(known)}; record the trace anew, or install a newer version."
            )
    _check_worked(header, where)
    cost, output = header["cost"], header["output"]
    if not COSTS[cost].accepts(ACTIVATIONS[output].traits):
        raise TraceError(
            f"{where} says cost = {cost!r} of output = {output!r}, expected outputs between 0 and 1; "
            "record the trace anew."
        )


def _check_worked(header: Mapping[str, Any], where: str) -> None:
    """Check that the functions of the worked example are known, where its section names some."""
    plan = header["recipe"].get("worked", {})
    for key, known in (("hidden", HIDDEN), ("output", HIDDEN), ("cost", ("lesson", *COSTS))):
        if isinstance(plan, dict) and plan.get(key, known[0]) not in known:
            raise TraceError(
                f"{where} says worked.{key} = {plan[key]!r}, which this version does not know; record the trace anew."
            )


def _check_sizes(header: Mapping[str, Any], where: str) -> None:
    sizes, classes, image = header["sizes"], header["classes"], header["image_shape"]
    if len(sizes) < 2 or not _counts(sizes):
        raise TraceError(f"{where} says sizes = {sizes}, expected two or more whole numbers of at least 1.")
    if not all(isinstance(name, str) for name in classes):
        raise TraceError(f"{where} has classes that have no names; record the trace anew.")
    check_answers(header, where)
    for name in classes:
        fault = fault_in(name)
        if fault:
            raise TraceError(
                f"{where} has a class {name[:LONGEST]!r} that {fault}; rename it and record the trace anew."
            )
    if image is not None and (len(image) != 2 or not _counts(image) or image[0] * image[1] != sizes[0]):
        raise TraceError(f"{where} says image_shape = {image}, expected height and width of {sizes[0]} pixels.")


def _check_dims(dims: Mapping[str, Any], where: str) -> None:
    for name, dim in dims.items():
        length = dim.get("length") if isinstance(dim, dict) else ...
        if length is not None and not (type(length) is int and length > 0):
            raise TraceError(f"{where} says nothing usable of its dimension {name!r}; record the trace anew.")


def _check_declared(header: Mapping[str, Any], where: str) -> None:
    """Every array has a shape, and a name for each of its dimensions."""
    known = {*header["dims"], *(f"n_{l}" for l in range(len(header["sizes"])))}
    for key, entry in header["arrays"].items():
        if not isinstance(entry, dict) or not isinstance(entry.get("shape"), list):
            raise TraceError(f"{where} says no shape of its array {key!r}; record the trace anew.")
        dims = entry.get("dims")
        if not isinstance(dims, list) or not all(isinstance(name, str) for name in dims):
            raise TraceError(f"{where} names no dimensions of its array {key!r}; record the trace anew.")
        strange = [name for name in dims if name not in known]
        if strange:
            raise TraceError(f"{where} has {key!r} over {strange[0]!r}, a dimension that it does not declare.")


def _check_core(header: Mapping[str, Any], where: str) -> None:
    """Every array of the core is there, and declared as such; and all that an update rule keeps, if any of it is."""
    arrays, L = header["arrays"], len(header["sizes"]) - 1
    needed = expanded(CORE, L)
    for kept in KEPT.values():
        table = expanded(kept, L)
        needed |= table if table.keys() & arrays.keys() else {}
    for key, array in needed.items():
        if key not in arrays:
            if array.optional:
                continue
            raise TraceError(f"{where} lacks the array {key!r}; record the trace anew.")
        if arrays[key]["dims"] != array.dims.split():
            raise TraceError(
                f"{where} has {key!r} over ({', '.join(arrays[key]['dims'])}), "
                f"expected ({', '.join(array.dims.split())}); record the trace anew."
            )


def _check_shapes(header: Mapping[str, Any], where: str) -> None:
    """Every dimension has one length, and is not empty unless it may be."""
    dims = header["dims"]
    lengths = {name: dim["length"] for name, dim in dims.items() if dim.get("length")}
    lengths |= {f"n_{l}": n for l, n in enumerate(header["sizes"])}
    for key, entry in header["arrays"].items():
        named, shape = entry["dims"], entry["shape"]
        for name, length in zip(named, shape, strict=False):
            lengths.setdefault(name, length)
        expected = [lengths.get(name) for name in named]
        nothing = any(
            n == 0 and not dims.get(name, {}).get("may_be_empty") for name, n in zip(named, shape, strict=False)
        )
        if shape != expected or nothing:
            raise TraceError(
                f"{where} has {key!r} in the shape {tuple(shape)}, "
                f"expected ({', '.join(named)}) = {tuple(expected)}, none of them 0."
            )


def _counts(numbers: list[Any]) -> bool:
    return all(type(n) is int and n > 0 for n in numbers)
