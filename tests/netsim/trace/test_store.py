"""Files that are no whole trace: each gets one clear sentence, and nothing of it is used."""

import contextlib
import io
import json
import struct
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Trace, TraceError, record, verify
from netsim.trace.store import SCHEMA, array_digest, header_digest, read_array


@pytest.fixture
def path(small_trace, tmp_path):
    small_trace.save(tmp_path / "run.npz")
    return tmp_path / "run.npz"


def parts(path):
    """Header and arrays, as any reader of .npz sees them."""
    with np.load(path) as stored:
        return json.loads(str(stored["header"])), {key: stored[key] for key in stored if key != "header"}


def forge(path, header, arrays, seal=True):
    """Write a trace by hand, with digests that fit unless seal is False."""
    if seal and isinstance(header, dict):
        for key in header.get("arrays", {}):
            if key in arrays:
                header["arrays"][key]["sha256"] = array_digest(arrays[key])
        header["digest"] = header_digest(header)
    np.savez(path, header=np.array(json.dumps(header)), **arrays)


def read_all(path):
    verify(Trace.load(path))


def refused(path, said, read=True):
    """Check the one sentence that loading (or reading all of) a file ends in."""
    with pytest.raises(TraceError, match=said) as caught:
        (read_all if read else Trace.load)(path)
    text = str(caught.value)
    assert "\n" not in text
    assert text.endswith(".")
    assert str(path) in text or path.name in text
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_any_reader_of_npz_can_read_a_trace_and_anyone_can_write_one(path, small_trace):
    header, arrays = parts(path)
    forge(path, header, arrays)
    loaded = Trace.load(path)
    verify(loaded)
    assert loaded.digest == small_trace.digest


def test_missing_file(tmp_path):
    refused(tmp_path / "none.npz", "There is no file .*none.npz; `nudge record -o none.npz` makes one", read=False)


def test_folder(tmp_path):
    refused(tmp_path, "is a folder", read=False)


@pytest.mark.parametrize("content", [b"", b"hello", b"\x93NUMPY\x01\x00", b"\x00" * 1000])
def test_not_an_npz(tmp_path, content):
    (tmp_path / "a.npz").write_bytes(content)
    refused(tmp_path / "a.npz", "is no .npz file", read=False)


@pytest.mark.parametrize("part", [0.01, 0.3, 0.6, 0.99, 0.9999])
def test_cut_short(path, part):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    refused(path, "is damaged or cut short", read=False)


def test_foreign_npz(tmp_path):
    np.savez(tmp_path / "a.npz", weights=np.ones(3))
    refused(tmp_path / "a.npz", "an .npz file, but no whole trace", read=False)


@pytest.mark.parametrize("header", [{}, [], 3, None, {"format": "other", "schema": 1}])
def test_foreign_header(path, header):
    _, arrays = parts(path)
    np.savez(path, header=np.array(json.dumps(header)), **arrays)
    refused(path, "an .npz file, but no trace", read=False)


@pytest.mark.parametrize("header", [np.array("{not json"), np.array("[" * 100_000)])
def test_header_that_is_no_json(path, header):
    np.savez(path, header=header)
    refused(path, "its header is no JSON", read=False)


def test_header_that_is_no_text(path):
    np.savez(path, header=np.ones(3))
    refused(path, "but no trace", read=False)


@pytest.mark.parametrize(
    "text", ["{'descr': '<f8', 'shape': (3,", "{'a': '''", "((((", "[" * 5000, "0" * 3000, "{'descr': [('a', 'O')]}"]
)
def test_array_headers_that_are_no_python(path, text):
    content = b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text.encode() + b"0" * 64
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("header.npy", content)
    refused(path, "is damaged or cut short", read=False)


def test_newer_schema(path):
    header, arrays = parts(path)
    forge(path, header | {"schema": SCHEMA + 1}, arrays)
    refused(path, f"has schema {SCHEMA + 1}, and this version reads {SCHEMA}: install a newer", read=False)


def test_older_schema(path):
    header, arrays = parts(path)
    forge(path, header | {"schema": 1}, arrays)
    refused(path, f"has schema 1, of an older version, expected {SCHEMA}; record the trace anew", read=False)


@pytest.mark.parametrize("schema", [0, "1", None, 1.5, True])
def test_strange_schema(path, schema):
    header, arrays = parts(path)
    forge(path, header | {"schema": schema}, arrays)
    refused(path, "unknown schema", read=False)


def test_altered_header(path):
    header, arrays = parts(path)
    header["recipe"]["training"]["eta"] = 99
    forge(path, header, arrays, seal=False)
    refused(path, "was altered: its header", read=False)


def test_header_without_a_digest(path):
    header, arrays = parts(path)
    del header["digest"]
    forge(path, header, arrays, seal=False)
    refused(path, "no usable 'digest'", read=False)


def test_altered_array(path):
    header, arrays = parts(path)
    arrays["W2"] = arrays["W2"] + 1e-12
    forge(path, header, arrays, seal=False)
    trace = Trace.load(path)
    assert trace["W1"].ndim == 3
    with pytest.raises(TraceError, match="was altered: 'W2' does not match its digest"):
        trace["W2"]


