"""How long a training takes is said before it begins."""

import re

import numpy as np
import pytest

from netsim import Recipe, RecipeError, record
from netsim.beforehand import LAYER, SUM, WEIGHT, in_words, seconds_of
from netsim.recipe.training import TrainingSection

LONG = {"network": {"hidden": [100] * 3}, "data": {"name": "xor"}, "training": {"epochs": 100_000, "batch": 1}}


def test_the_estimate_counts_layers_weights_and_examples():
    plan = TrainingSection(epochs=3, batch=4)
    updates = 3 * 3  # of 10 examples, the last batch has two
    assert seconds_of(plan, [2, 3, 2], 10) == pytest.approx(updates * 2 * LAYER + updates * 12 * WEIGHT + 30 * 12 * SUM)
    whole = seconds_of(TrainingSection(method="full_batch", epochs=3), [2, 3, 2], 10)
    assert whole == pytest.approx(3 * 2 * LAYER + 3 * 12 * WEIGHT + 30 * 12 * SUM)


def test_a_run_that_would_take_long_is_refused_before_it_begins_and_says_how_long():
    recipe, phases = Recipe.from_dict(LONG), []
    with pytest.raises(RecipeError) as caught:
        record(recipe, progress=lambda phase, part: phases.append(phase), longest=3600)
    said = str(caught.value)
    assert re.search(r"training\.epochs = 100000: .* about \d+ hours?, expected at most 1 hour; take fewer", said)
    assert set(phases) == {"data"}


def test_a_short_run_is_not_asked_about():
    recipe = Recipe.from_dict(LONG | {"training": {"epochs": 2}})
    assert np.isfinite(record(recipe, exhibits=(), longest=3600)["cost"]).all()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(5, "less than a minute"), (60, "1 minute"), (5400, "2 hours"), (86400.0 * 3, "3 days"), (1e12, "31,710 years")],
)
def test_a_time_is_said_in_its_largest_unit(seconds, said):
    assert in_words(seconds) == said
