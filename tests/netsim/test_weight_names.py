"""The name of a weight: read, refused, and looked for in a network before anything is trained."""

import re

import pytest

from netsim import Recipe, RecipeError, record
from netsim.weight_names import weight_in, weight_named


@pytest.mark.parametrize("text", ["W3[2,7]", "w3[2,7]", " W3 [ 2 , 7 ] "])
def test_a_weight_is_read_by_its_name(text):
    assert weight_named(text) == weight_in(text, [4, 5, 8, 3]) == (3, 2, 7)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("w3,2,7", "'w3,2,7' names no weight (did you mean 'W3[2,7]'?), expected a name such as 'W3[2,7]'"),
        ("W3[2]", "'W3[2]' names no weight, expected a name such as 'W3[2,7]'"),
        ("b3[2]", "'b3[2]' names no weight, expected"),
        ("W3[2,-7]", "'W3[2,-7]' names no weight"),
        ("W3[2,7,1]", "'W3[2,7,1]' names no weight, expected"),
        ("W" + "9" * 40 + "[0,0]", "names no weight"),
        ("weight", "'weight' names no weight, expected"),
    ],
)
def test_what_names_no_weight_is_said_when_the_recipe_is_read(text, said):
    with pytest.raises(RecipeError) as caught:
        Recipe.from_dict({"record": {"weight": text}}, "lesson.toml")
    sentence = str(caught.value)
    assert sentence.startswith("lesson.toml: in [record], weight = ")
    assert said in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 400


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("W9[0,0]", "record.weight = 'W9[0,0]': the network 2-4-3-3 has no weights W9, expected W1 to W3."),
        ("W0[0,0]", "record.weight = 'W0[0,0]': the network 2-4-3-3 has no weights W0, expected W1 to W3."),
        ("W3[3,0]", "record.weight = 'W3[3,0]': layer 3 of the network 2-4-3-3 has no neuron 3, expected 0 to 2."),
        ("W1[0,2]", "record.weight = 'W1[0,2]': layer 0 of the network 2-4-3-3 has no neuron 2, expected 0 to 1."),
    ],
)
def test_a_weight_that_is_not_there_is_said_before_the_training(quick, text, said):
    def told(phase, part):
        assert phase == "data"

    with pytest.raises(RecipeError, match=f"^{re.escape(said)}$"):
        record(quick(record={"weight": text}), progress=told)


def test_small_networks_are_told_in_the_singular(quick):
    with pytest.raises(RecipeError, match=r"has no weights W3, expected W1 to W2\.$"):
        record(quick(network={"hidden": [1]}, record={"weight": "W3[0,0]"}))
    with pytest.raises(RecipeError, match=r"has no neuron 1, expected 0\.$"):
        record(quick(network={"hidden": [1]}, record={"weight": "W1[1,0]"}))
    with pytest.raises(RecipeError, match=r"has no weights W2, expected W1\.$"):
        record(quick(network={"hidden": []}, record={"weight": "W2[0,0]"}))
