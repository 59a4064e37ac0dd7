"""Reads a table by pandas: text in any usual dialect, a workbook, or a Parquet file."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from netsim.border.opening import LARGEST_UNPACKED, Unreadable, content_of, size_of, unpacked
from netsim.data.tables.encoding import decoded
from netsim.data.tables.sheet import Column, Sheet
from netsim.data.tables.text import sheet_of_text
from netsim.recipe.section import RecipeError

if TYPE_CHECKING:
    from pandas import DataFrame

LARGEST_TABLE = 512 * 2**20  # bytes

WORKBOOKS = (".xlsx", ".xlsm")
PARQUET = (".parquet", ".pq")


def read_sheet(path: Path) -> Sheet:
    """Read a table as text, cell by cell; what its ending does not tell to be a workbook or Parquet is text.

    Raises
    ------
    RecipeError
        Naming the file and, where there is one, the line of the first thing that is wrong.
    """
    ending = path.suffix.lower()
    try:
        if ending in WORKBOOKS:
            return _workbook(path)
        if ending in PARQUET:
            return _parquet(path)
        text, encoding = decoded(unpacked(content_of(path, LARGEST_TABLE)))
    except Unreadable as error:
        hint = "" if path.is_file() else "; it names a table, as seen from the lesson's folder"
        raise RecipeError(f"data.path: {path} {error}{hint}.") from None
    return sheet_of_text(str(path), text, encoding)


def _workbook(path: Path) -> Sheet:
    import pandas

    size_of(path, LARGEST_TABLE)
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED:
                raise Unreadable("unpacks to more than 2 GB, which no workbook does")
        with pandas.ExcelFile(path, engine="openpyxl") as book:
            names = [str(name) for name in book.sheet_names]
            frame = pandas.read_excel(book, header=None, dtype=object, keep_default_na=False, na_values=[])
    except Unreadable:
        raise
    except ImportError:
        raise Unreadable("is a workbook, for which there must be openpyxl: pip install openpyxl") from None
    except Exception as error:  # damaged bytes make its readers trip in a dozen ways
        raise Unreadable(f"cannot be read as a workbook ({_first_line(error)})") from None
    others = f" (the first of {len(names)})" if len(names) > 1 else ""
    return _sheet(path, f"a workbook, sheet {names[0]!r}{others}", frame)


def _parquet(path: Path) -> Sheet:
    import pandas

    size_of(path, LARGEST_TABLE)
    try:
        frame = pandas.read_parquet(path, engine="pyarrow")
    except ImportError:
        raise Unreadable("is a Parquet file, for which there must be pyarrow: pip install pyarrow") from None
    except Exception as error:  # as above
        raise Unreadable(f"cannot be read as Parquet ({_first_line(error)})") from None
    return _sheet(path, "a Parquet file", frame, tuple(map(str, frame.columns)))


def _sheet(path: Path, form: str, frame: DataFrame, names: tuple[str, ...] = ()) -> Sheet:
    """Write the cells of a frame down as text, so that one set of rules understands them all."""
    columns = []
    for i in range(frame.shape[1]):
        texts = [_text(cell) for cell in frame.iloc[:, i].astype(object)]
        columns.append(Column.of(texts, np.arange(len(texts))))
    return Sheet(str(path), form, tuple(columns), np.arange(len(frame)) + 1, "row", names).without_blank_rows()


def _text(cell: Any) -> str:
    if cell is None or cell != cell:  # only what is not a number differs from itself
        return ""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    if isinstance(cell, float | np.floating) and float(cell).is_integer() and abs(float(cell)) < 1e15:
        return str(int(cell))
    return str(cell)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
