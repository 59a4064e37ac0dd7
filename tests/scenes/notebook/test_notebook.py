"""What a notebook's functions take and give; the kernel itself runs in `tests/guide/test_notebook.py`."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from PIL import Image

from netsim import Trace
from scenes.lesson.errors import LessonError
from scenes.lesson.lesson import DEFAULT_LESSON, Lesson
from scenes.mobjects import Readout
from scenes.notebook import film, still, stills, trace
from scenes.notebook import shown as shown_by_cells
from scenes.notebook.lessons import lesson_of
from scenes.notebook.refusals import Refused
from scenes.notebook.shown import Movie, Picture, Pictures
from scenes.stage.beats import beat
from scenes.stage.stage import TraceScene
from scenes.story.told import only, told
from tests.studio.film.clips.test_film import FPS, clip

TINY = {"network": {"hidden": [2]}, "data": {"name": "xor"}, "training": {"epochs": 2}}


class OfACell(TraceScene):
    title = "Of a cell"

    @beat
    def first(self) -> None:
        """Before."""
        self.wait()

    @beat
    def last(self) -> None:
        """The cost of a {label}."""
        self.enter(Readout(self.trace.reading("C", 0, 0), self.theme, spec=".2f"))


@pytest.fixture(scope="module", autouse=True)
def one_folder(tmp_path_factory):
    """Tests of this file share what is trained, as cells do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("notebook"))
        yield


def test_a_lesson_is_a_file_its_sections_or_nothing(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("[network]\nhidden = [8, 4]\n")
    read = Lesson.load(path)
    assert lesson_of(str(path)).recipe == lesson_of(path).recipe == lesson_of(read).recipe == read.recipe
    assert lesson_of({"network": {"hidden": [8, 4]}}).recipe == read.recipe
    assert lesson_of({"network": {"hidden": (np.int64(8), np.int64(4))}}).recipe == read.recipe
    assert lesson_of({"network": {"hidden": np.array([8, 4])}}).recipe == read.recipe
    assert lesson_of(None).path == DEFAULT_LESSON
    assert lesson_of({"data": {"name": "csv", "path": path}}).recipe.data.path == str(path)
    with pytest.raises(LessonError, match="A int is no lesson, expected the path of a file, or its sections"):
        lesson_of(3)


def test_data_at_hand_are_learned_from(tmp_path):
    rng = np.random.default_rng(0)
    x, kind = rng.normal(size=(30, 2)), rng.integers(0, 3, 30)
    words = np.array(["iris", "lily", "rose"])[kind]
    table = pd.DataFrame({"kind": words, "petal": x[:, 0], "sepal": x[:, 1]})
    small = {"network": {"hidden": [2]}, "training": {"epochs": 1}}
    by_table = trace(small | {"data": {"table": table, "label": "kind", "scale": "none"}})
    by_arrays = trace(small | {"data": {"x": x, "y": words.astype(object), "scale": "none"}})
    assert by_table.classes == by_arrays.classes == ["iris", "lily", "rose"]
    assert by_table.sizes == by_arrays.sizes == [2, 2, 3]
    for one in (by_table, by_arrays):
        followed = one["x"][0]
        [place] = [i for i, row in enumerate(x) if np.allclose(row, followed, atol=1e-6)]
        assert one.classes[one.label(0)] == words[place]


def test_a_trace_at_hand_stands_in_the_place_of_a_lesson(trace_of_xor):
    assert trace(trace_of_xor).digest == trace_of_xor.digest
    picture = still("OutputNudges.the_outputs", trace_of_xor, quality="draft")
    answers = trace_of_xor["a2"][0, 0]
    assert all(f"{answer:.2f}" in picture.says for answer in answers)


@pytest.mark.parametrize(
    ("name", "beats"),
    [
        ("OutputNudges.the_target", ["the_target"]),
        ("outputnudges.THE_TARGET", ["the_target"]),
        ("N4", ["the_example", "the_outputs", "the_target", "the_wishes", "the_near_and_the_far"]),
    ],
)
def test_one_thing_is_told_of_a_lesson_whatever_it_leaves_out(name, beats):
    plan = only(Lesson.of({"story": {"chapters": ["descent"], "leave_out": ["N4"]}}), name)
    parts = told(plan)
    assert [part.scene.__name__ for part in parts] == ["OutputNudges"]
    names = [one.name for one in parts[0].scene.beats() if parts[0].told is None or one.name in parts[0].told]
    assert names == [one for one in beats if one in names]
    assert beats[-1] in names


def test_a_trace_is_trained_once_and_has_every_exhibit():
    first = trace(TINY)
    assert first.sizes == [2, 2, 2]
    assert first.has("chain")
    assert first.has("terms")
    kept = {path: path.stat().st_mtime_ns for path in Path("out/.work/traces").glob("*.npz")}
    assert trace(TINY).digest == first.digest
    still("N4", TINY, quality="draft")
    assert {path: path.stat().st_mtime_ns for path in Path("out/.work/traces").glob("*.npz")} == kept


def test_a_still_is_the_last_beat_of_what_is_named_and_lies_in_the_notebook():
    picture = still("OutputNudges", TINY, quality="draft", width=400)
    assert picture.name == "OutputNudges.the_near_and_the_far"
    assert picture.image.size == (854, 480)
    data, about = picture._repr_mimebundle_()
    assert data["image/png"] == picture.png
    assert about == {"image/png": {"width": 400}}
    assert picture.says in data["text/plain"]
    picture.save("kept.png")
    assert Path("kept.png").read_bytes() == picture.png
    named = still("OutputNudges.the_target", TINY, quality="draft", theme="light", captions=False)
    assert named.name == "OutputNudges.the_target"
    assert named.image.getpixel((2, 2)) > picture.image.getpixel((2, 2)), "the light theme's background"


def test_a_scene_that_stands_in_a_cell_is_drawn_and_filmed(monkeypatch):
    several = stills(OfACell, TINY, quality="draft")
    assert [one.name for one in several] == ["OfACell.first", "OfACell.last"]
    assert several[-1].says == "The cost of a 0."
    assert len(several[1:]) == 1
    monkeypatch.setattr(OfACell, "__module__", "__main__")
    movie = film(OfACell, TINY)
    assert movie.path == Path("out/lesson-OfACell.mp4")
    [content] = re.findall(r'src="data:video/mp4;base64,([^"]+)"', movie._repr_html_())
    assert base64.b64decode(content) == movie.path.read_bytes()
    assert 1 < movie.seconds < 10


def test_a_large_film_is_shown_from_where_it_lies(tmp_path, monkeypatch):
    path = clip(tmp_path / 'a "film".mp4', [0] * 30 + [200] * 31 * FPS + [0] * 30 * FPS)
    monkeypatch.setattr(shown_by_cells, "LARGEST", path.stat().st_size - 1)
    shown = Movie.of(path, 61.0, 500)
    assert shown.content == b""
    assert np.asarray(Image.open(BytesIO(shown.poster))).mean() < 20, "the frame at two thirds"
    assert np.asarray(Image.open(BytesIO(Movie.of(path, 30.0, 500).poster))).mean() > 180
    assert "video/mp4;base64" not in shown._repr_html_()
    assert "a &quot;film&quot;.mp4" in shown._repr_html_()
    assert repr(shown).endswith("(1:01)")


def test_what_is_said_cannot_break_out_of_the_page():
    picture = Picture("A.b", 'of "<script>alert(1)</script>"', b"", 10)
    assert "<script>" not in Pictures((picture,))._repr_html_()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: still("N99", TINY), r"lesson: 'N99': the story has nothing of that name \(did you mean"),
        (lambda: still("N4", {"network": {"hiden": [8]}}), r"lesson: \[network\] has no key 'hiden'"),
        (lambda: still("N4", "nowhere.toml"), r"nowhere\.toml"),
        (lambda: still("N4", TINY, quality="best"), r"quality = 'best': expected one of draft, hd, full, 4k"),
        (lambda: still("N4", TINY, theme="pink"), r"pink"),
        (lambda: trace({"data": {"name": "csv", "path": "nowhere.csv"}}), r"nowhere\.csv"),
        (lambda: trace({"data": {"table": [1, 2]}}), r"data\.table: a list is no table, expected a pandas DataFrame"),
        (lambda: trace({"data": {"x": [[1.0]]}}), r"data\.y is missing"),
        (lambda: trace({"data": {"x": [[1.0], ["a", None]], "y": [0, 1]}}), r"data\.x"),
        (lambda: film("N4", {"output": {"folder": "/"}} | TINY), r"outside"),
    ],
)
def test_what_cannot_be_made_is_one_sentence_and_nothing_else_stands_under_the_cell(call, said):
    with pytest.raises(Refused, match=said) as caught:
        call()
    [line] = caught.value._render_traceback_()
    assert "\n" not in line
    assert line == str(caught.value)


