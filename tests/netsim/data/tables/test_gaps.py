"""Rows with gaps are dropped and counted, or filled by what training sees."""

import numpy as np
import pytest

from netsim import RecipeError

MARKS = ["", "NA", "N/A", "?", "NaN", "null", "-", "nan", "#N/A", "<NA>"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_row_with_a_gap_is_dropped_and_counted(rows, mark):
    found = rows(f"a,b,kind\n1,2,x\n{mark},5,y\n3,4,y\n8,4,{mark}\n")
    np.testing.assert_array_equal(found.x, [[1, 2], [3, 4]])
    assert found.understood.remark == "2 of 4 rows have gaps and are left out"


def test_a_gap_in_a_column_that_is_left_out_costs_no_row(rows):
    found = rows("name,a,kind\nAnn,1,x\n,2,y\nBob,4,y\nEve,4,x\n")
    assert len(found.x) == 4


@pytest.mark.parametrize("scale", ["none", "standard"])
def test_gaps_are_filled_with_the_training_examples_mean(data, scale):
    lines = [f"{'' if i % 4 == 0 else i},{['', 'no', 'yes', 'yes'][i % 4]},{'xy'[i % 2]}" for i in range(40)]
    found = data("\n".join(["a,b,kind", *lines]), gaps="mean", scale=scale)
    assert len(found.x) + len(found.x_unseen) == 40
    assert found.remark == "10 of 40 rows had gaps, which are filled"
    a = np.round([found.features[0].natural(x) for x in found.x[:, 0]], 9)
    there = a[a == np.round(a)]
    assert set(np.round(a, 6)) - set(there) <= {round(there.mean(), 6)}
    # of a choice, what most of the training examples have
    assert set(found.x[:, 1]) == {0, 1}


def test_a_filled_mean_is_that_of_known_numbers(data):
    found = data("a,kind\n1.5,x\n,y\n2.5,y\n5.5,x\n,x\n8.5,y\n", gaps="mean", scale="none", unseen=1, seed=0)
    known = [x for x in found.x[:, 0] if x in (1.5, 2.5, 5.5, 8.5)]
    filled = [x for x in found.x[:, 0] if x not in (1.5, 2.5, 5.5, 8.5)]
    np.testing.assert_allclose(filled, sum(known) / len(known))
    assert filled


def test_a_table_full_of_gaps_names_the_worst_column_and_both_keys(rows):
    content = "a,b,kind\n1,,x\n,2,y\n3,,x\n,4,y\n"
    with pytest.raises(RecipeError, match=r"every row has a gap, 'a' has 2 .* gaps = 'mean', .* ignore = \['a'\]"):
        rows(content)
    assert len(rows(content, gaps="mean").x) == 4
