"""What a run was made of, from its recipe."""

import pytest

from netsim import Recipe
from netsim.figures.descent import run


@pytest.mark.parametrize(
    ("training", "steps", "asked"),
    [
        ({"method": "full_batch"}, (0, 1, 2), "all"),
        ({"batch": 90}, (0, 1, 2), "all"),
        ({"batch": 1}, (0, 90, 180), "one"),
        ({"batch": 5}, (0, 18, 36), "several"),
    ],
)
def test_a_step_asks_as_many_examples_as_the_recipe_says(made, training, steps, asked):
    plan = Recipe.from_dict({"training": training}).model_dump(mode="json")
    trace = made({"run_steps": steps}, recipe=plan)
    assert run.asked_by_a_step(trace) == asked
    assert float(run.batch(trace)) == plan["training"]["batch"]


@pytest.mark.parametrize(("keys", "rule"), [({}, "sgd"), ({"momentum": 0.5}, "momentum"), ({"rule": "adam"}, "adam")])
def test_the_rule_is_the_one_that_the_recipe_says(made, keys, rule):
    plan = Recipe.from_dict({"training": keys}).model_dump(mode="json")
    assert run.update_rule(made(recipe=plan)) == rule


def test_an_old_trace_says_its_rule_by_its_momentum(made):
    assert run.update_rule(made(recipe={"training": {"momentum": 0.5}})) == "momentum"


@pytest.mark.parametrize(
    ("keys", "heading", "told"),
    [
        ({}, 0.25, "slope"),
        ({"momentum": 0.5}, 0.25, "slope"),
        ({"momentum": 0.5}, 0.3, "velocity"),
        ({"rule": "adam"}, 1.0, "scaled"),
    ],
)
def test_what_eta_is_multiplied_with_is_told_as_it_is(made, keys, heading, told):
    plan = Recipe.from_dict({"training": keys}).model_dump(mode="json")
    assert run.heading_of_a_step(made({"update/heading": heading, "update/dC_dw": 0.25}, recipe=plan)) == told
