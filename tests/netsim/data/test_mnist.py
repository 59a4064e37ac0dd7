"""The IDX loader on small files of our own, and the real MNIST where its files are at hand."""

import gzip
import os
import struct
from pathlib import Path

import numpy as np
import pytest

from netsim import Recipe, RecipeError, record, verify
from netsim.data.mnist import load_mnist
from netsim.data.mnist_home import VARIABLE

ROOT = Path(__file__).resolve().parents[3]
NAMES = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"]


def idx(array, magic=None):
    """An array of bytes as the format's description says."""
    magic = 0x800 + array.ndim if magic is None else magic
    return struct.pack(f">{1 + array.ndim}I", magic, *array.shape) + array.astype(np.uint8).tobytes()


@pytest.fixture
def arrays():
    rng = np.random.default_rng(0)
    return [array for many in (30, 12) for array in (rng.integers(0, 256, (many, 5, 4)), np.arange(many) % 10)]


@pytest.fixture
def folder(arrays, tmp_path):
    for name, array in zip(NAMES, arrays, strict=True):
        (tmp_path / name).write_bytes(idx(array))
    return tmp_path


def refused(folder, said):
    with pytest.raises(RecipeError, match=said) as caught:
        load_mnist(str(folder))
    assert "bundled digits" in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("style", ["{0}-idx{1}-ubyte", "{0}.idx{1}-ubyte"])
@pytest.mark.parametrize("packed", [False, True])
def test_both_ways_of_naming_plain_and_gzipped(arrays, tmp_path, style, packed):
    for name, array in zip(NAMES, arrays, strict=True):
        stem = "-".join(name.split("-")[:2])
        content = gzip.compress(idx(array)) if packed else idx(array)
        (tmp_path / (style.format(stem, array.ndim) + (".gz" if packed else ""))).write_bytes(content)
    data = load_mnist(str(tmp_path))
    assert data.image_shape == (5, 4)
    np.testing.assert_allclose(data.x, arrays[0].reshape(30, 20) / 255, rtol=1e-6)
    np.testing.assert_array_equal(data.label, arrays[1])
    np.testing.assert_allclose(data.x_unseen, arrays[2].reshape(12, 20) / 255, rtol=1e-6)
    np.testing.assert_array_equal(data.label_unseen, arrays[3])


def test_the_folder_comes_from_the_recipe_or_the_environment(folder, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(folder))
    assert len(load_mnist().x) == 30
    monkeypatch.setenv(VARIABLE, "/nowhere")
    assert len(load_mnist(str(folder)).x) == 30


def test_fewer_unseen_images_are_the_first(folder, arrays):
    np.testing.assert_array_equal(load_mnist(str(folder), 5).label_unseen, arrays[3][:5])
    with pytest.raises(RecipeError, match=r"data\.unseen = 13: .* has 12 unseen images"):
        load_mnist(str(folder), 13)


def test_a_recording_of_such_files(folder):
    keys = {"data": {"name": "mnist", "folder": str(folder)}, "training": {"epochs": 1}}
    trace = record(Recipe.from_dict(keys | {"network": {"hidden": [3]}}))
    verify(trace)
    assert trace.image_shape == (5, 4)
    assert trace.sizes == [20, 3, 10]


def test_no_folder_said_and_no_way_to_fetch_it(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    refused(
        "", f"its files are not in .*mnist, and {NAMES[0]}.gz could not be fetched .*Connection refused.*{VARIABLE}"
    )


def test_folder_that_is_not_there(tmp_path, monkeypatch):
    refused(tmp_path / "none", "data.folder = '.*none': there is no such folder")
    refused("~nobody-of-that-name/mnist", "data.folder = '~nobody.*': there is no such folder")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone"))
    refused("", "NUDGE_MNIST_DIR = '.*gone': there is no such folder")


@pytest.mark.parametrize("name", NAMES)
def test_missing_file(folder, name):
    (folder / name).unlink()
    refused(folder, f"has no file {name}")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("keep", [0, 3, 9, -1])
def test_cut_short(folder, name, keep):
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[:keep])
    refused(folder, f"{name} (has .* bytes, expected|begins with 0x)")


def test_too_long(folder):
    with (folder / NAMES[0]).open("ab") as file:
        file.write(b"\0")
    refused(folder, f"{NAMES[0]} has 617 bytes, expected 616")


def test_wrong_magic_number(folder, arrays):
    (folder / NAMES[0]).write_bytes(idx(arrays[0], magic=0x0D03))
    refused(folder, f"{NAMES[0]} begins with 0x00000d03, expected 0x00000803 as an IDX file of images")


def test_damaged_gzip(folder, arrays):
    (folder / NAMES[1]).write_bytes(gzip.compress(idx(arrays[1]))[:-6])
    refused(folder, f"{NAMES[1]} is damaged or cut short")
    (folder / NAMES[1]).write_bytes(b"\x1f\x8b" + b"junk" * 10)
    refused(folder, f"{NAMES[1]} is damaged or cut short")


def test_counts_that_do_not_match(folder, arrays):
    (folder / NAMES[1]).write_bytes(idx(arrays[1][:-1]))
    refused(folder, "has 29 labels for the 30 images")


def test_labels_and_sizes_that_do_not_fit(folder, arrays):
    (folder / NAMES[3]).write_bytes(idx(arrays[3] + 1))
    refused(folder, "has the label 10, expected 0 to 9")
    (folder / NAMES[3]).write_bytes(idx(arrays[3]))
    (folder / NAMES[2]).write_bytes(idx(np.zeros((12, 4, 4))))
    refused(folder, "expected one size")


def real_mnist():
    for place in (os.environ.get(VARIABLE), ROOT.parent / "shared" / "data" / "mnist"):
        if place and Path(place).is_dir():
            return str(place)
    return None


@pytest.mark.slow
@pytest.mark.skipif(real_mnist() is None, reason=f"the MNIST files are not here; {VARIABLE} says where they are")
def test_784_16_16_10_learns_mnist():
    """At least 94.5 % of the 10,000 unseen images within 30 epochs; 8 are enough."""
    recipe = Recipe.from_dict(
        {
            "network": {"hidden": [16, 16]},
            "data": {"name": "mnist", "folder": real_mnist()},
            "training": {"epochs": 8, "batch": 20, "eta": 1.5, "schedule": "cosine", "precision": "float32"},
        }
    )
    trace = record(recipe)
    assert trace.header["data"] == "mnist"
    assert trace["accuracy"][-1] >= 0.945
    verify(trace)
