"""The record of a run: named arrays and a header, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import numpy as np

from netsim.trace.declared import Declared, Dimension
from netsim.trace.given import Given
from netsim.trace.header import Described
from netsim.trace.reading import Reading
from netsim.trace.schema import check_header, header_of
from netsim.trace.store import TraceError, check_arrays, read_array, read_header, write
from netsim.trace.table import html, text

__all__ = ["Reading", "Trace", "TraceError"]


class Trace(Described, Mapping[str, np.ndarray]):
    """What a run did, as arrays by name: `trace["a3"]`.

    Axes, throughout: t recorded step, e followed example, j neuron of layer l, k neuron of layer l-1.
    `trace.header["arrays"]` says of every array its dimensions, what it means, and its unit.

    A loaded trace reads its header at once and each array when it is first asked for. Arrays are
    read-only. Nothing but `save` touches the disk otherwise.
    """

    def __init__(self, header: Mapping[str, Any], arrays: Mapping[str, np.ndarray], path: Path | None = None) -> None:
        super().__init__(header)
        self._path = path
        self._arrays = {key: _locked(array) for key, array in arrays.items()}

    @classmethod
    def of(
        cls,
        about: Mapping[str, Any],
        arrays: Mapping[str, np.ndarray],
        declared: Mapping[str, Declared] | None = None,
        dims: Mapping[str, Dimension] | None = None,
    ) -> Self:
        """Make a trace of arrays in memory.

        Parameters
        ----------
        about
            What the header says besides: recipe, sizes, hidden, output, cost, classes, image_shape, and
            whatever else is worth keeping, such as versions. Plain values that JSON knows.
        arrays
            By name: those of `netsim.trace.core`, and any others that are declared.
        declared
            What the others are, by name: their dimensions, meaning and unit.
        dims
            What the dimensions of the others run over.

        Raises
        ------
        TraceError
            If something is missing, is not declared, does not fit, or is not a finite number.
        """
        header = header_of(about, arrays, declared or {}, dims or {})
        check_header(header, "The trace")
        return cls(header, arrays)

    @classmethod
    def load(cls, path: str | Path) -> Self:
        """Open a trace; only its header is read.

        Raises
        ------
        TraceError
            If the file is missing, damaged, altered, of a newer schema, or no trace at all.
        """
        path = Path(path).absolute()
        header, held = read_header(path)
        check_header(header, str(path))
        missing = [key for key in header["arrays"] if key not in held]
        if missing:
            raise TraceError(f"{path} is damaged: the array {missing[0]!r} is missing; record the trace anew.")
        return cls(header, {}, path)

    def check_arrays(self) -> None:
        """Hold every array of a loaded trace's file against its digest; none is kept in memory.

        Raises
        ------
        TraceError
            If one is damaged or altered.
        """
        if self._path is not None:
            check_arrays(self._path, self.header["arrays"])

    def save(self, path: str | Path) -> None:
        """Write the trace to a file: whole, or not at all.

        Raises
        ------
        TraceError
            If the place cannot be written to.
        """
        write(Path(path).absolute(), self.header, {key: self[key] for key in self})

    def __getitem__(self, key: str) -> np.ndarray:
        if key not in self._arrays and self._path is not None:
            self._arrays[key] = _locked(read_array(self._path, key, self.header["arrays"][key]))
        return self._arrays[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.header["arrays"])

    def __len__(self) -> int:
        return len(self.header["arrays"])

    def __repr__(self) -> str:
        return text(self)

    def _repr_html_(self) -> str:
        return html(self)

    def reading(self, key: str, *index: int) -> Reading:
        """Read a value with the knowledge of where it stands: of an array, by its key, whole or at a place in it.

        Raises
        ------
        KeyError
            If no array of that key was recorded.
        IndexError
            If it has no such place.
        """
        return Reading.of(self, key, *index)

    def has(self, group: str) -> bool:
        """Whether an array or a group of them, such as "chain", was recorded."""
        return any(key == group or key.startswith(f"{group}/") for key in self)

    def label(self, e: int) -> int:
        """Give the class of followed example e, an index into `classes`; 0 where outputs are numbers."""
        return int(self["label"][e])

    def own_output(self, e: int) -> int:
        """Give the output j that followed example e is about: its class's own; the only one; of numbers the first."""
        return self.answers.own_output(self.label(e))

    def dC_dW(self, l: int, t: int, e: int) -> np.ndarray:
        """Compute how one example's cost depends on the weights of layer l: outer(delta[l], a[l-1]), (n_l, n_{l-1})."""
        before = self[f"a{l - 1}"][t, e] if l > 1 else self["x"][e]
        return np.outer(self[f"delta{l}"][t, e], before)

    @property
    def exhibits(self) -> frozenset[str]:
        """The exhibits that there are, by name: the groups of its arrays."""
        return frozenset(key.partition("/")[0] for key in self if "/" in key)

    @property
    def given(self) -> Given:
        """What is plainly given of the run; where an old trace does not say it, what it must have been."""
        return Given(
            sizes=tuple(self.sizes),
            classes=len(self.classes),
            unseen=int(self.header.get("unseen", 1 if "accuracy" in self else 0)),
            updates=int(self.steps[-1]),
            rule=self.rule,
            elsewhere=self.elsewhere,
            drawn="weights" not in self.header,
            rates=len(self["rates/eta"]) if "rates/eta" in self else 3,
            dealt=bool(self["batches/count"] > 1) if "batches/count" in self else True,
        )

    @property
    def name(self) -> str:
        """What errors call the trace: its file, if it was loaded from one."""
        return "The trace" if self._path is None else str(self._path)

    @property
    def steps(self) -> np.ndarray:
        """The update counts that were recorded, (T,)."""
        return self["steps"]

    @property
    def digest(self) -> str:
        """A fingerprint of the whole content, but for what a clock measured: the same for the same recipe."""
        return str(self.header["digest"])


def _locked(array: np.ndarray) -> np.ndarray:
    view = np.asarray(array).view()
    view.flags.writeable = False
    return view
