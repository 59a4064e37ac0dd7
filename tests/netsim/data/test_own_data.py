"""Data of one's own: tables, arrays and folders of images; one sentence with file and line for bad ones."""

import re

import numpy as np
import pytest
from PIL import Image

from netsim import Recipe, RecipeError, record, verify
from netsim.data.pictures import _image
from netsim.data.sources import load_dataset

IRIS = "sepal,petal,kind\n5.1,1.4,setosa\n7.0,4.7,versicolor\n6.3,6.0,virginica\n4.9,1.5,setosa\n6.4,4.5,versicolor\n"


def load(folder, **keys):
    return load_dataset(Recipe.from_dict({"data": keys}).data, folder)


@pytest.fixture
def table(tmp_path):
    def write(content, **keys):
        content = content.encode() if isinstance(content, str) else content
        (tmp_path / "my.csv").write_bytes(content)
        return load(tmp_path, name="csv", path="my.csv", **keys)

    return write


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", ", "])
def test_a_table_is_read_whatever_parts_its_columns(table, delimiter):
    data = table(IRIS.replace(",", delimiter), unseen=1, scale="none")
    assert data.classes == ("setosa", "versicolor", "virginica")
    assert (data.x.shape, data.x_unseen.shape, data.image_shape) == ((4, 2), (1, 2), None)
    rows = {(*x, data.classes[c]) for x, c in zip(data.x.tolist(), data.label, strict=True)}
    rows |= {(*x, data.classes[c]) for x, c in zip(data.x_unseen.tolist(), data.label_unseen, strict=True)}
    assert rows == {
        (5.1, 1.4, "setosa"),
        (7.0, 4.7, "versicolor"),
        (6.3, 6.0, "virginica"),
        (4.9, 1.5, "setosa"),
        (6.4, 4.5, "versicolor"),
    }


def test_the_label_column_is_chosen_by_its_name(table):
    data = table("kind;a;b\n10;1;2\n9;3;4\n10;5;6\n", label="kind", unseen=1, scale="none")
    assert data.classes == ("9", "10")
    assert sorted(np.vstack([data.x, data.x_unseen]).tolist()) == [[1, 2], [3, 4], [5, 6]]


def test_a_table_of_a_windows_spreadsheet_is_read(table):
    data = table(b"\xef\xbb\xbf" + IRIS.replace(",", ";").replace("\n", "\r\n").encode() + b"\r\n;;\r\n")
    assert len(data.x) + len(data.x_unseen) == 5


def test_a_quoted_label_may_hold_a_delimiter(table):
    assert table('a,kind\n5,"x, y"\n2,z\n3,z\n').classes == ("x, y", "z")


