"""Six files as people have them, made small: each trains as it lies there, with at most the label named."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Recipe, record, verify
from tests.netsim.data.tables.conftest import left_out, used

RNG = np.random.default_rng(1)
IMAGES = (RNG.integers(0, 256, (40, 28, 28)) * (RNG.random((40, 28, 28)) < 0.3)).astype(np.uint8)
DIGITS = np.arange(40) % 10

KINDS, ISLANDS, SEXES = ("Adelie", "Gentoo", "Chinstrap"), ("Biscoe", "Dream"), ("male", "female", "NA")
MEASURED = [f"{30 + i % 13}.{i % 10},{3000 + 25 * (i % 17)},{SEXES[i % 5 % 3]}" for i in range(40)]
PENGUINS = ["species,island,bill_mm,mass_g,sex,year"] + [
    f"{KINDS[i % 3]},{ISLANDS[i % 2]},{'NA,NA,NA' if i in (3, 11) else MEASURED[i]},{2007 + i % 3}" for i in range(40)
]
QUESTION_MARKS = ["mpg,cyl,disp,hp,origin"] + [
    f"{18 + i % 9}.0,{4 + 2 * (i % 3)},{120 + i},{'?' if i % 7 == 0 else 71 + i},{1 + i % 3}" for i in range(40)
]
NAMES = ["id,name,h,w,class"] + [f'{i},"Doe, J{i}",{160 + i},{50 + i % 30},{"ab"[i * i % 3 % 2]}' for i in range(40)]
PIXELS = [",".join(map(str, [*image.ravel(), digit])) for image, digit in zip(IMAGES, DIGITS, strict=True)]


@pytest.fixture
def files(tmp_path):
    for name, lines in (("penguins", PENGUINS), ("marks", QUESTION_MARKS), ("names", NAMES), ("pixels", PIXELS)):
        (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    keras = {"x_train": IMAGES[:30], "y_train": DIGITS[:30].astype(np.uint8), "x_test": IMAGES[30:]}
    np.savez(tmp_path / "keras.npz", **keras, y_test=DIGITS[30:].astype(np.uint8))
    np.savez(tmp_path / "hot.npz", x=IMAGES.reshape(40, 784) / 255, y=np.eye(10)[DIGITS])
    return tmp_path


@pytest.mark.parametrize(
    ("keys", "sizes", "unseen"),
    [
        ({"path": "penguins.csv", "label": "species"}, [5, 4, 3], 6),
        ({"name": "csv", "path": "penguins.csv", "label": "1", "gaps": "mean"}, [5, 4, 3], 8),
        ({"name": "csv", "path": "marks.csv"}, [4, 4, 3], 6),
        ({"path": "names.csv"}, [2, 4, 2], 8),
        ({"path": "pixels.csv"}, [784, 4, 10], 8),
        ({"name": "npz", "path": "keras.npz"}, [784, 4, 10], 10),
        ({"path": "hot.npz"}, [784, 4, 10], 8),
    ],
)
def test_each_trains_as_it_lies_there(files, keys, sizes, unseen):
    tables = {"data": keys, "network": {"hidden": [4]}, "training": {"epochs": 1, "batch": 20}}
    trace = record(Recipe.from_dict(tables), beside=files, exhibits=())
    verify(trace)
    assert trace.sizes == sizes
    assert trace.given.unseen == unseen
    assert trace.image_shape == ((28, 28) if sizes[0] == 784 else None)
    assert len(trace.features) == (0 if sizes[0] == 784 else sizes[0])


def test_penguins_have_their_features(rows):
    found = rows("\n".join(PENGUINS), label="species")
    names = [feature.name for feature in found.features]
    assert names == ["island=Dream", "bill_mm", "mass_g", "sex=male", "year"]
    assert found.understood.remark == f"{40 - len(found.x)} of 40 rows have gaps and are left out"


def test_names_and_row_numbers_are_no_features(rows):
    found = rows("\n".join(NAMES))
    assert used(found) == ["h", "w"]
    assert left_out(found) == {"id": "it counts the rows", "name": "it names the rows"}


def test_pixels_of_a_table_are_the_images_that_were_written(rows):
    found = rows("\n".join(PIXELS))
    np.testing.assert_allclose(found.x.reshape(-1, 28, 28) * 255, IMAGES, atol=1e-9)
    np.testing.assert_array_equal(found.label, DIGITS)


@pytest.mark.parametrize(
    ("head", "label", "top"),
    [
        ([f"pixel{i}" for i in range(64)], "label", 255),
        ([f"{i // 8}x{i % 8}" for i in range(64)], "label", 16),
        ([str(i) for i in range(64)], "target", 1),
    ],
)
def test_columns_that_differ_by_their_numbers_are_pixels(rows, head, label, top):
    x = np.array([[(i * 7 + j * j) % (top + 1) for j in range(64)] for i in range(20)])
    x[0, 0] = top
    lines = [",".join([*head, label]), *(",".join(map(str, [*row, i % 3])) for i, row in enumerate(x))]
    found = rows("\n".join(lines))
    assert found.image_shape == (8, 8)
    np.testing.assert_allclose(found.x * top, x)


def test_numbers_in_columns_with_names_of_their_own_are_no_pixels(rows):
    names = [f"{a}{b}" for a in "abcdefgh" for b in "ijklmnop"]
    cells = [[*(str((i + j) % 2) for j in range(64)), "xy"[i % 2]] for i in range(9)]
    lines = [",".join(row) for row in [[*names, "k"], *cells]]
    assert rows("\n".join(lines)).image_shape is None
    assert rows("\n".join(lines), image=[4, 16]).image_shape == (4, 16)


def test_an_image_of_another_size_than_the_columns_is_refused(rows):
    from netsim import RecipeError

    with pytest.raises(RecipeError, match=r"data\.image = \[3, 3\]: .* has 2 columns of numbers .* expected 9 pixels"):
        rows("a,b,k\n1,2,x\n3,4,y\n", image=[3, 3])
    with pytest.raises(RecipeError, match=r"image = \[3\], expected height and width"):
        rows("a,b,k\n1,2,x\n3,4,y\n", image=[3])
