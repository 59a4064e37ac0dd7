"""Arrays of one's own: names, numbers and classes; one sentence for bad ones."""

import numpy as np
import pytest

from netsim import RecipeError
from tests.netsim.data.own import load


@pytest.fixture
def arrays(tmp_path):
    def write(_keys=None, **arrays):
        np.savez(tmp_path / "my.npz", **arrays)
        return load(tmp_path, name="npz", path="my.npz", **(_keys or {}))

    return write


X = np.arange(20.0).reshape(10, 2)


def test_arrays_with_names_numbers_and_classes(arrays):
    names = np.array(["no", "yes"] * 5)
    assert arrays(x=X, label=names).classes == ("no", "yes")
    assert arrays(x=X, y=np.arange(10) % 2 + 4.0).classes == ("4", "5")
    data = arrays({"label": "t", "scale": "none"}, x=X, t=np.arange(10) % 2, classes=np.array(["even", "odd"]))
    assert data.classes == ("even", "odd")
    for x, c in zip(data.x, data.label, strict=True):
        assert (x[0] / 2) % 2 == c


def test_arrays_of_images_keep_their_shape_and_become_brightness(arrays):
    x = (np.arange(10 * 12) % 256).astype(np.uint8).reshape(10, 4, 3)
    data = arrays(x=x, y=np.arange(10) % 2)
    assert (data.image_shape, data.x.shape) == ((4, 3), (8, 12))
    assert {round(v * 255, 9) for v in data.x.ravel()} <= set(map(float, range(256)))
    floats = arrays(x=np.linspace(-1, 3, 120).reshape(10, 4, 3), y=np.arange(10) % 2)
    both = np.vstack([floats.x, floats.x_unseen])
    assert (both.min(), both.max()) == (0, 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"x": X}, r"has no array 'label' or 'y'; it has x"),
        ({"samples": X, "y": np.zeros(10)}, r"has no array 'x'"),
        ({"x": X, "labelled": np.zeros(10)}, r"did you mean 'labelled'"),
        ({"x": X, "y": np.zeros(9)}, r"labels of the shape \(9,\) for 10 examples"),
        ({"x": X[0], "y": np.zeros(2)}, r"expected numbers \(N, inputs\), or images"),
        ({"x": X.astype(str), "y": np.zeros(10)}, r"expected numbers \(N, inputs\), or images"),
        ({"x": np.where(X == 7, np.inf, X), "y": np.arange(10) % 2}, r"x\[3\] has values that are not finite"),
        ({"x": X, "y": np.arange(10) + 0.5}, r"y\[0\] = 0\.5, expected a whole number"),
        ({"x": X, "y": np.arange(10), "classes": np.array(["a", "b"])}, r"y\[2\] = 2, expected 0 to 1"),
        ({"x": X, "y": np.full(10, "a"), "classes": np.array(["a", "b"])}, r"beside an array 'classes'"),
        ({"x": X, "y": np.zeros(10, int)}, r"only one class, '0'"),
        ({"x": X, "y": np.array([None] * 10)}, r"holds Python objects in 'y', which are never read"),
    ],
)
def test_bad_arrays_get_one_sentence(arrays, content, said):
    with pytest.raises(RecipeError, match=said) as caught:
        arrays(**content)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 cut short"])
def test_a_damaged_npz_gets_one_sentence(tmp_path, content):
    (tmp_path / "my.npz").write_bytes(content)
    with pytest.raises(RecipeError, match=r"my\.npz is no \.npz file|my\.npz is damaged or cut short"):
        load(tmp_path, name="npz", path="my.npz")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            {"x": X.astype("m8[s]"), "y": np.arange(10) % 2},
            r"x is an array \(10, 2\) of timedelta64\[s\], expected numbers",
        ),
        (
            {"x": X, "y": (np.arange(10) % 2).astype("M8[D]")},
            r"labels of datetime64\[D\], expected names or whole numbers",
        ),
        (
            {"x": X, "y": np.full(10, 2**64 - 1, np.uint64), "classes": np.array(["a", "b"])},
            r"y\[0\] = 18446744073709551615, expected 0 to 1, an index into classes",
        ),
        (
            {"x": X.astype(np.longdouble) * np.longdouble("1e4000"), "y": np.arange(10) % 2},
            "has the value inf, expected",
        ),
    ],
)
def test_arrays_of_odd_kinds_are_refused(arrays, content, said):
    with pytest.raises(RecipeError, match=said):
        arrays(**content)