def test_features_are_scaled_by_what_training_sees(table):
    content = "a,b,kind\n" + "".join(f"{i},{-3 * i},{'xy'[i % 2]}\n" for i in range(20))
    unit, standard = table(content), table(content, scale="standard")
    np.testing.assert_allclose(unit.x[:, :2].min(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(unit.x[:, :2].max(axis=0), 1)
    np.testing.assert_allclose(standard.x[:, :2].mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(standard.x[:, :2].std(axis=0), 1)
    np.testing.assert_allclose(unit.x_unseen[:, 0], 1 - unit.x_unseen[:, 1])


def test_a_fifth_is_held_out_and_the_seed_draws_which(table):
    content = "a,kind\n" + "".join(f"{i},{'xy'[i % 2]}\n" for i in range(50))
    data = table(content)
    assert (len(data.x), len(data.x_unseen)) == (40, 10)
    assert not np.array_equal(data.x_unseen, table(content, seed=1).x_unseen)
    np.testing.assert_array_equal(data.x_unseen, table(content).x_unseen)


@pytest.mark.parametrize(
    ("content", "keys", "said"),
    [
        ("", {}, r"my\.csv is empty"),
        ("\n\n", {}, r"my\.csv is empty"),
        ("a,b,kind\n", {}, r"has a header row and no examples"),
        ("a,kind\n1,x\n2,3,y\n", {}, r"my\.csv, line 3: 3 values, expected 2"),
        ("a,kind\n1,x\n\n\n2\n", {}, r"my\.csv, line 5: 1 values, expected 2"),
        ("a,kind\n1,x\nlow,y\n", {}, r"line 3: a = 'low', expected a number as in most rows; .* ignore = \['a'\]"),
        ("a;kind\n1,5;x\n2.5;y\n3,5;y\n", {}, r"line 3: a = '2\.5', expected a number with a decimal comma"),
        ("a;kind\n1.5;x\n2,5;y\n3.5;y\n", {}, r"line 3: a = '2,5', expected a number with a decimal point"),
        ("a,kind\n1,x\n-inf,y\n", {}, r"line 3: a = '-inf', expected a finite number"),
        ("a,kind\n,x\n,y\n", {}, r"has no column to learn from \(a: it is empty\)"),
        ("a,kind\n1,\n2,\n", {}, r"the label \('kind'\) is missing in every row"),
        ("a,kind\n1,x\n", {}, r"line 2: the only example, expected two or more"),
        ("a\n1\n2\n", {}, r"line 1: one column"),
        ("a,a,kind\n1,2,x\n", {}, r"line 1: two columns are called 'a' \(columns 1 and 2\)"),
        (IRIS, {"label": "kid"}, r"data\.label = 'kid'.*did you mean 'kind'.*the columns are sepal, petal, kind"),
        ("a,kind\n1,x\n2,x\n", {}, r"only one class, 'x'"),
        ("a,kind\n1,$5\n2,$6\n", {}, r"has a class '\$5' that has one of the signs \$ \[ \] \{ \}, which captions use"),
        (
            "a,kind\n" + "".join(f"{i % 5},c{i:02}\n" for i in range(27)),
            {},
            r"has 27 classes \(c00, c01, c02, \.\.\.\)",
        ),
        (IRIS, {"unseen": 5}, r"data\.unseen = 5: .* has 5 examples, expected 0 to 4"),
        (b"a,kind\n1,x\n2,\x00\xff\n", {}, r"my\.csv is no text \(line 3 has the byte 0x00\)"),
        ('a,kind\n1,"x\n2,y\n', {}, r"line 2: a quotation mark \(\"\) is opened and never closed"),
    ],
)
def test_a_bad_table_gets_one_sentence_with_the_line(table, content, keys, said):
    with pytest.raises(RecipeError, match=said) as caught:
        table(content, **keys)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith((".", "?"))


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(RecipeError, match=r"none\.csv is not there; it names a table"):
        load(tmp_path, name="csv", path="none.csv")


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"name": "csv"}, "name = 'csv' needs a path"),
        ({"name": "digits", "path": "x.csv"}, "path belongs to name = 'csv', 'npz' or 'images', not to 'digits'"),
        ({"name": "images", "path": "x", "size": 1}, "data.size = 1, expected a number of at least 4"),
        ({"name": "images", "path": "x", "invert": 1}, "data.invert = 1, expected true or false"),
        ({"name": "csv", "pth": "x"}, "did you mean 'path'"),
    ],
)
def test_a_bad_data_section_gets_one_sentence(keys, said):
    with pytest.raises(RecipeError, match=re.escape(said)):
        Recipe.from_dict({"data": keys})


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


@pytest.fixture
def pictures(tmp_path):
    """Two classes of three images each: bright on the left, bright on the right."""
    for name in ("left", "right", ".hidden"):
        (tmp_path / "shapes" / name).mkdir(parents=True)
    for i, mode in enumerate(("L", "RGB", "P")):
        picture = np.zeros((40, 60 + i), dtype=np.uint8)
        picture[:, :30] = 255
        Image.fromarray(picture).convert(mode).save(tmp_path / "shapes" / "left" / f"{i}.png")
        Image.fromarray(picture[:, ::-1]).convert(mode).save(tmp_path / "shapes" / "right" / f"{i}.bmp")
    (tmp_path / "shapes" / "left" / "notes.txt").write_text("not an image")
    return tmp_path


