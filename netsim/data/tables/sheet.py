"""A table before anything is understood of it: columns of text, each cell with the place that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

#: What people write where there is nothing.
GAPS = frozenset({"", "-", "?", "NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NAN", "NULL", "null", "Null"})

SHOWN = 40  # characters of a cell or a name that an error shows


@dataclass(frozen=True, eq=False)
class Column:
    """A column of N cells: its distinct texts, and which of them stands in each row.

    Attributes
    ----------
    values
        The distinct texts, without blanks around them, in their alphabet's order.
    codes
        (N,), indices into `values`.
    """

    values: tuple[str, ...]
    codes: np.ndarray

    @classmethod
    def of(cls, texts: Sequence[str], codes: np.ndarray) -> Column:
        """Make a column of texts (not all different, with blanks around them) and indices into them."""
        stripped = [" ".join(text.split()) for text in texts]
        values = sorted(set(stripped))
        place = {text: i for i, text in enumerate(values)}
        anew = np.array([place[text] for text in stripped], dtype=np.int32)
        return cls(tuple(values), anew[codes]).without_unused()

    def without_unused(self) -> Column:
        """Return the column without texts that stand in no row."""
        used = np.bincount(self.codes, minlength=len(self.values)) > 0
        if used.all():
            return self
        left = tuple(text for text, is_used in zip(self.values, used, strict=True) if is_used)
        return Column(left, (np.cumsum(used, dtype=np.int32) - 1)[self.codes])

    def rows(self, kept: np.ndarray | slice) -> Column:
        """Return some rows of the column, (M,) indices or (N,) of truth."""
        return Column(self.values, self.codes[kept]).without_unused()

    def where(self, texts: Iterable[str]) -> np.ndarray:
        """Tell in which rows one of these texts stands, (N,) of truth."""
        there = set(texts)
        rows: np.ndarray = np.array([text in there for text in self.values], dtype=bool)[self.codes]
        return rows

    def __getitem__(self, row: int) -> str:
        return self.values[int(self.codes[row])]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def gaps(self) -> np.ndarray:
        """In which rows there is nothing, (N,) of truth."""
        return self.where(GAPS)

    @property
    def words(self) -> list[str]:
        """The distinct texts that are no gaps."""
        return [text for text in self.values if text not in GAPS]


@dataclass(frozen=True, eq=False)
class Sheet:
    """A table of text.

    Attributes
    ----------
    where
        What an error calls the file.
    form
        What it turned out to be: "UTF-8 text, columns parted by commas".
    columns
        All of the same length N.
    places
        (N,), the number of the line, or of a workbook's row, that each row begins in, from 1.
    unit
        What is counted: "line" or "row".
    names
        What the columns are called, if the file says so apart from its rows.
    by_commas
        Whether commas part the columns, so that one within a cell hardly is a decimal comma.
    """

    where: str
    form: str
    columns: tuple[Column, ...]
    places: np.ndarray
    unit: str = "line"
    names: tuple[str, ...] = ()
    by_commas: bool = False

    def place(self, row: int) -> str:
        """Name the place of a row: "my.csv, line 3"."""
        return f"{self.where}, {self.unit} {self.places[row]}"

    def called(self, i: int) -> str:
        """Name a column with its number, from 1: "species, column 1"."""
        number = f"column {i + 1}"
        return number if self.names[i] == number else f"{self.names[i]}, {number}"

    def rows(self, kept: np.ndarray | slice) -> Sheet:
        """Return some of the rows."""
        columns = tuple(column.rows(kept) for column in self.columns)
        return replace(self, columns=columns, places=self.places[kept])

    def without_blank_rows(self) -> Sheet:
        """Return the table without rows in which nothing stands at all."""
        blank = np.ones(len(self.places), dtype=bool)
        for column in self.columns:
            blank &= column.where({""})
        return self.rows(~blank) if blank.any() else self

    def without_blank_end(self) -> Sheet:
        """Return the table without the last columns in which nothing stands at all: lines that end in a separator."""
        many = max(i + 1 for i, column in enumerate(self.columns) if any(column.values))
        return replace(self, columns=self.columns[:many])


def cut(text: str) -> str:
    """Write a text down for an error, in quotes, cut if it is long."""
    return repr(text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…")
