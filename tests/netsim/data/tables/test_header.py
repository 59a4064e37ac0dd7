"""Whether a first row names the columns is decided by rules, and columns are found by name or number."""

import numpy as np
import pytest

from netsim import RecipeError
from tests.netsim.data.tables.conftest import table_of, used


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("a,b,k\n1,2,x\n3,4,y\n", ["a", "b"]),
        ("1,2,x\n3,4,y\n3,5,y\n", ["column 1", "column 2"]),
        # no numbers at all: words that stand again are no names
        ("p,q,x\nq,p,x\np,q,y\n", ["column 1", "column 2"]),
        ("shape,colour,eaten\nflat,red,yes\nround,red,no\nflat,white,yes\n", ["shape", "colour"]),
        # numbers that only count are names
        ("0,1,2,3,4,5\n7,1,8,2,3,0\n1,2,1,4,5,1\n", ["0", "1", "2", "3", "4"]),
        (",0,1,2,3,4,target\n0,7,1,8,2,3,x\n1,1,2,1,4,5,y\n2,1,2,1,4,5,x\n", ["0", "1", "2", "3", "4"]),
        # years over numbers, and a word over classes that all stand several times
        ("land,2019,2020,kind\nA,5,6,x\nB,7,8,y\nC,5,9,x\nD,6,6,y\n", ["2019", "2020"]),
        # a gap in the first example is no name
        ("?,2,x\n3,4,y\n3,5,y\n5,5,x\n", ["column 1", "column 2"]),
        (" ,b,k\n1.5,2,x\n3,4,y\n", ["column 1", "b"]),
    ],
)
def test_a_row_of_names_is_known(rows, content, names):
    assert used(rows(content, gaps="mean")) == names


def test_a_first_example_with_a_class_of_its_own_stays_an_example(rows):
    assert len(rows("1,2,z\n3,4,y\n3,5,x\n5,5,x\n").x) == 4


@pytest.mark.parametrize(
    ("label", "name"), [("kind", "kind"), ("3", "kind"), ("1", "sepal"), ("-1", "kind"), ("-2", "petal")]
)
def test_the_label_is_found_by_name_or_by_number(rows, label, name):
    assert rows(table_of(), label=label).understood.label.startswith(f"{name}, column")


def test_a_column_that_is_called_by_a_number_goes_before_the_column_of_that_number(rows):
    found = rows("3,a,b\nx,1,2\ny,4,5\nx,5,5\n", label="3")
    assert found.classes == ("x", "y")
    assert rows("a,b,c\n1,2,x\n2,2,y\n2,5,y\n", label=3).classes == ("x", "y")


@pytest.mark.parametrize(
    ("content", "label"),
    [
        ("a,class,b\n1,x,2\n3,y,4\n", "class"),
        ("Label,a,b\n7,1,2\n8,3,4\n", "Label"),
        ("a,b,c\n1,2,x\n3,4,y\n", "c"),
        ("0,9,5\n1,3,5\n0,9,5\n", "column 1"),  # without names, and the last is always the same
    ],
)
def test_the_label_is_guessed(rows, content, label):
    assert rows(content).understood.label.startswith(label)


def test_columns_are_ignored_by_name_number_and_pattern(rows):
    content = "gene_1,gene_2,age,day,k\n1,2,30,2020-01-01,x\n2,3,40,2020-01-02,y\n5,3,41,2020-01-03,y\n"
    found = rows(content, ignore=["gene_*", "4"])
    assert used(found) == ["age"]
    assert "gene_1 (the lesson ignores it)" in found.understood.remark


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"label": "knd"}, r"data\.label = 'knd'.*did you mean 'kind'.*columns are sepal, petal, kind; .* 1 to 3"),
        ({"label": "4"}, r"data\.label = '4'"),
        ({"ignore": ["petl"]}, r"data\.ignore = 'petl'.*did you mean 'petal'"),
        ({"ignore": ["x*"]}, r"data\.ignore = 'x\*'"),
    ],
)
def test_a_column_that_is_not_there_is_named(rows, keys, said):
    with pytest.raises(RecipeError, match=said):
        rows(table_of(), **keys)


def test_two_columns_of_one_name_are_counted(rows):
    with pytest.raises(RecipeError, match=r"line 2: two columns are called 'a' \(columns 1 and 3\)"):
        rows("\na,b,a,k\n1,2,3,x\n3,4,5,y\n")


def test_a_wide_table_is_read_by_its_names(rows):
    x = np.arange(60).reshape(3, 20)
    content = (
        ",".join(f"c{i}" for i in range(20)) + ",k\n" + "".join(",".join(map(str, row)) + f",{row[0]}\n" for row in x)
    )
    np.testing.assert_array_equal(rows(content).x, x)


def test_a_label_may_be_the_0_and_1_of_several_columns(rows):
    content = "a,is_x,is_y,is_z\n5,1,0,0\n3,0,1.0,0\n4,0,0,1\n9,0,0,1\n"
    found = rows(content, label="is_x, is_y, is_z")
    assert (found.classes, found.label.tolist(), used(found)) == (("is_x", "is_y", "is_z"), [0, 1, 2, 2], ["a"])
    for label in ("a, is_x", "is_x, is_y"):
        with pytest.raises(RecipeError, match=r"line \d: .* expected one 1 and zeros of a label .* target = 'number'"):
            rows(content, label=label)
    with pytest.raises(RecipeError, match=r"data\.label = 'is_x, is_x': 2 columns, expected one to 26 different ones"):
        rows(content, label="is_x, is_x")