def test_a_folder_of_images_is_read_by_class(pictures):
    data = load(pictures, name="images", path="shapes", size=8, unseen=1)
    assert (data.classes, data.image_shape, data.x.shape) == (("left", "right"), (8, 8), (5, 64))
    for x, c in zip(data.x.reshape(5, 8, 8), data.label, strict=True):
        half = (
            x[:, :3] if data.classes[c] == "left" else x[:, 5:],
            x[:, 5:] if data.classes[c] == "left" else x[:, :3],
        )
        assert half[0].min() > 0.9
        assert half[1].max() < 0.1
    dark = load(pictures, name="images", path="shapes", size=8, unseen=1, invert=True)
    np.testing.assert_allclose(dark.x, 1 - data.x)


def test_transparent_is_white(tmp_path):
    for name in "ab":
        (tmp_path / name).mkdir()
        Image.new("RGBA", (9, 9), (0, 0, 0, 0)).save(tmp_path / name / "x.png")
    assert load(tmp_path, name="images", path=".", size=4, unseen=1).x.min() == 1


@pytest.mark.parametrize(
    ("spoil", "path", "said"),
    [
        (
            lambda shapes: (shapes / "left" / "x.png").write_text("no"),
            "shapes",
            r"left/x\.png cannot be read as an image",
        ),
        (
            lambda shapes: (shapes / "left" / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n"),
            "shapes",
            r"left/x\.png cannot be",
        ),
        (lambda shapes: (shapes / "empty").mkdir(), "shapes", r"empty has no image, expected files that end in \.png"),
        (lambda shapes: None, "nowhere", "is not there, expected a folder"),
        (lambda shapes: None, "shapes/left", "has no folders in it"),
        (
            lambda shapes: [(shapes / f"class {i}").mkdir() for i in range(30)],
            "shapes",
            "has 32 folders in it, expected one of images for each class, 2 to 26",
        ),
    ],
)
def test_bad_images_get_one_sentence(pictures, spoil, path, said):
    spoil(pictures / "shapes")
    with pytest.raises(RecipeError, match=said) as caught:
        load(pictures, name="images", path=path)
    assert "\n" not in str(caught.value)


def test_a_recording_of_a_table_says_where_it_came_from_and_how_it_was_scaled(tmp_path):
    (tmp_path / "my.csv").write_text("a,b,kind\n" + "".join(f"{i / 2},{i * i},{'xyz'[i % 3]}\n" for i in range(30)))
    tables = {"data": {"name": "csv", "path": "my.csv"}, "network": {"hidden": [3]}, "training": {"epochs": 1}}
    trace = record(Recipe.from_dict(tables), beside=tmp_path)
    verify(trace)
    assert (trace.sizes, trace.classes) == ([2, 3, 3], ["x", "y", "z"])
    assert trace.header["recipe"]["data"] | {"path": "my.csv", "scale": "unit"} == trace.header["recipe"]["data"]


HEADLESS = "5.1,3.5,Iris-setosa\n4.9,3.0,Iris-setosa\n7.0,3.2,Iris-versicolor\n6.4,3.2,Iris-versicolor\n"


def test_a_table_without_a_header_keeps_its_first_row(table):
    data = table(HEADLESS, scale="none")
    rows = np.concatenate([data.x, data.x_unseen])
    assert sorted(map(tuple, rows)) == [(4.9, 3.0), (5.1, 3.5), (6.4, 3.2), (7.0, 3.2)]
    assert data.classes == ("Iris-setosa", "Iris-versicolor")


def test_a_table_of_numbers_alone_has_no_header(table):
    data = table("1,2,0\n3,4,1\n5,6,0\n7,8,1\n", scale="none")
    assert len(data.x) + len(data.x_unseen) == 4


def test_a_header_is_known_though_classes_are_numbers(table):
    assert len(table("a,kind\n1,0\n2,1\n3,0\n4,1\n").x) == 3


def test_a_first_row_that_is_half_a_header_is_asked_about(table):
    with pytest.raises(RecipeError, match=r"line 1: 'a' stands over numbers and '2' is one itself"):
        table("a,2,kind\n1,2,x\n2,3,y\n")


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("a\u200bb", r"not printed \(U\+200B\)"),
        ("a\x7fb", r"not printed \(U\+007F\)"),
        ("7" * 5000, "has 5,000 characters, expected at most 60"),
    ],
)
def test_a_class_that_cannot_be_written_is_refused(table, label, said):
    with pytest.raises(RecipeError, match=said) as caught:
        table(f"a,kind\n1,{label}\n2,y\n")
    assert len(str(caught.value)) < 400


