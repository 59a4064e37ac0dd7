"""Numbers to be learned, from tables and arrays: which columns, how they are scaled, and what is refused."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from netsim import Dataset, Recipe, RecipeError
from netsim.beforehand import given_of
from netsim.data.sources import load_dataset

HOUSES = "area,age,price,heating\n50,10,200,1.5\n80,30,250,2.5\n120,5,410,2.0\n60,70,180,4.0\n95,40,300,3.0\n"


def table(folder: Path, content: str = HOUSES, **keys: object) -> Dataset:
    (folder / "houses.csv").write_text(content, "utf-8")
    return load_dataset(Recipe.from_dict({"data": {"path": "houses.csv", "target": "number", **keys}}).data, folder)


def test_columns_are_learned_as_numbers_on_the_scale_of_the_inputs(tmp_path: Path) -> None:
    data = table(tmp_path, label="price, heating", unseen=1)
    assert [one.name for one in data.numbers] == ["price", "heating"]
    assert [one.name for one in data.features] == ["area", "age"]
    assert (data.targets.shape, data.y_unseen.shape, data.classes) == ((4, 2), (1, 2), ())
    assert (data.targets.min(axis=0).tolist(), data.targets.max(axis=0).tolist()) == ([0, 0], [1, 1])
    natural = [[one.natural(y) for one, y in zip(data.numbers, row, strict=True)] for row in data.targets]
    found = np.array(
        sorted([*natural, *([[n.natural(y) for n, y in zip(data.numbers, data.y_unseen[0], strict=True)]])])
    )
    rows = np.array(sorted([float(cell) for cell in line.split(",")[2:]] for line in HOUSES.splitlines()[1:]))
    np.testing.assert_allclose(found, rows)
    assert [one.decimals for one in data.numbers] == [0, 1]


def test_one_number_is_the_last_column_if_nothing_is_said(tmp_path: Path) -> None:
    data = table(tmp_path, unseen=0, scale="none")
    assert [one.name for one in data.numbers] == ["heating"]
    assert sorted(data.targets[:, 0].tolist()) == [1.5, 2.0, 2.5, 3.0, 4.0]
    given = given_of(Recipe.from_dict({"network": {"output": "identity"}}), data)
    assert (given.sizes[-1], given.classes, given.unseen) == (1, 0, 0)


def test_a_column_whose_name_has_a_comma_is_one(tmp_path: Path) -> None:
    data = table(tmp_path, 'a;"price, net"\n1;2\n2;3\n3;5\n', label="price, net")
    assert [one.name for one in data.numbers] == ["price, net"]


@pytest.mark.parametrize("many", [1, 2])
def test_arrays_hold_numbers_too(many: int, tmp_path: Path) -> None:
    y = np.column_stack([np.arange(8.0), np.arange(8.0) ** 2])[:, :many]
    np.savez(tmp_path / "my.npz", x=np.arange(16.0).reshape(8, 2), y=y if many > 1 else y[:, 0])
    data = load_dataset(Recipe.from_dict({"data": {"path": "my.npz", "target": "number"}}).data, tmp_path)
    assert [one.name for one in data.numbers] == (["y"] if many == 1 else ["y 0", "y 1"])
    assert (len(data.x), len(data.x_unseen), data.targets.shape) == (7, 1, (7, many))


@pytest.mark.parametrize(
    ("content", "keys", "said"),
    [
        (HOUSES, {"label": "price, prize"}, r"data.label = 'prize': .* has no such column \(did you mean 'price'"),
        (HOUSES, {"label": "area, age, price, heating"}, "4 columns, expected one to 3 different ones"),
        (HOUSES, {"label": "price, price"}, "2 columns, expected one to 3 different ones"),
        (HOUSES.replace("250,2.5", "250,warm"), {}, "line 3: heating = 'warm', expected a number.*target = 'class'"),
        ("a,b\n1,7\n2,7\n", {}, "line 2: b = '7', as in every row, expected numbers that differ"),
    ],
)
def test_what_is_no_number_to_learn_is_refused(
    content: str, keys: dict[str, object], said: str, tmp_path: Path
) -> None:
    with pytest.raises(RecipeError, match=said):
        table(tmp_path, content, **keys)


def test_numbers_belong_to_tables_and_arrays() -> None:
    with pytest.raises(RecipeError, match=r"target = 'number' belongs to name = 'csv' or 'npz', not to 'digits'"):
        Recipe.from_dict({"data": {"target": "number"}})
