"""Arrays are found by the names that people give them, in either case, and their test part is the unseen part."""

import numpy as np
import pytest

from netsim import Recipe, RecipeError
from netsim.data.arrays.layout import layout_of
from netsim.data.sources import files_of, load_dataset, own_path, rows_at

X = np.random.default_rng(2).normal(size=(12, 3)).round(3)
Y = np.arange(12) % 3


@pytest.fixture
def arrays(tmp_path):
    def read(_keys=None, _path="my.npz", **arrays):
        np.savez(tmp_path / "my.npz", **arrays)
        plan = Recipe.from_dict({"data": {"path": _path} | (_keys or {})}).data
        return rows_at(plan, own_path(plan, tmp_path))

    return read


@pytest.mark.parametrize(
    ("names", "x", "y", "x_unseen", "y_unseen"),
    [
        ("x y", "x", "y", "", ""),
        ("X Y", "X", "Y", "", ""),
        ("Data Target", "Data", "Target", "", ""),
        ("images labels", "images", "labels", "", ""),
        ("features label", "features", "label", "", ""),
        ("arr_0 arr_1", "arr_0", "arr_1", "", ""),
        ("x_train y_train x_test y_test", "x_train", "y_train", "x_test", "y_test"),
        ("X_train Y_train X_test Y_test", "X_train", "Y_train", "X_test", "Y_test"),
        ("trainX trainY testX testY", "trainX", "trainY", "testX", "testY"),
        (
            "train_images train_labels val_images val_labels test_images test_labels",
            *("train_images", "train_labels", "test_images", "test_labels"),
        ),
        ("x_train y_train x_valid y_valid", "x_train", "y_train", "x_valid", "y_valid"),
        ("x y x_train y_train", "x_train", "y_train", "", ""),
        ("data target images target_names DESCR", "images", "target", "", ""),
    ],
)
def test_arrays_are_known_by_their_names(names, x, y, x_unseen, y_unseen):
    found = layout_of(names.split())
    assert (found.x, found.y, found.x_unseen, found.y_unseen) == (x, y, x_unseen, y_unseen)


def test_the_test_part_is_what_is_unseen(tmp_path, arrays):
    arrays(x_train=X, y_train=Y, x_test=X[:4] + 9, y_test=Y[:4])
    data = load_dataset(Recipe.from_dict({"data": {"path": "my.npz", "scale": "none"}}).data, tmp_path)
    np.testing.assert_allclose(np.sort(data.x_unseen, axis=0), np.sort(X[:4] + 9, axis=0))
    assert len(data.x) == 12
    fewer = load_dataset(Recipe.from_dict({"data": {"path": "my.npz", "unseen": 2}}).data, tmp_path)
    assert (len(fewer.x), len(fewer.x_unseen)) == (12, 2)
    with pytest.raises(RecipeError, match=r"data\.unseen = 5: .*my\.npz holds out 4"):
        load_dataset(Recipe.from_dict({"data": {"path": "my.npz", "unseen": 5}}).data, tmp_path)


def test_a_part_for_validation_beside_a_test_part_is_said_to_be_left_out(arrays):
    both = (("images", X), ("labels", Y))
    parts = {f"{part}_{what}": array for part in ("train", "val", "test") for what, array in both}
    assert arrays(**parts).understood.remark == "left out: val_images (a part for validation)"


@pytest.mark.parametrize(
    ("y", "classes"),
    [
        (Y, ("0", "1", "2")),
        (Y[:, None], ("0", "1", "2")),
        (Y.astype(float), ("0", "1", "2")),
        (Y.astype(np.uint8)[:, None], ("0", "1", "2")),
        (np.eye(3)[Y], ("0", "1", "2")),
        (np.eye(4, dtype=bool)[Y], ("0", "1", "2")),
        (np.where(Y > 0, 1, -1), ("-1", "1")),
        (Y > 0, ("False", "True")),
        (np.array(["ox", "cow", "calf"])[Y], ("calf", "cow", "ox")),
        (np.array([b"ox", b"cow", b"calf"])[Y], ("calf", "cow", "ox")),
    ],
)
def test_labels_are_understood_however_they_are_written(arrays, y, classes):
    found = arrays(x=X, y=y)
    assert found.classes == classes
    assert [len(set(found.label[place == Y])) for place in range(3)] == [1, 1, 1]


