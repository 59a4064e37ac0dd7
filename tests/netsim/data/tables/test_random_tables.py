"""Random tables, written in random dialects by the library of CSV files, are read back equal."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

from netsim.data.own import Rows
from netsim.data.tables.numbers import is_number
from netsim.data.tables.sheet import GAPS
from netsim.data.tables.table import read_table
from netsim.recipe.data import DataSection

WORDS = st.text(st.characters(categories=["L"], max_codepoint=0x17F), min_size=2, max_size=6).filter(
    lambda word: word not in GAPS and not is_number(word)  # a class "NA" is a gap, and a column "inf" a number
)
NUMBERS = st.decimals(-1000, 1000, allow_nan=False, places=2)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[list[str]], list[str]]:
    """Names, rows of numbers as they are written, and labels: two or more classes, each in several rows."""
    many, wide = draw(st.integers(4, 12)), draw(st.integers(1, 5))
    columns = [draw(st.lists(NUMBERS, min_size=many, max_size=many)) for _ in range(wide)]
    assume(all(len(set(column)) > 1 for column in columns))
    classes = draw(st.lists(WORDS, min_size=2, max_size=3, unique=True))
    labels = [classes[i % 2 if i < 4 else draw(st.integers(0, len(classes) - 1))] for i in range(many)]
    labels = [label if labels.count(label) > 1 else labels[0] for label in labels]
    names = draw(st.lists(WORDS, min_size=wide + 1, max_size=wide + 1, unique=True))
    assume(not set(names) & set(labels))
    return names, [list(map(str, row)) for row in zip(*columns, strict=True)], labels


def read(content: bytes, **keys: str) -> Rows:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(content)
        return read_table(path, DataSection(path="t.csv", **keys))


@given(
    table=tables(),
    separator=st.sampled_from(",;\t|"),
    comma=st.booleans(),
    header=st.booleans(),
    place=st.integers(0, 5),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_is_read_back_as_it_was_written(table, separator, comma, header, place, quoting, end, encoding):
    names, numbers, labels = table
    place = min(place, len(names) - 1)
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=separator, quoting=quoting, lineterminator=end)
    if header:
        writer.writerow([*names[1 : place + 1], names[0], *names[place + 1 :]])
    for row, label in zip(numbers, labels, strict=True):
        cells = [cell.replace(".", ",") for cell in row] if comma and separator != "," else row
        writer.writerow([*cells[:place], label, *cells[place:]])
    found = read(file.getvalue().encode(encoding), label=str(place + 1))
    assert [found.classes[c] for c in found.label] == labels
    np.testing.assert_array_equal(found.x, np.array(numbers, dtype=float))
    if header:
        assert [feature.name for feature in found.features] == names[1:]
