"""Workbooks and Parquet are read by the same rules as text; what is needed for them is named."""

import builtins

import numpy as np
import pandas
import pytest

from netsim import RecipeError
from tests.netsim.data.tables.conftest import FLOWERS, left_out, natural

WRITERS = {"my.xlsx": ("to_excel", "openpyxl"), "my.parquet": ("to_parquet", "pyarrow")}


@pytest.fixture(params=WRITERS)
def written(request, tmp_path):
    def write(frame):
        writer, library = WRITERS[request.param]
        pytest.importorskip(library)
        getattr(frame, writer)(tmp_path / request.param, index=False)
        return (tmp_path / request.param).read_bytes(), request.param

    return write


def test_a_workbook_and_parquet_hold_what_text_does(data, written):
    frame = pandas.DataFrame(FLOWERS, columns=["sepal", "petal", "kind"])
    assert natural(data(*written(frame))) == set(FLOWERS)


def test_their_gaps_numbers_and_truths_are_understood_as_text(rows, written):
    frame = pandas.DataFrame(
        {
            "id": range(8),
            "a": [1.0, np.nan, 3, 4, 5, 6, 7, 9],
            "ill": [True, False] * 4,
            "kind": [1, 2, 3, 1, 2, 3, 1, 2],
        }
    )
    found = rows(*written(frame))
    assert [feature.name for feature in found.features] == ["a", "ill=True"]
    assert (found.features[0].decimals, found.classes) == (0, ("1", "2", "3"))
    assert left_out(found) == {"id": "it counts the rows"}
    assert found.understood.dropped == 1


def test_a_date_in_them_is_refused_by_its_row(rows, written):
    frame = pandas.DataFrame({"day": pandas.date_range("2020-01-01", periods=4), "a": [1, 2, 4, 3], "k": list("xyxy")})
    with pytest.raises(RecipeError, match=r"row \d: day = '2020-01-01.*', a date or time, .* ignore = \['day'\]"):
        rows(*written(frame))


@pytest.mark.parametrize(("name", "kind"), [("my.xlsx", "a workbook"), ("my.parquet", "Parquet")])
def test_damaged_ones_get_one_sentence(rows, name, kind):
    with pytest.raises(RecipeError, match=rf"{name} cannot be read as {kind}") as caught:
        rows(b"PK\x03\x04 no", name)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "library"), [("my.xlsx", "openpyxl"), ("my.parquet", "pyarrow")])
def test_the_library_that_is_missing_is_named_with_its_pip_line(rows, monkeypatch, name, library):
    import_ = builtins.__import__

    def refusing(module, *rest, **more):
        if module.partition(".")[0] == library:
            raise ImportError(module)
        return import_(module, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refusing)
    with pytest.raises(RecipeError, match=rf"there must be {library}: pip install {library}"):
        rows(b"PK\x05\x06" + bytes(18), name)  # an archive that holds nothing
