"""What tests of tables share: a file is written, read and dealt, or only read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from netsim import Dataset, Recipe
from netsim.data.own import Rows
from netsim.data.sources import load_dataset, own_path, rows_at

FLOWERS = [(5.1, 14, "setosa"), (7.0, 47, "versicolor"), (6.3, 60, "virginica"), (4.9, 15, "setosa")] + [
    (6.4, 45, "versicolor"),
    (5.8, 51, "virginica"),
]


def table_of(separator: str = ",", mark: str = ".", header: bool = True) -> str:
    """The flowers as a table in some dialect."""
    rows = [(str(a).replace(".", mark), str(b), kind) for a, b, kind in FLOWERS]
    return "".join(separator.join(row) + "\n" for row in ([("sepal", "petal", "kind")] if header else []) + rows)


def natural(data: Dataset) -> set[tuple[object, ...]]:
    """All rows of a data set, in natural units, rounded, each with the name of its class."""
    x, label = np.vstack([data.x, data.x_unseen]), np.concatenate([data.label, data.label_unseen])
    return {
        (*(round(feature.natural(v), 9) for feature, v in zip(data.features, row, strict=True)), data.classes[c])
        for row, c in zip(x.tolist(), label, strict=True)
    }


Reads = Callable[..., Rows]


@pytest.fixture
def rows(tmp_path: Path) -> Reads:
    def read(content: str | bytes, name: str = "my.csv", **keys: Any) -> Rows:
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        plan = Recipe.from_dict({"data": {"path": name} | keys}).data
        return rows_at(plan, own_path(plan, tmp_path))

    return read


@pytest.fixture
def data(tmp_path: Path) -> Callable[..., Dataset]:
    def load(content: str | bytes, name: str = "my.csv", **keys: Any) -> Dataset:
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return load_dataset(Recipe.from_dict({"data": {"path": name} | keys}).data, tmp_path)

    return load


def used(found: Rows) -> list[str]:
    """The names of the columns that are learned from."""
    assert found.understood is not None
    return [part.name for part in found.understood.used]


def left_out(found: Rows) -> dict[str, str]:
    """The columns that are not, and why."""
    assert found.understood is not None
    return {part.name: part.how for part in found.understood.left_out}
