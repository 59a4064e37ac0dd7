"""The terms exhibit: what each output adds to the star's cost, before and after the training."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import COSTS, Array


def record_terms(subject: Subject) -> dict[str, Array]:
    """Make the terms/ group, at the first and the last recorded step.

    terms/gap (first_last, n_L) is a - y, how far each output is from what was wanted of it; terms/C
    (first_last, n_L) is what it adds to the cost: (a_j - y_j)^2, or with the cross-entropy
    -(y_j ln a_j + (1 - y_j) ln (1 - a_j)), of a softmax -y_j ln a_j. Over j these add up to the star's C.
    """
    networks = (subject.network, subject.trained)
    a = np.concatenate([network.forward(subject.x).a[network.L] for network in networks])
    return {"terms/gap": a - subject.y, "terms/C": terms_of(subject.network.cost, subject.network.output, a, subject.y)}


def terms_of(cost: str, output: str, a: Array, y: Array) -> Array:
    """Take costs apart: what each of the outputs a (..., n_L) adds, with the targets y (..., n_L)."""
    terms: Array = COSTS[cost].value(a[..., None], np.broadcast_to(y, a.shape)[..., None], output)
    return terms
