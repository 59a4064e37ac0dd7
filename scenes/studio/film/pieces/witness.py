"""A trace that takes note of what is asked of it, so that a clip depends on what its scene read and no more."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from netsim import Trace

WHOLE = "whole"


def answer(header: Mapping[str, Any], question: str) -> str:
    """Answer a question to a trace from its header alone.

    Parameters
    ----------
    question
        `array a3` (its fingerprint), `header sizes` (what the header says of it), `has chain` (whether that
        was recorded), or `whole` (the fingerprint of everything).
    """
    kind, _, name = question.partition(" ")
    arrays = header["arrays"]
    if kind == "array":
        return str(arrays.get(name, {}).get("sha256", ""))
    if kind == "header":
        return json.dumps(header.get(name), sort_keys=True)
    if kind == "has":
        return str(any(key == name or key.startswith(f"{name}/") for key in arrays))
    return str(header["digest"])


class Witness(Trace):
    """A trace that keeps, in `asked`, each question that a scene put to it, with the answer."""

    def __init__(self, header: Mapping[str, Any], arrays: Mapping[str, np.ndarray], path: Path | None = None) -> None:
        super().__init__(header, arrays, path)
        self.asked: dict[str, str] = {}
        self._plain = self.header
        self.header = _Header(self._plain, self._note)

    def _note(self, question: str) -> None:
        self.asked[question] = answer(self._plain, question)

    def __getitem__(self, key: str) -> np.ndarray:
        self._note(f"array {key}")
        return super().__getitem__(key)

    def __iter__(self) -> Iterator[str]:
        self._note(WHOLE)
        return iter(self._plain["arrays"])

    def __len__(self) -> int:
        self._note(WHOLE)
        return len(self._plain["arrays"])

    def has(self, group: str) -> bool:
        """Say whether a group was recorded, and note that this was asked."""
        self._note(f"has {group}")
        return any(key == group or key.startswith(f"{group}/") for key in self._plain["arrays"])


class _Header(dict[str, Any]):
    """A trace's header that tells which of its entries are read; the list of arrays is the trace's own business."""

    def __init__(self, header: Mapping[str, Any], note: Callable[[str], None]) -> None:
        super().__init__(header)
        self._note = note

    def __getitem__(self, key: str) -> Any:
        if key != "arrays":
            self._note(f"header {key}")
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._note(f"header {key}" if key != "arrays" else WHOLE)
        return super().get(key, default)

    def __iter__(self) -> Iterator[str]:
        self._note(WHOLE)
        return super().__iter__()
