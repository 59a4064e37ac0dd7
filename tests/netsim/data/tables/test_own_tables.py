"""Tables of one's own: whatever their delimiter and header, and one sentence with file and line for bad ones."""

import re

import numpy as np
import pytest

from netsim import Recipe, RecipeError, record, verify
from tests.netsim.data.own import load

IRIS = "sepal,petal,kind\n5.1,1.4,setosa\n7.0,4.7,versicolor\n6.3,6.0,virginica\n4.9,1.5,setosa\n6.4,4.5,versicolor\n"


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
