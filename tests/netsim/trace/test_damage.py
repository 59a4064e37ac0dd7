"""Files that were harmed: whatever was altered is found out, or changes no number."""

import contextlib
import struct
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netsim import Trace, TraceError, record
from netsim.trace.store import read_array
from tests.netsim.trace.forged import forge, parts, read_all, refused


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