def test_indices_are_names_where_an_array_says_them(arrays):
    found = arrays(data=X, target=np.eye(3)[Y], target_names=np.array(["ox", "cow", "calf"]))
    assert found.classes == ("ox", "cow", "calf")
    np.testing.assert_array_equal(found.label, Y)


def test_features_are_named_where_an_array_says_them(arrays):
    found = arrays(data=X, target=Y, feature_names=np.array(["a", "b", "c"]))
    assert [(feature.name, feature.decimals) for feature in found.features] == [("a", 3), ("b", 3), ("c", 3)]
    assert arrays(data=X, target=Y).features == ()


def test_rows_with_gaps_are_dropped_and_counted_or_filled(arrays):
    x = np.where(np.arange(36).reshape(12, 3) == 7, np.nan, X)
    assert arrays(x=x, y=Y).understood.remark == "1 of 12 rows have gaps and are left out"
    assert len(arrays({"gaps": "mean"}, x=x, y=Y).x) == 12


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"x": X, "y": np.ones((12, 3))}, r"y\[0\] is a row of 3 values, expected one 1 and zeros"),
        ({"x": X, "y": Y[:5]}, r"labels of the shape \(5,\) for 12 examples"),
        ({"x": X, "y": Y, "x_test": X[:, :2], "y_test": Y}, r"x is an array \(12, 3\) .* x_test \(12, 2\)"),
        ({"x": X, "y": Y, "x_test": X, "y_test": Y[:3]}, r"labels of the shape \(3,\) for 12"),
        ({"x": np.full((12, 2), np.nan), "y": Y}, r"every row of x has a gap; fill them with gaps = 'mean'"),
        ({"x": np.zeros((12, 70, 70)), "y": Y}, r"has 4,900 numbers an example, expected at most 4,096"),
    ],
)
def test_arrays_that_do_not_fit_get_one_sentence(arrays, content, said):
    with pytest.raises(RecipeError, match=said) as caught:
        arrays(**content).dataset(Recipe.from_dict({"data": {"path": "my.npz"}}).data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("files", "path"),
    [
        ("x y", "x.npy"),
        ("X Y", "X.npy"),
        ("images labels", "images.npy"),
        ("X_train y_train X_test y_test", "X_train.npy"),
    ],
)
def test_an_npy_file_has_its_labels_beside_it(tmp_path, files, path):
    for name in files.split():
        np.save(tmp_path / f"{name}.npy", Y if name[0] in "yYl" else X)
    np.save(tmp_path / "other_x.npy", X[:5])
    plan = Recipe.from_dict({"data": {"path": path}}).data
    found = rows_at(plan, own_path(plan, tmp_path))
    np.testing.assert_array_equal(found.x, X)
    np.testing.assert_array_equal(found.label, Y)
    assert (found.held_out is not None) == ("test" in files)
    assert {file.stem for file in files_of(plan, own_path(plan, tmp_path))} >= set(files.split())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"no array", r"x\.npy is no \.npy file, or is damaged"),
        (None, r"x\.npy is not there"),
    ],
)
def test_a_damaged_npy_gets_one_sentence(tmp_path, content, said):
    if content is not None:
        (tmp_path / "x.npy").write_bytes(content)
    with pytest.raises(RecipeError, match=said):
        load_dataset(Recipe.from_dict({"data": {"path": "x.npy"}}).data, tmp_path)


def test_an_npy_of_python_objects_is_never_read(tmp_path):
    np.save(tmp_path / "x.npy", np.array([None, {}], dtype=object), allow_pickle=True)
    with pytest.raises(RecipeError, match="holds Python objects"):
        load_dataset(Recipe.from_dict({"data": {"path": "x.npy"}}).data, tmp_path)
