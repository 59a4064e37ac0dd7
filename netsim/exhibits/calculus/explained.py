"""The exhibit explained: one weight of the lesson's network taken apart, path by path, for the star."""

from __future__ import annotations

import numpy as np

from netsim.anatomy.taking_apart import take_apart
from netsim.exhibits.run import Subject
from netsim.functions import Array
from netsim.weight_names import weight_in


def record_explained(subject: Subject) -> dict[str, Array]:
    """Make the explained/ group: the recipe's weight, or one that the engine chooses, and its paths to the cost.

    explained/place is (t, e, l, j, k); explained/neurons (path, stop), explained/factors (path, factor) and
    explained/products (path,) tell the largest of explained/many paths, explained/rest all others together;
    predicted_change and measured_change are those of C after a nudge by the recipe's epsilon.
    """
    l, j, k = chosen_weight(subject)
    taken = take_apart(subject.network, subject.x, subject.y, l, j, k, subject.recipe.record.epsilon)
    kept = {
        "place": np.array([0, 0, l, j, k]),
        "dC_dw": np.array(taken.dC_dw),
        "many": np.array(float(taken.many)),
        "neurons": taken.neurons,
        "factors": taken.factors,
        "products": taken.products,
        "rest": np.array(taken.rest),
        "epsilon": np.array(taken.epsilon),
        "predicted_change": np.array(taken.predicted_change),
        "measured_change": np.array(taken.measured_change),
    }
    return {f"explained/{name}": array for name, array in kept.items()}


def chosen_weight(subject: Subject) -> tuple[int, int, int]:
    """Give the recipe's weight (l, j, k); else that which leads from the brightest neuron to the label's output."""
    named = subject.recipe.record.weight
    if named:
        return weight_in(named, subject.network.sizes)
    L = subject.network.L
    return L, subject.label, int(np.argmax(subject.fwd.a[L - 1][0]))