def test_what_a_clock_measured_is_outside_the_digest_and_yet_found_out_if_altered(path, small_trace):
    header, arrays = parts(path)
    clocked = [key for key, entry in header["arrays"].items() if entry.get("clocked")]
    assert clocked == ["paths/mini_seconds", "paths/full_seconds"]
    arrays["paths/mini_seconds"] = arrays["paths/mini_seconds"] + 1
    forge(path, header, arrays)
    assert Trace.load(path).digest == small_trace.digest
    arrays["paths/mini_seconds"] = arrays["paths/mini_seconds"] + 1
    forge(path, header, arrays, seal=False)
    refused(path, "was altered: 'paths/mini_seconds' does not match its digest")


@contextlib.contextmanager
def flipped(path, at, bit=4):
    """The file with one bit turned over, for as long as it is looked at."""
    with path.open("r+b") as file:
        file.seek(at)
        byte = file.read(1)[0]
        for value in (byte ^ 1 << bit, byte):
            file.seek(at)
            file.write(bytes([value]))
            file.flush()
            if value != byte:
                yield


def regions(path):
    """For each array: where its local header, its own header, its numbers and its central record begin; and the end."""
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        at = archive.start_dir
        for info in archive.infolist():
            name, extra = struct.unpack_from("<HH", content, info.header_offset + 26)
            own = info.header_offset + 30 + name + extra
            numbers = own + 10 + struct.unpack_from("<H", content, own + 8)[0]
            size = 46 + sum(struct.unpack_from("<HHH", content, at + 28))
            yield info.filename.removesuffix(".npy"), (info.header_offset, own, numbers, at, at + size)
            at += size


