"""Files that are no whole trace: each gets one clear sentence, and nothing of it is used."""

import json
import zipfile

import numpy as np
import pytest

from netsim import Trace, verify
from netsim.trace.store import SCHEMA, header_digest
from tests.netsim.trace.forged import forge, parts, refused


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