def test_labels_that_look_like_numbers_and_are_none_are_names(table):
    assert table("a,kind\n1,--5\n2,-5\n3,--5\n4,-5\n").classes == ("--5", "-5")


def test_values_beyond_all_measure_are_refused(table):
    with pytest.raises(RecipeError, match=r"example 2 has the value 1e\+308, expected none beyond 1e\+30"):
        table("a,kind\n1,x\n1e308,y\n")


def grey(pictures, kind):
    """A ramp from 0 to 1 as an image of a kind, read back as brightness."""
    ramp = np.linspace(0, 1, 400).reshape(20, 20)
    numbers = {"uint16": np.rint(65535 * ramp).astype(np.uint16), "float32": ramp.astype(np.float32)}
    image = Image.fromarray(numbers.get(kind, np.rint(255 * ramp).astype(np.uint8)))
    for name in ("left", "right"):
        image.save(pictures / "shapes" / name / "ramp.tif")
    return ramp.ravel(), _image(pictures / "shapes" / "left" / "ramp.tif", 20, invert=False)


@pytest.mark.parametrize(("kind", "step"), [("uint8", 1 / 255), ("uint16", 1 / 65535), ("float32", 1e-6)])
def test_an_image_is_read_in_its_own_range(pictures, kind, step):
    ramp, read = grey(pictures, kind)
    assert np.abs(read - ramp).max() <= 0.51 * step + 1e-7


def test_numbers_that_are_no_brightness_are_refused_by_name(tmp_path):
    for values, said in ((np.float32([[0, 900]]), "floating numbers"), (np.int32([[0, 900_000]]), "32-bit numbers")):
        Image.fromarray(values).save(tmp_path / "odd.tif")
        with pytest.raises(RecipeError, match=rf"odd\.tif has {said} that are no brightness, expected 0 to"):
            _image(tmp_path / "odd.tif", 4, invert=False)


def test_transparent_is_white_and_a_turned_photo_stands_upright(tmp_path):
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "glass.png")
    assert _image(tmp_path / "glass.png", 4, invert=False).min() == 1.0
    upper_half_dark = Image.fromarray(np.repeat(np.uint8([[0], [0], [255], [255]]), 4, axis=1))
    turned = Image.Exif()
    turned[0x0112] = 3  # the camera was held upside down
    upper_half_dark.save(tmp_path / "photo.png", exif=turned)
    assert _image(tmp_path / "photo.png", 4, invert=False).reshape(4, 4)[:, 0].tolist() == [1.0, 1.0, 0.0, 0.0]


def test_of_an_animation_the_first_picture_counts(tmp_path):
    dark, bright = Image.new("L", (4, 4), 0), Image.new("L", (4, 4), 255)
    dark.save(tmp_path / "moving.gif", save_all=True, append_images=[bright])
    assert _image(tmp_path / "moving.gif", 4, invert=False).max() == 0.0


def test_a_huge_image_is_refused_before_it_is_unpacked(tmp_path):
    Image.new("1", (13_300, 13_300)).save(tmp_path / "huge.png")
    with pytest.raises(RecipeError, match=r"huge\.png has 13,300 x 13,300 pixels, expected at most 50,000,000 in all"):
        _image(tmp_path / "huge.png", 4, invert=False)


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
