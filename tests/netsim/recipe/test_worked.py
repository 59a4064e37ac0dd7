"""[worked]: sizes follow from what is given, what is not is drawn, and what does not fit gets one sentence."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest

from netsim import Recipe, RecipeError
from netsim.anatomy.worked_example import example_of
from netsim.exhibits.calculus.worked import worked_version
from netsim.functions import ACTIVATIONS, HIDDEN
from netsim.recipe.worked import WorkedSection

W12, W21 = [[0.5], [-0.3]], [[0.4, -0.6]]

WRONG = [
    ({"x": [0.1] * 5}, "worked.x = [0.1, 0.1, 0.1, 0.1, 0.1], expected at most 4 of them"),
    ({"x": 0.5}, "worked.x = 0.5, expected a list in brackets"),
    ({"x": [0.1, "0.2"]}, "worked.x[1] = '0.2', expected a number"),
    ({"x": [math.nan]}, "worked.x[0] = nan, expected a finite number"),
    ({"W1": [0.1, 0.2]}, "worked.W1[0] = 0.1, expected a list in brackets"),
    ({"x": [1, 2], "W1": [[0.1, 0.2], [0.3]]}, "W1[1] has 1 number, expected 2, one for each input"),
    ({"x": [1], "W1": W12, "b1": [0.1]}, "b1 has 1 number, expected 2, one for each neuron of layer 1"),
    ({"W1": W12, "W2": [[0.1, 0.2, 0.3]]}, "W2[0] has 3 numbers, expected 2, one for each neuron of layer 1"),
    ({"y": [1], "W2": [[0.1], [0.2]]}, "W2 has 2 rows, expected 1, one for each neuron of layer 2"),
    ({"W1": W12, "y": [1]}, "y has 1 target, expected 2, one for each neuron of layer 1"),
    ({"y": [1.5]}, "y[0] = 1.5, which the output 'sigmoid' never comes near, expected 0 to 1; choose another target"),
    ({"y": [-2, 0], "output": "tanh"}, "y[0] = -2, which the output 'tanh' never comes near, expected -1 to 1"),
    ({"y": [-1], "output": "relu"}, "y[0] = -1, which the output 'relu' never comes near, expected 0 or more"),
    ({"W2": [[0.12345]]}, "W2[0][0] = 0.12345, expected at most 4 decimals, as many as the film and the sheet write"),
    ({"eta": 0.00015}, "eta = 0.00015, expected at most 4 decimals"),
    ({"eta": 0}, "worked.eta = 0, expected a number of at least 0.0001"),
    ({"updates": 10**6}, "worked.updates = 1000000, expected a number of at most 100,000"),
    ({"cost": "cross_entropy"}, "worked.cost = 'cross_entropy', expected one of lesson, quadratic, half_quadratic"),
    ({"output": "softmax"}, "worked.output = 'softmax', expected one of sigmoid"),
    ({"weights": [[1]]}, "[worked] has no key 'weights'"),
]


@pytest.mark.parametrize(("keys", "said"), WRONG)
def test_what_does_not_fit_gets_one_sentence(keys: dict[str, object], said: str) -> None:
    with pytest.raises(RecipeError) as error:
        Recipe.from_dict({"worked": keys}, "my.toml")
    assert said in str(error.value)
    assert str(error.value).startswith("my.toml: ")
    assert len(re.findall(r"[.!?]( |$)", str(error.value).removeprefix("my.toml: "))) == 1


@pytest.mark.parametrize(("gone", "now"), [("worked_seed", "seed"), ("worked_steps", "updates")])
def test_keys_that_moved_are_named_where_they_are_now(gone: str, now: str) -> None:
    with pytest.raises(RecipeError, match=rf"\[record\] has no key '{gone}' any more: it is {now} in \[worked\]\."):
        Recipe.from_dict({"record": {gone: 3}})


SIZES = [
    ({}, (2, 2, 2)),
    ({"x": [1]}, (1, 2, 2)),
    ({"y": [1, 0, 0]}, (2, 2, 3)),
    ({"b1": [0.1] * 3}, (2, 3, 2)),
    ({"W2": [[1, 2, 3]]}, (2, 3, 1)),
    ({"W1": W12}, (1, 2)),
    ({"W1": W12, "b2": [1]}, (1, 2, 1)),
    ({"x": [1, 1, 1], "W1": [[1, 2, 3]], "y": [1]}, (3, 1)),
    ({"x": [1] * 4, "b1": [1] * 4, "y": [0] * 4}, (4, 4, 4)),
]


@pytest.mark.parametrize(("keys", "sizes"), SIZES)
def test_sizes_follow_from_what_is_given_and_the_rest_is_drawn(keys: dict[str, object], sizes: tuple[int, ...]) -> None:
    plan = Recipe.from_dict({"worked": keys}).worked
    example = example_of(plan, "quadratic")
    assert plan.sizes == sizes == tuple(example.network.sizes)
    assert len(example.x) == sizes[0]
    assert len(example.y) == sizes[-1]
    for name, given in keys.items():
        held = {"x": example.x, "y": example.y, **{f"W{l}": w for l, w in example.network.W.items()}}
        held |= {f"b{l}": b for l, b in example.network.b.items()}
        assert np.array_equal(held[name], given)
    assert not plan.complete


def test_where_all_is_given_nothing_is_drawn() -> None:
    plan = {"x": [1], "y": [0.5], "W1": W12, "b1": [0.1, 0.2], "W2": W21, "b2": [0.3]}
    one, other = (Recipe.from_dict({"worked": plan | {"seed": seed}}).worked for seed in (0, 1))
    assert one.complete
    assert all(np.array_equal(a, b) for a, b in zip(*(worked_version(p).values() for p in (one, other)), strict=True))


def test_a_target_at_the_very_end_of_what_an_output_comes_near_is_taken() -> None:
    for output in HIDDEN:
        traits = ACTIVATIONS[output].traits
        ends = [end for end in (traits.low, traits.high) if math.isfinite(end) and round(end, 4) == end]
        for end in ends:
            assert Recipe.from_dict({"worked": {"y": [end], "output": output}}).worked.y == (end,)


def test_numbers_that_grow_beyond_all_are_refused_with_what_mends_it() -> None:
    plan = {"x": [10], "y": [1], "W1": W12, "b1": [0, 0], "W2": W21, "b2": [0], "eta": 10, "updates": 1000}
    section = Recipe.from_dict({"worked": plan | {"hidden": "identity", "output": "identity"}}).worked
    with pytest.raises(RecipeError, match=r"worked.eta = 10: the worked example diverges, after \d+ .*; try a tenth"):
        worked_version(section)


@pytest.mark.parametrize("keys", [{"hidden": "relu"}, {"output": "tanh", "y": [-1, 1]}, {"hidden": "gelu", "x": [1]}])
def test_what_is_drawn_for_other_functions_shows_something(keys: dict[str, object]) -> None:
    worked = worked_version(Recipe.from_dict({"worked": keys}).worked)
    assert all(np.abs(worked[f"worked/dC_dW{l}"][0]).min() > 1e-3 for l in (1, 2))


def test_the_default_is_what_it_was() -> None:
    worked = worked_version(WorkedSection())
    assert worked["worked/W1"][0].tolist() == [[-0.1, 0.7], [0.5, -0.6]]
    assert worked["worked/C"][-1] == pytest.approx(0.1138, abs=1e-4)
