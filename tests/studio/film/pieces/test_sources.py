"""A beat's key follows the code it is drawn with: all of that, and nothing else."""

import shutil
import sys
from pathlib import Path

import pytest

from scenes.nudges.output_nudges import OutputNudges
from scenes.story.own_scenes import address, scenes_in
from scenes.story.story import all_scenes
from scenes.studio.film.pieces import sources
from scenes.studio.film.pieces.sources import Source, closure

CHECKED = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import house.two\n"
HOUSE = {
    "house/__init__.py": '"""Passes on."""\nfrom house.one import one\nfrom house.two import two\n__all__ = ["one"]\n',
    "house/one.py": "from house.base import base\none = base\n",
    "house/two.py": "two = 2\n",
    "house/base.py": "base = 1\n",
    "house/scene.py": CHECKED + "from house import one\n",
}


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A small package on the path, of which OURS says that it is part of the project."""
    for name, text in HOUSE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sources, "OURS", frozenset({"house"}))
    sources._file.cache_clear()
    yield tmp_path / "house"
    sources._file.cache_clear()
    for name in [name for name in sys.modules if name.partition(".")[0] == "house"]:
        del sys.modules[name]


def test_a_scene_is_made_of_what_it_imports_and_not_of_its_neighbours():
    made_of = set(closure(f"{OutputNudges.__module__}:OutputNudges"))
    assert made_of >= {
        "scenes.nudges.output_nudges",
        "scenes.stage.stage",
        "scenes.mobjects.amounts.arrows",
        "netsim.trace.trace",
    }
    others = {scene.__module__ for scene in all_scenes()} - {OutputNudges.__module__}
    assert not made_of & (
        others | {"netsim.backprop", "netsim.record", "scenes.lesson.lesson", "scenes.studio.film.progress"}
    )


def test_a_name_that_is_passed_on_leads_to_its_maker(house):
    assert set(closure("house.scene:Scene")) == {"house.scene", "house.one", "house.base"}


@pytest.mark.parametrize(("file", "counts"), [("base", True), ("scene", True), ("two", False)])
def test_a_change_counts_if_the_scene_runs_with_it(house, file, counts):
    before = Source("house.scene:Scene").key()
    path = house / f"{file}.py"
    path.write_text(path.read_text() + "more = 3\n")
    assert (Source("house.scene:Scene").key() != before) is counts


def test_a_comment_changes_nothing_but_a_caption_does(house):
    before = Source("house.scene:Scene").key()
    path = house / "scene.py"
    path.write_text("# a remark\n" + path.read_text())
    assert Source("house.scene:Scene").key() == before
    path.write_text('"""What is said."""\n' + path.read_text())
    assert Source("house.scene:Scene").key() != before


def test_a_scene_in_a_file_of_one_s_own_is_made_of_that_file_and_ours(tmp_path):
    path = tmp_path / "mine.py"
    source = (
        "from scenes.stage.beats import beat\nfrom scenes.nudges.output_nudges import OutputNudges\n\n\n"
        'class Mine(OutputNudges):\n    @beat\n    def more(self) -> None:\n        """{}"""\n'
    )
    path.write_text(source.format("One."))
    [scene] = scenes_in(path)
    first = address(scene)
    assert {"the scene", "scenes.nudges.output_nudges", "scenes.stage.stage"} <= set(closure(first))
    assert closure(first)["the scene"] == Path(path)
    before = Source(first).key()
    shutil.copy(path, tmp_path / "moved.py")
    assert Source(address(*scenes_in(tmp_path / "moved.py"))).key() == before
    path.write_text(source.format("Two."))
    assert Source(address(*scenes_in(path))).key() != before
