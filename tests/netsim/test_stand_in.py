"""A stand-in has the whole run's sizes, exhibits and kinds of moments, and asks the same of recipe and data."""

from __future__ import annotations

import numpy as np
import pytest

from netsim import Recipe, RecipeError, record
from netsim.data.sources import load_dataset
from netsim.stand_in import EXAMPLES, UPDATES, record_stand_in

SPIRAL = {"network": {"hidden": [4]}, "data": {"name": "spiral"}}


def stand_in(training=None, record=None, exhibits=("wishes",), **data):
    recipe = Recipe.from_dict(
        {**SPIRAL, "training": training or {}, "record": record or {}, "data": SPIRAL["data"] | data}
    )
    return recipe, record_stand_in(recipe, load_dataset(recipe.data), exhibits=exhibits)


def test_it_is_the_same_network_with_the_same_exhibits_and_shapes_but_for_the_moments():
    recipe, short = stand_in({"epochs": 3})
    whole = record(recipe, exhibits=["wishes"])
    assert (short.sizes, short.classes, short.hidden, short.output) == (
        whole.sizes, whole.classes, whole.hidden, whole.output,
    )  # fmt: skip
    assert set(short) == set(whole)
    for key in ("x", "y", "W1", "z2", "wishes/up"):
        if key in whole:
            assert short[key].shape[1:] == whole[key].shape[1:]
    np.testing.assert_array_equal(short["W1"][0], whole["W1"][0])


@pytest.mark.parametrize(
    "training", [{"epochs": 10_000}, {"epochs": 10_000, "method": "full_batch"}, {"epochs": 2, "batch": 1}]
)
def test_a_long_training_takes_a_few_updates(training):
    _, short = stand_in(training)
    assert 1 <= short.steps[-1] < max(UPDATES, EXAMPLES) + 2


def test_a_run_without_updates_stays_one():
    _, short = stand_in({"epochs": 0})
    assert list(short.steps) == [0]


@pytest.mark.parametrize(("steps", "first_is_untouched"), [([0, 500, 2000], True), ([500, 2000], False)])
def test_recorded_moments_stay_as_far_apart_as_parts_of_the_run(steps, first_is_untouched):
    _, short = stand_in({"epochs": 100}, {"steps": steps})
    kept = list(short.steps)
    assert (kept[0] == 0) == first_is_untouched
    assert len(kept) == len(set(kept)) >= len(steps)
    assert kept[-2] / kept[-1] == pytest.approx(steps[-2] / steps[-1], abs=0.1)


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({"steps": [10**9]}, "record.steps = 1000000000: the run has"),
        ({"follow": ["nobody"]}, "record.follow = 'nobody'"),
        ({"pick": 10**5}, "record.pick = 100000"),
        ({"weight": "W9[0,0]"}, r"record.weight = "),
    ],
)
def test_what_the_whole_run_would_refuse_is_refused(record, said):
    with pytest.raises(RecipeError, match=said):
        stand_in(record=record)


def test_every_class_and_whatever_is_followed_is_among_the_few():
    recipe = Recipe.from_dict({"record": {"follow": ["9", "0"], "pick": 3}})
    data = load_dataset(recipe.data)
    order = np.argsort(-data.label, kind="stable")  # all nines come first
    sorted_data = type(data)(
        data.name, data.x[order], data.label[order], data.x_unseen, data.label_unseen, data.classes
    )
    short = record_stand_in(recipe, sorted_data, exhibits=[])
    assert [short.classes[short.label(e)] for e in (0, 1)] == ["9", "0"]
