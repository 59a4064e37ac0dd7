"""One output for two classes, outputs that are numbers, nothing held out: targets, answers, gradients, records."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from netsim import Network, RecipeError, Recorder, Trace, TraceError, backprop, record, verify
from netsim.data.answering import answering
from netsim.functions import ACTIVATIONS, COSTS
from netsim.recipe.recipe import Recipe
from netsim.trace.answers import Answers
from netsim.trace.schema import header_digest
from netsim.training import train
from tests.netsim.answering import WORTH, four_rows, houses, recipe

SINGLE = [("sigmoid", (0, 1)), ("tanh", (-1, 1)), ("identity", (0, 1)), ("relu", (0, 1)), ("gelu", (0, 1))]
JUDGED = [(o, c) for o, _ in SINGLE for c, cost in COSTS.items() if cost.accepts(ACTIVATIONS[o].traits)]


@pytest.mark.parametrize(("output", "ends"), SINGLE)
def test_a_single_output_wants_one_value_of_each_class_and_decides_between_them(output, ends) -> None:
    data = answering(four_rows(), recipe(outputs=1, output=output).network)
    np.testing.assert_array_equal(data.targets, [[ends[0]], [ends[1]], [ends[1]], [ends[0]]])
    middle = sum(ends) / 2
    np.testing.assert_array_equal(data.answers.said(np.array([[middle - 0.1], [middle], [middle + 0.1]])), [0, 0, 1])
    assert (data.answers.many, data.answers.names) == (1, ("1",))


@pytest.mark.parametrize(("output", "cost"), JUDGED)
def test_gradients_of_a_single_output_are_those_that_are_measured(output, cost, measured_gradient) -> None:
    data = answering(four_rows(), recipe(outputs=1, output=output, cost=cost).network)
    network = Network.init([2, 3, 1], np.random.default_rng(4), "tanh", output, cost)
    back = backprop(network, network.forward(data.x), data.targets)
    for l in network.W:
        for kind, mean in (("W", back.mean_dC_dW[l]), ("b", back.mean_dC_db[l])):
            measured = measured_gradient(network, data.x, data.targets, kind, l)
            np.testing.assert_allclose(mean, measured, rtol=1e-5, atol=1e-7)


def test_cross_entropy_of_a_single_sigmoid_is_the_binary_one() -> None:
    a, y = np.array([[0.2], [0.7]]), np.array([[0.0], [1.0]])
    cost, output = COSTS["cross_entropy"], ACTIVATIONS["sigmoid"].traits
    expected = -(y * np.log(a) + (1 - y) * np.log(1 - a))[:, 0]
    np.testing.assert_allclose(cost.value(a, y, "sigmoid"), expected, rtol=1e-14)
    assert not cost.traits_for(output).sees_only_the_label
    assert cost.traits_for(output).cancels
    np.testing.assert_allclose(cost.delta(a, y, "sigmoid"), a - y)


@pytest.mark.parametrize(("output", "eta"), [("sigmoid", 1.0), ("tanh", 0.1), ("identity", 0.1)])
def test_the_four_rows_of_xor_are_learned_with_nothing_held_out(output: str, eta: float) -> None:
    plan = recipe(2000, eta, hidden=[4], activation="tanh", outputs=1, output=output)
    trace = record(plan, four_rows(), exhibits=[])
    verify(trace)
    assert (trace.sizes, trace.given.unseen, trace.output_names) == ([2, 4, 1], 0, ["1"])
    assert "accuracy" not in trace
    assert trace["right"][-1] == 1
    assert trace.own_output(0) == 0


def test_outputs_that_are_numbers_are_learned_and_judged_by_their_cost() -> None:
    trace = record(recipe(60, 0.2, hidden=[6], activation="tanh", output="identity"), houses(), exhibits=[])
    verify(trace)
    assert (trace.sizes, trace.classes, trace.output_names) == ([4, 6, 2], [], ["price", "heating"])
    assert trace["cost"][-1] < 0.01 < trace["cost"][0]
    assert trace["unseen_cost"][-1] < 0.02
    assert not {"accuracy", "right"} & set(trace)
    assert trace.answers.numbers == WORTH
    np.testing.assert_array_equal(
        trace["y"][0], houses().y[int(np.flatnonzero((houses().x == trace["x"][0]).all(1))[0])]
    )


def test_numbers_that_another_program_learned_in_single_precision_hold() -> None:
    data, functions = houses(), {"hidden": "tanh", "output": "identity", "cost": "quadratic"}
    network = Network.init([4, 5, 2], np.random.default_rng(0), *functions.values())
    told = {"x_unseen": data.x_unseen, "y_unseen": data.y_unseen, "rule": "sgd", "eta": 0.05}
    recorder = Recorder(data.x, data.y, **told, **functions)
    plan = Recipe.from_dict(
        {"training": {"epochs": 12, "eta": 0.05, "method": "full_batch", "precision": "float32"}}
    ).training
    for step in islice(train(network, data.x, data.y, plan), 12):
        weights = [part for l in (1, 2) for part in (step.network.W[l], step.network.b[l])]
        recorder.keep(step.number, weights, batch=np.arange(40))
    trace = recorder.trace(["course", "data"])
    verify(trace)
    assert {"course/mean_C", "unseen_cost"} <= set(trace)


def test_numbers_with_nothing_held_out_have_no_other_judge() -> None:
    trace = record(recipe(hidden=[2], output="identity", eta=0.1), houses(0), exhibits=[])
    assert not {"accuracy", "right", "unseen_cost"} & set(trace)


@pytest.mark.parametrize("kind", ["one", "numbers"])
def test_all_that_can_be_recorded_of_it_holds_and_is_found_again(kind: str, tmp_path) -> None:
    if kind == "one":
        trace = record(recipe(3, hidden=[2], outputs=1), four_rows())
        assert {"learning/said", "data/said"} <= set(trace)
    else:
        trace = record(recipe(2, 0.1, hidden=[6], output="identity"), houses())
        assert {"data/y", "data/unseen_y", "line/y", "tugs/y"} <= set(trace)
        assert not trace.has("learning")
    for exhibit in ("tested", "confident", "memory", "wider", "only"):
        assert not trace.has(exhibit)
    assert trace.has("paths")
    assert "paths/mini_right" not in trace
    trace.save(tmp_path / "trace.npz")
    verify(again := Trace.load(tmp_path / "trace.npz"))
    assert again.answers == trace.answers


def test_a_single_output_is_tested_on_what_was_held_out() -> None:
    recipe = Recipe.from_dict(
        {"network": {"hidden": [3], "outputs": 1, "output": "tanh"}, "data": {"name": "xor"}, "training": {"epochs": 2}}
    )
    trace = record(recipe, exhibits=["tested", "wider", "only", "memory"])
    verify(trace)
    assert trace["tested/share"] == trace["accuracy"][-1]
    flipped = {key: trace[key].copy() for key in trace}
    flipped["only/said"][0] += 0.001
    with pytest.raises(TraceError, match="only/said counts"):
        verify(Trace(trace.header, flipped))


@pytest.mark.parametrize(
    ("network", "data", "said"),
    [
        ({"outputs": 1}, replace(four_rows(), classes=("a", "b", "c")), "has 3 classes, and a single output tells two"),
        ({"outputs": 1, "output": "identity"}, houses(), r"has 2 numbers to answer with \(price, heating\)"),
        ({"output": "softmax"}, houses(), "output = 'softmax' is of classes.*set output = 'identity'"),
        ({"cost": "cross_entropy"}, houses(), "cost = 'cross_entropy' is of classes.*set cost = 'quadratic'"),
        (
            {"output": "sigmoid"},
            replace(houses(), y=3 * houses().y),
            r"gives 0 to 1, and numbers are wanted.*scale = 'u",
        ),
        ({"output": "relu"}, replace(houses(), y=-houses().targets), r"'relu' gives 0 to inf.*set output = 'identity'"),
    ],
)
def test_what_outputs_cannot_answer_is_refused(network, data, said) -> None:
    with pytest.raises(RecipeError, match=said):
        record(recipe(**network), data, exhibits=[])


@pytest.mark.parametrize(
    ("network", "said"),
    [
        ({"outputs": 1, "output": "softmax"}, "outputs = 1 needs an output that stands alone, such as output = 'sigm"),
        ({"outputs": 2}, "network.outputs = 2, expected one of 1"),
    ],
)
def test_a_recipe_of_outputs_that_cannot_be_is_refused(network, said) -> None:
    with pytest.raises(RecipeError, match=said):
        recipe(**network)


def test_numbers_have_no_labels_to_follow() -> None:
    plan = {"network": {"output": "identity"}, "record": {"follow": ["2"]}}
    with pytest.raises(RecipeError, match=r"record.follow = '2': houses has numbers and no labels; leave it out"):
        record(Recipe.from_dict(plan), houses(), exhibits=[])
    with pytest.raises(RecipeError, match=r"record.pick = 40: houses has 40 training examples, expected 0 to 39"):
        record(Recipe.from_dict({"network": {"output": "identity"}, "record": {"pick": 40}}), houses(), exhibits=[])


@pytest.fixture(scope="module")
def one_output() -> Trace:
    return record(recipe(hidden=[2], outputs=1), four_rows(), exhibits=[])


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"ends": [0, "1"]}, "says nothing usable of its outputs"),
        ({"ends": [1, 1]}, "a single output for 2 classes, expected two, wanted apart"),
        ({}, "names 2 classes for 1 outputs"),
        ({"numbers": [{"name": "price"}]}, "says nothing usable of its output 0"),
        ({"ends": [0, 1], "numbers": [vars(WORTH[0])]}, "names classes and numbers"),
    ],
)
def test_a_header_that_says_nothing_usable_of_its_outputs_is_refused(answers, said, one_output, tmp_path) -> None:
    from netsim.trace.store import write

    header = {**one_output.header, "answers": answers}
    header["digest"] = header_digest(header)
    write(tmp_path / "trace.npz", header, dict(one_output))
    with pytest.raises(TraceError, match=said):
        Trace.load(tmp_path / "trace.npz")


def test_a_header_that_says_nothing_has_an_output_for_each_class() -> None:
    data = {"name": "xor", "unseen": 5}
    trace = record(Recipe.from_dict({"data": data, "training": {"epochs": 1}}), exhibits=[])
    old = Trace({key: said for key, said in trace.header.items() if key not in ("answers", "unseen")}, dict(trace))
    assert old.answers == Answers(("0", "1"))
    assert (old.given.unseen, trace.given.unseen) == (1, 5)
