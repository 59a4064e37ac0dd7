"""A trace is recorded once, and found again as long as nothing that it follows from has changed."""

import os
import zipfile

import numpy as np
import pytest

from netsim import RecipeError, Trace, TraceError, verify
from netsim.exhibits.registry import EXHIBITS
from scenes.lesson.kept_traces import kept_trace, look_up, source_digest, trace_for
from scenes.lesson.lesson import Lesson
from tests.scenes.tiny import TINY

TABLE = "a,b,kind\n" + "".join(f"{i},{i * i % 7},{'xyz'[i % 3]}\n" for i in range(30))
OF_A_TABLE = '[network]\nhidden = [2]\n[data]\nname = "csv"\npath = "data/my.csv"\n[training]\nepochs = 1\n'


def test_a_trace_is_recorded_once(lesson_file, tmp_path):
    lesson, heard = Lesson.load(lesson_file(TINY)), []
    first = trace_for(lesson, tmp_path / "work", lambda *told: heard.append(told))
    assert heard
    heard.clear()
    second = trace_for(lesson, tmp_path / "work", lambda *told: heard.append(told))
    assert heard == []
    assert second.digest == first.digest


def test_another_recipe_has_another_trace(lesson_file, tmp_path):
    one = kept_trace(Lesson.load(lesson_file(TINY)), tmp_path)
    assert one != kept_trace(Lesson.load(lesson_file(TINY + "seed = 7\n")), tmp_path)
    assert one == kept_trace(Lesson.load(lesson_file("# a remark\n" + TINY)), tmp_path)


def test_no_more_is_recorded_than_the_scenes_need_and_more_is_used_if_it_is_there(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY))
    bare, two = lesson.recording(["levers"]), lesson.recording(["wishes", "levers"])
    trace = trace_for(two, tmp_path)
    assert {exhibit for exhibit in EXHIBITS if trace.has(exhibit)} == {"levers", "wishes"}
    assert kept_trace(bare, tmp_path) == kept_trace(two, tmp_path), "it has all that is needed"
    assert trace_for(lesson, tmp_path).has("chain")
    assert kept_trace(two, tmp_path) != kept_trace(lesson, tmp_path)


def test_a_lesson_that_lists_exhibits_as_earlier_ones_did_is_told_what_to_do(lesson_file):
    said = r"my\.toml: \[record\] has no key 'exhibits' any more: .* scenes that are told; delete the line\.$"
    with pytest.raises(RecipeError, match=said):
        Lesson.load(lesson_file(TINY + '[record]\nexhibits = ["chain"]\n'))


def test_a_damaged_trace_is_recorded_anew(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY)).recording(["wishes", "chain"])  # nothing that a clock measures
    digest = trace_for(lesson, tmp_path).digest
    path = kept_trace(lesson, tmp_path)
    path.write_bytes(path.read_bytes()[:100])
    trace = trace_for(lesson, tmp_path)
    verify(trace)
    assert trace.digest == digest


def flipped(path, key):
    """Flip one bit amid an array of a trace's file."""
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        end = archive.getinfo(f"{key}.npy").header_offset + archive.getinfo(f"{key}.npy").file_size
    content[end] ^= 1
    path.write_bytes(content)
    return path


def test_a_flipped_bit_of_an_array_is_told_and_the_trace_recorded_anew(lesson_file, tmp_path):
    lesson, told = Lesson.load(lesson_file(TINY)).recording(["wishes"]), []
    digest = trace_for(lesson, tmp_path, tell=told.append).digest
    path = flipped(kept_trace(lesson, tmp_path), "W1")
    with pytest.raises(TraceError, match="W1"):
        Trace.load(path)["W1"]
    healed = trace_for(lesson, tmp_path, tell=told.append)
    verify(healed)
    assert healed.digest == digest
    assert told == [f"The kept trace {path} was damaged, so it is recorded anew."]
    trace_for(lesson, tmp_path, tell=told.append)
    assert len(told) == 1


def test_a_damaged_trace_with_more_exhibits_does_not_hide_the_place_of_the_right_one(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY))
    trace_for(lesson.recording(["wishes", "levers"]), tmp_path)
    flipped(kept_trace(lesson.recording(["wishes"]), tmp_path), "b1")
    verify(trace_for(lesson.recording(["wishes"]), tmp_path))


def test_looking_up_passes_over_a_damaged_trace(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY)).recording(["wishes"])
    trace_for(lesson, tmp_path)
    damaged = flipped(kept_trace(lesson, tmp_path), "W1")
    before = damaged.read_bytes()
    verify(look_up(lesson, tmp_path))
    assert damaged.read_bytes() == before


def test_looking_up_writes_nothing(lesson_file, tmp_path):
    lesson = Lesson.load(lesson_file(TINY))
    verify(look_up(lesson, tmp_path / "work"))
    assert not (tmp_path / "work").exists()


def test_a_digest_of_sources_sees_every_change_but_no_cache(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.py").write_text("1")
    seen = [source_digest(tmp_path)]
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_text("cache")
    assert source_digest(tmp_path) == seen[0]
    (tmp_path / "a" / "x.py").write_text("2")
    seen.append(source_digest(tmp_path))
    (tmp_path / "a" / "x.py").rename(tmp_path / "a" / "y.py")
    seen.append(source_digest(tmp_path))
    assert len(set(seen)) == 3
    assert source_digest(tmp_path, skip=("a",)) == source_digest(tmp_path, skip=("a/y.py",))


def test_data_is_looked_for_beside_the_lesson(lesson_file, tmp_path, monkeypatch):
    path = lesson_file(OF_A_TABLE)
    (path.parent / "data").mkdir()
    (path.parent / "data" / "my.csv").write_text(TABLE)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    lesson = Lesson.load(path)
    assert trace_for(lesson, tmp_path / "work").classes == ["x", "y", "z"]
    before = kept_trace(lesson, tmp_path / "work")
    (path.parent / "data" / "my.csv").write_text(TABLE + "1,2,x\n")
    assert kept_trace(lesson, tmp_path / "work") != before, "a change of the data is noticed"


def test_other_weights_in_the_file_are_another_trace(lesson_file, tmp_path):
    path = lesson_file('[network]\nweights = "net.npz"\n[data]\nname = "xor"\n[training]\nepochs = 0\n')
    seen = []
    for value in (0.5, 0.25):
        np.savez(path.parent / "net.npz", W1=np.full((3, 2), value), W2=np.full((2, 3), value + len(seen)))
        os.utime(path.parent / "net.npz", ns=(len(seen), len(seen)))
        lesson = Lesson.load(path)
        assert lesson.recipe.network.hidden == (3,)
        seen.append(kept_trace(lesson, tmp_path))
    assert len(set(seen)) == 2
