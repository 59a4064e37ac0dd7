"""Stills and the storyboard: each told beat's picture, drawn without a film."""

import numpy as np
import pytest
from PIL import Image

from netsim import Recipe, record
from scenes.calculus.names import Names
from scenes.look.theme import Theme
from scenes.story.told import Part
from scenes.studio.film.clips.quality import QUALITIES
from scenes.studio.film.stills import draw_stills, file_names
from scenes.studio.print.storyboard import storyboard
from scenes.words.messages import Messages


@pytest.fixture(scope="module")
def trace():
    return record(Recipe.from_dict({"network": {"hidden": [3]}, "data": {"name": "xor"}, "training": {"epochs": 2}}))


@pytest.fixture(scope="module")
def drawn(trace):
    told = frozenset(beat.name for beat in Names.beats()[:2])
    return list(
        draw_stills([Part(Names, told)], trace, QUALITIES["draft"], Theme.load(), Messages.load(), captions=False)
    )


def test_each_told_beat_is_drawn_in_full(drawn, trace):
    beats = Names.beats()[:2]
    assert [still.says for still in drawn] == [Names.says(trace)[beat.name] for beat in beats]
    assert [still.beat for still in drawn] == list(beats)
    for still in drawn:
        assert still.image.size == (854, 480)
        assert np.asarray(still.image).max() > 200
    assert not np.array_equal(np.asarray(drawn[0].image), np.asarray(drawn[1].image))


def test_captions_stand_in_the_picture_only_if_asked_for(drawn, trace):
    told = frozenset({drawn[0].beat.name})
    [with_words] = draw_stills([Part(Names, told)], trace, QUALITIES["draft"], Theme.load(), Messages.load())
    foot = slice(int(0.87 * 480), None)
    without = np.asarray(drawn[0].image)
    assert (without[foot] == without[-1, -1]).all()
    assert (np.asarray(with_words.image)[foot] != without[-1, -1]).any()


def test_the_storyboard_is_one_sheet_of_them_all(drawn, tmp_path):
    path = tmp_path / "new" / "board.png"
    storyboard("My lesson", drawn, Theme.load(), path)
    sheet = np.asarray(Image.open(path).convert("RGB"))
    height, width = sheet.shape[:2]
    assert width > height
    for half in (sheet[:, : width // 2], sheet[:, width // 2 :]):
        assert half.max() > 200
    assert [p.name for p in path.parent.iterdir()] == ["board.png"]


def test_stills_are_kept_small_until_their_pixels_are_asked_for(drawn):
    for still in drawn:
        assert len(still.png) < still.image.width * still.image.height * 3 / 20


def test_the_files_of_the_pictures_are_named_as_they_are_drawn(drawn):
    told = frozenset({"the_sum", "the_layers"})
    names = file_names([Part(Names, told), Part(Names, None)])
    assert names[:2] == ["01-K2-Names-the_layers.png", "02-K2-Names-the_sum.png"]
    assert len(names) == 2 + len(Names.beats())


def test_files_sorted_by_name_are_in_order_however_many_there_are():
    names = file_names([Part(Names, None)] * (100 // len(Names.beats()) + 1), "mov")
    assert len(names) > 99
    assert names == sorted(names)
    assert names[0].startswith("001-")
    assert {name.rpartition(".")[2] for name in names} == {"mov"}
