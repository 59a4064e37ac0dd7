"""The guide's notebook runs as it stands, from its first cell to its last, in a kernel of its own."""

from __future__ import annotations

import base64
import os
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "assets" / "guide" / "notebook.ipynb"

nbformat = pytest.importorskip("nbformat", reason="nbclient is not installed: pip install nudge[dev]")
nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed: pip install nudge[dev]")
pytest.importorskip("ipykernel", reason="ipykernel is not installed: pip install nudge[notebook]")

pytestmark = pytest.mark.slow

Cells = dict[str, list[Any]]


@pytest.fixture
def cells(tmp_path_factory) -> Cells:
    """What each cell shows, by its source, after all were run in an empty folder."""
    book = nbformat.read(NOTEBOOK, 4)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        folder = {"metadata": {"path": str(tmp_path_factory.mktemp("cells"))}}
        nbclient.NotebookClient(book, timeout=300, kernel_name="python3", resources=folder).execute()
    return {cell.source: cell.outputs for cell in book.cells if cell.cell_type == "code"}


def shown_by(cells: Cells, start: str) -> list[Any]:
    """What the one cell shows of which a line begins so."""
    [outputs] = [shown for source, shown in cells.items() if any(line.startswith(start) for line in source.split("\n"))]
    return outputs


def frames_of(outputs: list[Any]) -> int:
    """How many frames the film has that lies in a cell."""
    [content] = re.findall(r'src="data:video/mp4;base64,([^"]+)"', str([one.get("data") for one in outputs]))
    with av.open(BytesIO(base64.b64decode(content))) as film:
        return sum(1 for _ in film.decode(video=0))


def test_it_is_kept_without_what_its_cells_show():
    book = nbformat.read(NOTEBOOK, 4)
    nbformat.validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_each_cell_shows_what_it_promises(cells):
    """One test, since the cells are run in half a minute, and the tests of a file may be dealt to several processes."""
    a_trace_is_a_table_under_one_line_of_progress(cells)
    stills_are_pictures_in_the_notebook(cells)
    films_lie_in_the_notebook_under_one_line_of_progress(cells)
    manims_own_magic_films_our_scenes(cells)
    a_slip_is_one_sentence(cells)
    no_cell_is_flooded(cells)


def a_trace_is_a_table_under_one_line_of_progress(cells):
    progress, table = shown_by(cells, "run = trace(lesson)")
    assert re.fullmatch(r"Network  recorded in \d:\d\d", progress["data"]["text/plain"])
    assert table["data"]["text/html"].startswith("<table>")


def stills_are_pictures_in_the_notebook(cells):
    for start in ('still("N4", lesson)', 'still("N4", lesson, theme="light"'):
        [shown] = shown_by(cells, start)
        assert Image.open(BytesIO(base64.b64decode(shown["data"]["image/png"]))).size == (1280, 720)


def films_lie_in_the_notebook_under_one_line_of_progress(cells):
    progress, movie = shown_by(cells, 'film("N9", lesson)')
    assert re.match(r"Film     \d+ of \d+ beats · ", progress["data"]["text/plain"])
    assert frames_of([movie]) > 100
    [own] = shown_by(cells, "film(Learns, lesson)")
    assert frames_of([own]) > 30


def manims_own_magic_films_our_scenes(cells):
    assert frames_of(shown_by(cells, "%%manim")) > 30


def a_slip_is_one_sentence(cells):
    [error] = [one for outputs in cells.values() for one in outputs if one["output_type"] == "error"]
    assert error["traceback"] == [error["evalue"]]
    assert "did you mean 'hidden'" in error["evalue"]


def no_cell_is_flooded(cells):
    assert max(len(outputs) for outputs in cells.values()) <= 2
    assert [one for outputs in cells.values() for one in outputs if one.get("name") == "stderr"] == []
