"""Arrays that are not what the header or the schema says of them: each gets one clear sentence."""

import io
import json
import zipfile

import numpy as np
import pytest

from netsim import record
from tests.netsim.trace.forged import forge, parts, refused


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