def test_one_flipped_bit_of_an_array_is_found_out_or_changes_no_number(path, small_trace):
    """In its numbers it is always found out; in what leads to them, too, or it lies where nothing is read from."""
    entries = small_trace.header["arrays"]
    for i, (key, (local, own, numbers, central, after)) in enumerate(regions(path)):
        if key == "header":
            continue
        held = small_trace[key]
        last = numbers + held.nbytes - 1
        with flipped(path, (numbers, (numbers + last) // 2, last)[i % 3], i % 8), pytest.raises(TraceError):
            read_array(path, key, entries[key])
        strange = (local + i % (own - local), own + i % (numbers - own), central + i % (after - central))
        for at in strange:
            with flipped(path, at, i % 8), contextlib.suppress(TraceError):
                np.testing.assert_array_equal(read_array(path, key, entries[key]), held)
    assert read_all(path) is None, "it is as it was"


def test_one_flipped_bit_of_header_or_directory_never_changes_a_number(path, small_trace):
    """Either the file is refused, or the flip lies where nothing is read from."""
    found = dict(regions(path))
    begin, _, numbers, *_ = found["header"]
    size = path.stat().st_size
    ends = [*range(begin, numbers, 7), *range(numbers, found["steps"][0], 9973), *range(size - 22, size)]
    for i, at in enumerate(ends):
        with flipped(path, at, i % 8), contextlib.suppress(TraceError):
            trace = Trace.load(path)
            assert trace.header == small_trace.header
            for key in ("W1", "chain/a", list(trace)[-1]):
                np.testing.assert_array_equal(trace[key], small_trace[key])


@given(junk=st.binary(max_size=400), start=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\x93NUMPY"]))
def test_any_junk_gets_a_sentence(junk, start, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "junk.npz"
    path.write_bytes(start + junk)
    with pytest.raises(TraceError):
        Trace.load(path)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_numbers_that_are_none(path, value):
    header, arrays = parts(path)
    arrays["delta2"] = arrays["delta2"].copy()
    arrays["delta2"][1, 0, 2] = value
    forge(path, header, arrays)
    refused(path, rf"has {value} in 'delta2' at \[1, 0, 2\], expected a finite number")


def test_pickled_objects_are_never_read(path):
    header, arrays = parts(path)
    arrays["C"] = np.array([[print]], dtype=object)
    np.savez(path, header=np.array(json.dumps(header)), **arrays, allow_pickle=True)
    refused(path, "holds Python objects in 'C', which are never read")


def test_texts_instead_of_numbers(path):
    header, arrays = parts(path)
    arrays["C"] = np.full(arrays["C"].shape, "1.0")
    forge(path, header, arrays)
    refused(path, "has 'C' of the type <U3, expected numbers")


@pytest.mark.parametrize("declared", [True, False])
def test_missing_array(path, declared):
    header, arrays = parts(path)
    del arrays["a2"]
    if not declared:
        del header["arrays"]["a2"]
    forge(path, header, arrays)
    refused(path, "the array 'a2' is missing" if declared else "lacks the array 'a2'", read=False)


def test_half_a_group(path):
    header, arrays = parts(path)
    del header["arrays"]["chain/z"], arrays["chain/z"]
    forge(path, header, arrays)
    refused(path, "lacks the array 'chain/z'")


def test_half_of_the_velocities(quick, tmp_path):
    record(quick(training={"momentum": 0.5}), exhibits=[]).save(tmp_path / "run.npz")
    header, arrays = parts(tmp_path / "run.npz")
    del header["arrays"]["velocity/b2"], arrays["velocity/b2"]
    forge(tmp_path / "run.npz", header, arrays)
    refused(tmp_path / "run.npz", "lacks the array 'velocity/b2'", read=False)


@pytest.mark.parametrize(
    ("key", "dims", "said", "read"),
    [
        ("W2", ["step", "n_1", "n_2"], r"has 'W2' over \(step, n_1, n_2\), expected \(step, n_2, n_1\)", False),
        ("chain/W", ["node"], r"has 'chain/W' in the shape \(3,\), expected \(node\) = \(7,\)", False),
        ("chain/W", ["edges"], "has 'chain/W' over 'edges', a dimension that it does not declare", False),
        ("chain/W", ["tug"], r"in the shape \(300,\), expected \(tug\) = \(3,\)", False),
        ("chain/W", None, "names no dimensions of its array 'chain/W'", False),
        ("chain/W", [3], "names no dimensions of its array 'chain/W'", False),
        ("chain/epsilon", ["several"], "in the shape", False),
        ("worked/x", ["worked_1"], r"has 'worked/x' over \(worked_1\), expected \(worked_0\)", True),
    ],
)
def test_dimensions_that_are_not_those(path, key, dims, said, read):
    header, arrays = parts(path)
    header["arrays"][key]["dims"] = dims
    forge(path, header, arrays)
    refused(path, said, read=read)


@pytest.mark.parametrize("dim", [None, 3, {"length": 0}, {"length": "3"}, {"length": True}])
def test_a_dimension_of_which_nothing_usable_is_said(path, dim):
    header, arrays = parts(path)
    header["dims"]["node"] = dim
    forge(path, header, arrays)
    refused(path, "says nothing usable of its dimension 'node'", read=False)


def test_shape_that_does_not_fit_the_sizes(path):
    header, arrays = parts(path)
    arrays["W2"] = arrays["W2"][:, :, :-1]
    header["arrays"]["W2"]["shape"] = list(arrays["W2"].shape)
    forge(path, header, arrays)
    refused(path, r"has 'W2' in the shape \(8, 3, 3\), expected \(step, n_2, n_1\) = \(8, 3, 4\)", read=False)


def test_nothing_recorded(path):
    header, arrays = parts(path)
    for key, entry in header["arrays"].items():
        if entry["dims"] == ["nudge"]:
            entry["shape"], arrays[key] = [0], arrays[key][:0]
    forge(path, header, arrays)
    refused(path, r"in the shape \(0,\), expected \(nudge\) = .*none of them 0", read=False)


def test_shape_that_is_not_the_declared_one(path):
    header, arrays = parts(path)
    arrays["C"] = arrays["C"][:-1]
    forge(path, header, arrays)
    refused(path, "'C' has the shape .* expected")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("sizes", [2], "says sizes"),
        ("sizes", [2, 4, 3, -3], "says sizes"),
        ("sizes", "2-4-3-3", "no usable 'sizes'"),
        ("sizes", [2, 4, 3, True], "says sizes"),
        ("classes", ["I", "II"], "names 2 classes for 3 outputs"),
        ("classes", ["I", "II", "I\u200bV"], r"that has a character that is not printed \(U\+200B\); rename it"),
        ("classes", ["I", "II", "\x07"], r"that has a character|that is empty"),
        ("classes", ["I", "II", "x" * 61], "that has 61 characters, expected at most 60"),
        ("cost", "cubic", "says cost = 'cubic', which this version does not know: expected one of quadratic"),
        ("hidden", "sine", "says hidden = 'sine', which this version does not know"),
        ("image_shape", [5, 5], "says image_shape"),
        ("image_shape", ["a", None], "says image_shape"),
        ("hidden", None, "no usable 'hidden'"),
        ("recipe", 3, "no usable 'recipe'"),
        ("arrays", [], "no usable 'arrays'"),
    ],
)
def test_headers_that_say_nonsense(path, key, value, said):
    header, arrays = parts(path)
    header = header | {key: value}
    header["digest"] = header_digest(header)
    np.savez(path, header=np.array(json.dumps(header)), **arrays)
    refused(path, said, read=False)


def test_a_file_that_vanishes_after_opening(path):
    trace = Trace.load(path)
    path.unlink()
    with pytest.raises(TraceError, match="There is no file"):
        trace["W1"]


def test_a_file_that_is_replaced_after_opening(path, quick):
    trace = Trace.load(path)
    record(quick(network={"seed": 7})).save(path)
    with pytest.raises(TraceError, match="was altered: 'W1'"):
        trace["W1"]


def test_a_claimed_size_beyond_all_memory(path):
    """An array's own header that promises more than there is, must not take the memory."""
    huge = io.BytesIO()
    np.lib.format.write_array_header_1_0(huge, {"descr": "<f8", "fortran_order": False, "shape": (10**15,)})
    source = path.with_name("source.npz")
    path.rename(source)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, huge.getvalue() if name == "C.npy" else old.read(name))
    refused(path, "claims .* GB in 'C' and has 0 bytes")
