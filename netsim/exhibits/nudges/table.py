"""The table exhibit: what some examples want of some parameters, and the mean of what all want."""

from __future__ import annotations

import numpy as np

from netsim.backprop import backprop
from netsim.exhibits.nudges.sensitivity import lit_inputs, two_edges
from netsim.exhibits.run import Subject
from netsim.functions import Array

#: The most examples that are shown, one of a class.
COLUMNS = 7

#: A row's parameter: 0 for a weight or 1 for a bias, layer, j, and k (0 for a bias).
Place = tuple[int, int, int, int]


def record_table(subject: Subject) -> dict[str, Array]:
    """Make the table/ group.

    Its columns are examples: table/x (column, n_0), table/label (column,), and table/C (column,), the cost of
    each. Its rows are parameters, table/place (row, 4). table/dC_dp (row, column) is how the cost of one
    example depends on one parameter, table/mean (row,) the mean of that over all training examples.
    """
    shown, rows = columns(subject), places(subject)
    x, y = subject.data.x[shown].astype(np.float64), subject.targets[shown]
    fwd = subject.network.forward(x)
    back = backprop(subject.network, fwd, y)
    mean = subject.gradient
    return {
        "table/x": x,
        "table/label": subject.data.label[shown],
        "table/C": back.C,
        "table/place": np.array(rows),
        "table/dC_dp": np.array([back.delta[l][:, j] * (1 if bias else fwd.a[l - 1][:, k]) for bias, l, j, k in rows]),
        "table/mean": np.array([mean.dC_db[l][j] if bias else mean.dC_dW[l][j, k] for bias, l, j, k in rows]),
    }


def columns(subject: Subject) -> list[int]:
    """Choose the examples, as indices: the star, then the most typical one of each other class, while there is room."""
    data = subject.data
    others = [label for label in range(len(data.classes)) if label != subject.label]
    typical = [int(found[0]) for label in others if len(found := data.most_typical(label))]
    return [subject.followed, *typical][:COLUMNS]


def places(subject: Subject) -> list[Place]:
    """Choose the parameters: of the first, the last but one and the last layer a weight and a bias.

    They are the ones with the largest mean derivative, the bias that of another neuron than the weight leads to, if
    there is one: of the same neuron both say nearly the same. Weights of layer 1 come from inputs that are lit in
    the star, and one more of them is the insensitive edge of the sensitivity exhibit.
    """
    gradient, L = subject.gradient, subject.network.L
    chosen: list[Place] = []
    for l in sorted({1, max(1, L - 1), L}):
        size = np.abs(gradient.dC_dW[l])
        if l == 1:
            size = np.where(lit_inputs(subject.x), size, -1)
        j, k = np.unravel_index(np.argmax(size), size.shape)
        chosen.append((0, l, int(j), int(k)))
        if l == 1:
            chosen.append((0, *two_edges(gradient, subject.x)[1]))
        of_biases = np.abs(gradient.dC_db[l])
        of_biases[[place[2] for place in chosen if place[1] == l]] = -1
        chosen.append((1, l, int(np.argmax(of_biases)), 0))
    return list(dict.fromkeys(chosen))
