"""What is heard of a beat is part of what its clip is kept under, and travels to where it is filmed."""

from dataclasses import replace

import pytest

from scenes.stage.heard.voice import Voice, Word
from scenes.studio.film.crew.worker import voice_of
from tests.studio.conftest import whole
from tests.studio.fakes import Longer
from tests.studio.voice.conftest import encoded, speech


@pytest.fixture
def voice(tmp_path):
    file = encoded(tmp_path / "a.wav", speech(1.0), "pcm_s16le", 48000)
    return Voice(file, 1.0, 0.5, (Word("Part", 0.0, 0.5),))


def test_another_voice_is_another_clip_of_its_beat_and_those_after_it(shot_of, voice, tmp_path):
    def keys(**voices):
        return [piece.key for piece in shot_of(Longer, voice=voices).pieces]

    def same(others):
        return [one == other for one, other in zip(keys(part_1=voice), others, strict=True)]

    elsewhere = tmp_path / "b.wav"
    elsewhere.write_bytes(voice.file.read_bytes())
    assert all(same(keys(part_1=replace(voice, file=elsewhere))))
    other = encoded(tmp_path / "c.wav", speech(1.0, 0.2), "pcm_s16le", 48000)
    for change in ({"file": other}, {"breath": 0.6}, {"words": ()}, {"seconds": 1.1}):
        assert same(keys(part_1=replace(voice, **change))) == [True, False, False, False]
    assert same(keys()) == [True, False, False, False]
    assert shot_of(Longer, voice={"part_1": voice}).pieces[1].seconds == pytest.approx(1.5)


def test_an_order_tells_of_voices_and_a_parcel_takes_their_files_along(shot_of, voice, tmp_path):
    parcel = pytest.importorskip("scenes.studio.film.crew.farm.parcel").Parcel()
    order = whole(shot_of(Longer, voice={"part_1": voice})).order(tmp_path)
    assert voice_of(order["voice"]) == {"part_1": voice}
    there = parcel.packed(order)["voice"]["part_1"]
    place = there["file"].removeprefix("../files/")
    assert parcel.files[place] == voice.file.read_bytes()
    assert there | {"file": ""} == order["voice"]["part_1"] | {"file": ""}
