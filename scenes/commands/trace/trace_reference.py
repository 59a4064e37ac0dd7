"""What a trace holds, told by the declarations of its arrays: as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netsim.exhibits.registry import DIMS, EXHIBITS
from netsim.trace.core import CORE, KEPT
from netsim.trace.core import DIMS as CORE_DIMS
from netsim.trace.declared import Declared, Dimension

INTRODUCTION = """\
# The trace

A trace is the record of a run, in one `.npz` file: plain arrays, and an array `header` that holds a JSON text. Whatever
reads `.npz` can read it (`numpy.load`, without pickle), and whatever writes it can write one: scenes replay a trace,
wherever it comes from. The header says `format`, `schema`, `sizes` (n_0 to n_L), `hidden`, `output` and `cost` (names
of functions), `classes`, `image_shape`, `recipe`, `rule` (how updates are made; `unknown` where another program made
them and it was not told), `elsewhere` (whether one did: `netsim.Recorder`), `features` (what each input means, if that
is known: `name`, `kind`, number or choice, `decimals`, and `shift` and `scale`, by which its natural value is shift +
scale x), `remark` (what was left out of the data), and of each array its `shape`, `dtype`, `dims`, `meaning`, `unit`
and `sha256`; what its dimensions run over stands in `dims`. `digest` is the SHA-256 of the
header without it, and without the `sha256` of arrays that are `clocked`: what a clock measured is the only thing in
which two recordings differ.

From Python: `trace = netsim.Trace.load(FILE)`, `trace["a1"]`, `netsim.verify(trace)`, which derives anew what must hold
between the arrays; `netsim.Trace.of` makes one of arrays. `nudge trace FILE` tells what a file holds.

Layers are counted l = 1..L, layer 0 is the input; neurons, classes and places are counted from 0. A name with `{l}` in
it stands for one array for each layer. Wherever n_{l} and n_{l-1} come together, the first is the neuron that a weight
leads to. What has no dimensions is a single number. Every trace has the core; each other group is there if a scene that
is told needs it.

This page is made from the declarations: `nudge trace --reference`.
"""

HEAD = "\n| array | dimensions | meaning | unit and range |\n|---|---|---|---|\n"


def markdown() -> str:
    """Return the reference page: every array with its dimensions, what it means, its unit and range, by exhibit."""
    parts = [INTRODUCTION, "\n## The core\n", HEAD, *_rows(CORE), *_dims(CORE, CORE_DIMS)]
    for rule, arrays in KEPT.items():
        parts += [f'\n## What rule = "{rule}" keeps\n', HEAD, *_rows(arrays)]
    chapter = ""
    for exhibit in EXHIBITS.values():
        if exhibit.chapter != chapter:
            chapter = exhibit.chapter
            parts.append(f"\n# Exhibits of the chapter `{chapter}`\n")
        parts += [f"\n## {exhibit.name}\n\n{exhibit.about}\n", HEAD, *_rows(exhibit.declared)]
        parts += _dims(exhibit.arrays, DIMS)
    return "".join(parts)


def _rows(arrays: Mapping[str, Declared]) -> Iterator[str]:
    for name, array in arrays.items():
        cells = (
            f"`{name}`",
            f"({', '.join(array.dims.split())})" if array.dims else "",
            array.meaning,
            str(array.unit),
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"


def _dims(arrays: Mapping[str, Declared], dims: Mapping[str, Dimension]) -> Iterator[str]:
    """Say what the dimensions run over that have no other name than their own."""
    used = dict.fromkeys(name for array in arrays.values() for name in array.dims.split() if name in dims)
    for i, name in enumerate(used):
        length = f" ({dims[name].length})" if dims[name].length else ""
        yield f"{'' if i else chr(10)}- `{name}`{length}: {dims[name].meaning}\n"