def test_a_mistake_in_a_scene_of_ones_own_keeps_its_traceback():
    class Wrong(OfACell):
        @beat
        def last(self) -> None:
            """Divide."""
            self.wait(1 / 0)

    with pytest.raises(ZeroDivisionError):
        still(Wrong, TINY)


class Cells(HTMLParser):
    """Collects the texts of a page's cells."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_trace_shows_itself_as_a_table(trace_of_xor):
    page = Cells()
    page.feed(trace_of_xor._repr_html_())
    said = " ".join(page.texts)
    for key in trace_of_xor:
        assert key in page.texts
    assert "2-3-2, sigmoid, sigmoid output, quadratic cost" in said
    assert f"{trace_of_xor['accuracy'][-1]:.1%} in the end" in said
    assert f"(step {len(trace_of_xor.steps)}, example 1, n_2 2)" in page.texts
    assert "chain" in repr(trace_of_xor)
    assert len(repr(trace_of_xor).splitlines()) < 12


def test_what_a_trace_says_of_itself_cannot_break_out_of_the_page(trace_of_xor):
    header = trace_of_xor.header | {"data": "<img src=x onerror=alert(1)>", "classes": ["<b>", "&amp;"]}
    page = Cells()
    page.feed(Trace(header, dict(trace_of_xor.items()))._repr_html_())
    assert page.tags <= {"table", "tr", "th", "td", "details", "summary"}
    assert any("<img src=x onerror=alert(1)>" in text for text in page.texts)
