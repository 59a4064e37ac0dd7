"""Recipes: defaults, and one clear sentence for whatever cannot be."""

import re

import pytest
from pydantic import ValidationError

from netsim import Recipe, RecipeError
from netsim.functions import HIDDEN

WRONG = [
    ({"training": {"eta": -1}}, "training.eta = -1, expected a number above 0"),
    ({"training": {"eta": 0}}, "training.eta = 0, expected a number above 0"),
    ({"training": {"eta": "fast"}}, "training.eta = 'fast', expected a number"),
    ({"training": {"eta": True}}, "training.eta = True, expected a number"),
    ({"training": {"eta": float("nan")}}, "training.eta = nan, expected a finite number"),
    ({"training": {"eta": float("inf")}}, "training.eta = inf, expected a finite number"),
    ({"training": {"epochs": -1}}, "training.epochs = -1, expected a number of at least 0"),
    ({"training": {"epochs": 2.5}}, "training.epochs = 2.5, expected a whole number"),
    ({"training": {"epochs": True}}, "training.epochs = True, expected a whole number"),
    ({"training": {"momentum": 1}}, "training.momentum = 1, expected a number below 1"),
    ({"training": {"momentum": -0.1}}, "training.momentum = -0.1, expected a number of at least 0"),
    ({"training": {"shift": 0.5}}, "training.shift = 0.5, expected a whole number"),
    ({"training": {"shift": -1}}, "training.shift = -1, expected a number of at least 0"),
    ({"training": {"shift": 28}}, "training.shift = 28, expected a number of at most 8"),
    ({"training": {"batch": "10"}}, "training.batch = '10', expected a whole number"),
    ({"training": {"schedule_factor": 2.0}}, "training.schedule_factor = 2.0, expected a number of at most 1"),
    (
        {"training": {"learning_rate": 1}},
        "[training] has no key 'learning_rate' (did you mean 'eta'?); the keys are method, epochs",
    ),
    ({"training": {"epoch": 3}}, "[training] has no key 'epoch' (did you mean 'epochs'?)"),
    ({"training": {"method": "sdg"}}, "training.method = 'sdg', expected one of sgd, full_batch (did you mean 'sgd'?)"),
    ({"network": {"hidden": [16, 0]}}, "network.hidden[1] = 0, expected a number of at least 1"),
    ({"network": {"hidden": 16}}, "network.hidden = 16, expected a list in brackets"),
    ({"network": {"hidden": ["16"]}}, "network.hidden[0] = '16', expected a whole number"),
    ({"network": {"hidden": [10**9]}}, "network.hidden[0] = 1000000000, expected a number of at most 1,000"),
    ({"network": {"hidden": [2] * 7}}, "network.hidden = [2, 2, 2, 2, 2, 2, 2], expected at most 6 of them"),
    ({"network": {"activation": "Sigmoid"}}, "(did you mean 'sigmoid'?)"),
    ({"network": {"activation": "softmax"}}, f"expected one of {', '.join(HIDDEN)}"),
    ({"network": {"seed": -1}}, "network.seed = -1, expected a number of at least 0"),
    ({"network": {"output": "tanh", "cost": "cross_entropy"}}, "in [network], cost = 'cross_entropy' needs outputs"),
    ({"networks": {}}, "there is no section [networks] (did you mean 'network'?)"),
    ({"network": 3}, "network = 3, expected a table of keys"),
    (
        {"data": {"name": "minst"}},
        "data.name = 'minst', expected one of digits, mnist, xor, spiral, csv, npz, images (did you mean 'mnist'?)",
    ),
    ({"data": {"folder": 3}}, "data.folder = 3, expected a text in quotes"),
    ({"data": {"unseen": -1}}, "data.unseen = -1, expected a number of at least 0"),
    ({"record": {"epsilon": 0}}, "record.epsilon = 0, expected a number of at least 1e-06"),
    ({"record": {"steps": [-1]}}, "record.steps[0] = -1, expected a number of at least 0"),
    ({"record": {"follow": "2"}}, "record.follow = '2', expected a list in brackets"),
    ({"record": {"follow": [[]]}}, "record.follow[0] = [], expected a text in quotes"),
    ({"record": {"exhibits": ["wishes"]}}, "[record] has no key 'exhibits' any more: what is recorded now follows"),
]


@pytest.mark.parametrize(("tables", "said"), WRONG, ids=lambda value: str(value)[:40])
def test_wrong_recipes_get_one_sentence(tables, said):
    with pytest.raises(RecipeError, match=re.escape(said)) as caught:
        Recipe.from_dict(tables, where="lesson.toml")
    text = str(caught.value)
    assert text.startswith("lesson.toml: ")
    assert text.endswith(".")
    assert "\n" not in text
    assert "pydantic" not in text


def test_a_misspelt_key_is_said_before_what_it_causes():
    with pytest.raises(RecipeError, match="did you mean 'eta'"):
        Recipe.from_dict({"training": {"epochs": -1, "etta": 1}})


def test_a_long_value_is_cut():
    with pytest.raises(RecipeError) as caught:
        Recipe.from_dict({"data": {"name": "x" * 1000}})
    assert len(str(caught.value)) < 250


def test_every_key_has_a_default():
    recipe = Recipe.from_dict({})
    assert recipe == Recipe()
    assert recipe.network.hidden == (16, 16)
    assert recipe.data.name == "digits"
    assert recipe.record.epsilon == 0.01


def test_labels_may_be_written_as_numbers():
    assert Recipe.from_dict({"record": {"follow": [2, "7"]}}).record.follow == ("2", "7")


def test_softmax_goes_with_the_quadratic_cost():
    assert Recipe.from_dict({"network": {"output": "softmax"}}).network.cost == "quadratic"


def test_a_recipe_does_not_change():
    with pytest.raises(ValidationError):
        Recipe().training.eta = 3.0


def test_a_recipe_survives_its_own_dump():
    recipe = Recipe.from_dict({"network": {"hidden": [3]}, "record": {"follow": ["7"], "steps": [0, 4]}})
    assert Recipe.from_dict(recipe.model_dump(mode="json")) == recipe


@pytest.mark.parametrize(
    ("recipe", "meant"),
    [
        ({"training": {"learning_rate": 0.1}}, "eta"),
        ({"training": {"batch_size": 10}}, "batch"),
        ({"training": {"augmentation": 1}}, "shift"),
        ({"network": {"layers": [16]}}, "hidden"),
        ({"model": {}}, "network"),
    ],
)
def test_a_key_by_its_name_elsewhere_is_understood(recipe, meant):
    with pytest.raises(RecipeError, match=f"did you mean '{meant}'"):
        Recipe.from_dict(recipe)
