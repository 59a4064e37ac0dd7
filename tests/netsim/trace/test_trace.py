"""Traces and readings: what a reader may count on."""

import os
import subprocess
import sys

import numpy as np
import pytest

from netsim import Reading, Trace, TraceError, record, verify
from netsim.exhibits.descent import memory


def test_saved_and_loaded_is_the_same(small_trace, path):
    loaded = Trace.load(path)
    verify(loaded)
    assert loaded.header == small_trace.header
    assert list(loaded) == list(small_trace)
    for key in small_trace:
        np.testing.assert_array_equal(loaded[key], small_trace[key], strict=True)


def test_what_the_header_says(path):
    trace = Trace.load(str(path))
    assert (trace.sizes, trace.L, trace.classes) == ([2, 4, 3, 3], 3, ["I", "II", "III"])
    assert (trace.hidden, trace.output, trace.cost_name, trace.image_shape) == ("tanh", "sigmoid", "quadratic", None)
    assert trace.header["arrays"]["delta2"]["dims"] == ["step", "example", "n_2"]
    assert trace.header["recipe"]["training"]["eta"] == 0.3
    assert trace.has("chain")
    assert trace.has("W1")
    assert not trace.has("cha")
    assert len(trace) == len(list(trace))
    assert "W1" in trace


def test_opening_reads_the_header_only(path, monkeypatch):
    read: list[str] = []
    genuine = np.lib.format.read_array

    def counting(member, **keys):
        read.append(member.name)
        return genuine(member, **keys)

    monkeypatch.setattr(np.lib.format, "read_array", counting)
    trace = Trace.load(path)
    assert read == ["header.npy"]
    assert trace["chain/a"] is trace["chain/a"]
    assert read == ["header.npy", "chain/a.npy"]


def test_arrays_are_read_only(small_trace, path):
    for trace in (small_trace, Trace.load(path)):
        with pytest.raises(ValueError, match="read-only"):
            trace["W1"][0] = 0


def test_an_array_that_is_not_there_is_named(small_trace):
    with pytest.raises(KeyError, match="landscape"):
        small_trace["landscape/C"]


def test_a_moved_working_folder_does_not_matter(path, monkeypatch):
    monkeypatch.chdir(path.parent)
    trace = Trace.load(path.name)
    monkeypatch.chdir("/")
    assert trace["C"].ndim == 2


def test_dC_dW_of_one_example(small_trace):
    found = small_trace.dC_dW(2, 1, 0)
    assert found.shape == (3, 4)
    assert found[2, 1] == small_trace["delta2"][1, 0, 2] * small_trace["a1"][1, 0, 1]
    np.testing.assert_array_equal(
        small_trace.dC_dW(1, 0, 0)[:, 1], small_trace["delta1"][0, 0] * small_trace["x"][0, 1]
    )


def test_saving_over_the_file_that_is_being_read(path):
    trace = Trace.load(path)
    trace.save(path)
    verify(Trace.load(path))


def test_saving_is_like_any_other_file(path):
    umask = os.umask(0)
    os.umask(umask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~umask
    assert [p.name for p in path.parent.iterdir()] == ["run.npz"]


@pytest.mark.parametrize("place", ["missing/run.npz", ".", "x" * 300])
def test_a_place_that_cannot_be_written_is_said(small_trace, tmp_path, place):
    with pytest.raises(TraceError, match=r"cannot be written .*choose another place"):
        small_trace.save(tmp_path / place)
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_save_leaves_the_old_file_and_nothing_else(path, small_trace, monkeypatch):
    before = path.read_bytes()

    def interrupt(descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        small_trace.save(path)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["run.npz"]


def test_a_full_disk_is_said(small_trace, tmp_path, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(TraceError, match="no space left on device"):
        small_trace.save(tmp_path / "run.npz")
    assert list(tmp_path.iterdir()) == []


def test_the_same_recipe_in_another_process_is_the_same_trace(quick, small_trace, fingerprints, tmp_path):
    recipe = f"Recipe.from_dict({quick().model_dump()!r})"
    short = f"memory.MOST_EPOCHS = {memory.MOST_EPOCHS}"  # as these tests have it
    code = "from netsim import Recipe, record; from netsim.exhibits.descent import memory; "
    code += f"{short}; record({recipe}).save({str(tmp_path / 'run.npz')!r})"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert fingerprints(Trace.load(tmp_path / "run.npz")) == fingerprints(small_trace)


def test_reading_of_one_number(small_trace):
    reading = small_trace.reading("dC_da3", 0, 0, 1)
    assert float(reading) == small_trace["dC_da3"][0, 0, 1]
    assert (reading.key, reading.index, reading.sign) == ("dC_da3", (0, 0, 1), 1)
    assert reading.held_by(small_trace)
    assert (-reading).held_by(small_trace)
    assert float(-reading) == -float(reading)
    assert (-reading).sign == -1


def test_reading_goes_deeper(small_trace):
    row = -small_trace.reading("dC_da3", 0)[0]
    assert len(row) == 3
    assert [one.index for one in row] == [(0, 0, 0), (0, 0, 1), (0, 0, 2)]
    assert all(one.held_by(small_trace) for one in row)
    np.testing.assert_array_equal(row.value, -small_trace["dC_da3"][0, 0])
    with pytest.raises(IndexError, match="single number"):
        row[0][0]
    with pytest.raises(IndexError):
        small_trace.reading("dC_da3", 99)


def test_a_reading_that_was_changed_is_found_out(small_trace):
    true = small_trace.reading("C", 0, 0)
    assert not Reading(float(true) * (1 + 1e-15) + 1e-16, "C", (0, 0)).held_by(small_trace)
    assert not Reading(true.value, "C", (1, 0)).held_by(small_trace)
    assert not Reading(true.value, "C", (0, 0), -1).held_by(small_trace)


def test_a_reading_may_keep_some_rows_and_columns(small_trace):
    part = small_trace.reading("W2", 0).take([2, 0], [1, 3])
    assert part.held_by(small_trace)
    assert part[0][1].index == (0, 2, 3)
    assert part[0][1].held_by(small_trace)
    assert (-part)[1].held_by(small_trace)
    with pytest.raises(IndexError, match="2 axes, not 1"):
        small_trace.reading("W2", 0).take([0])


def test_numbers_are_written_with_a_true_minus_sign(small_trace):
    assert f"{Reading(-0.294, 'C'):+.2f}" == "\u22120.29"
    assert f"{Reading(1.116, 'C'):+.2f}" == "+1.12"
    assert f"{Reading(-1234.5, 'C'):,.1f}" == "\u22121,234.5"


def test_a_value_cannot_be_changed_in_place(small_trace):
    with pytest.raises(ValueError, match="read-only"):
        small_trace.reading("C").value[0] = 1


def test_recording_and_reading_need_no_manim(quick):
    code = "import sys, netsim; assert not {'manim', 'scenes', 'sklearn'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert record(quick()).has("wishes")
