"""Whatever a file of data holds, it is read, or refused in one sentence; `--fuzz N` tries more."""

from __future__ import annotations

import io
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from netsim import RecipeError, Trace, TraceError
from netsim.data.arrays.arrays import read_arrays
from netsim.data.own import Rows
from netsim.data.pictures import read_pictures
from netsim.data.tables.table import read_table
from netsim.recipe.data import DataSection

CELLS = st.one_of(
    st.sampled_from(["", "1", "-2.5", "1e308", "nan", "inf", "a", "--5", "é", '"', '"x', "\0", "$", "1,5"]),
    st.text(max_size=6),
)
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=8)
PLAN = DataSection(path="x.csv")
FLIPS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 7)), min_size=1, max_size=6)


def taken_or_refused(read: Callable[[], Rows], name: str = "csv") -> None:
    """Read and deal the rows: both must come to a data set or to one sentence, and never to a traceback."""
    try:
        data = read().dataset(DataSection(name=name, path="x"))
    except RecipeError as error:
        said = str(error)
        assert "\n" not in said
        assert said.endswith((".", "?"))
        assert len(said) < 1200
        return
    assert np.isfinite(data.x).all()
    assert len(data.x) > 0
    assert 2 <= len(data.classes) <= 26


def flipped(content: bytes, flips: list[tuple[int, int]]) -> bytes:
    """Return a content with some bits the other way."""
    changed = bytearray(content)
    for at, bit in flips:
        changed[at % len(changed)] ^= 1 << bit
    return bytes(changed)


@given(rows=TABLES, delimiter=st.sampled_from(",;\t|"), encoding=st.sampled_from(["utf-8", "utf-16", "latin-1"]))
def test_any_table_is_taken_or_refused(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    text = "\n".join(delimiter.join(row) for row in rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(text.encode(encoding, "replace"))
        taken_or_refused(lambda: read_table(path, PLAN))


@given(content=st.binary(max_size=300))
def test_any_bytes_as_a_table_are_taken_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(content)
        taken_or_refused(lambda: read_table(path, PLAN))


def archive() -> bytes:
    """Arrays as a person would save them."""
    file = io.BytesIO()
    np.savez_compressed(file, x=np.arange(40.0).reshape(10, 4), label=np.arange(10) % 2)
    return file.getvalue()


@given(flips=FLIPS)
def test_arrays_with_flipped_bits_are_taken_or_refused(flips: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.npz"
        path.write_bytes(flipped(archive(), flips))
        taken_or_refused(lambda: read_arrays(path, PLAN), "npz")


@given(flips=FLIPS, ending=st.sampled_from(["png", "gif", "tif", "jpg", "bmp", "webp"]))
def test_images_with_flipped_bits_are_taken_or_refused(flips: list[tuple[int, int]], ending: str) -> None:
    ramp = Image.fromarray(np.arange(400, dtype=np.uint16).astype(np.uint8).reshape(20, 20))
    with tempfile.TemporaryDirectory() as folder:
        for name in ("left", "right"):
            (Path(folder) / name).mkdir()
            ramp.save(Path(folder) / name / f"ramp.{ending}")
        damaged = Path(folder) / "left" / f"ramp.{ending}"
        damaged.write_bytes(flipped(damaged.read_bytes(), flips))
        with warnings.catch_warnings(action="ignore"):
            taken_or_refused(lambda: read_pictures(Path(folder), 8), "images")


@pytest.fixture(scope="module")
def trace_file(tmp_path_factory: pytest.TempPathFactory, trace_of_xor: Trace) -> bytes:
    path = tmp_path_factory.mktemp("trace") / "x.npz"
    trace_of_xor.save(path)
    return path.read_bytes()


@given(flips=FLIPS, start=st.floats(0, 1))
def test_a_trace_with_flipped_bits_is_the_same_or_refused(
    trace_file: bytes, flips: list[tuple[int, int]], start: float
) -> None:
    shift = int(start * (len(trace_file) - 1))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.npz"
        path.write_bytes(flipped(trace_file, [(at + shift, bit) for at, bit in flips]))
        said = ""
        try:
            Trace.load(path).check_arrays()
        except TraceError as error:
            said = str(error)
        assert "\n" not in said
