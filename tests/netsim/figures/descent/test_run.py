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


@pytest.mark.parametrize(("momentum", "kept"), [(0.0, "nothing"), (0.5, "a_part")])
def test_momentum_keeps_a_part_of_the_step_before(made, momentum, kept):
    plan = Recipe.from_dict({"training": {"momentum": momentum}}).model_dump(mode="json")
    assert run.kept_of_a_step(made(recipe=plan)) == kept
