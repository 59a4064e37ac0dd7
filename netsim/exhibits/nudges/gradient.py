"""The gradient exhibit: how the mean cost of all training examples depends on every weight and bias."""

from __future__ import annotations

import numpy as np

from netsim.exhibits.run import Subject
from netsim.functions import Array


def record_gradient(subject: Subject) -> dict[str, Array]:
    """Make the gradient/ group.

    gradient/examples and gradient/C are how many examples there are and their mean cost, gradient/dC_dW{l}
    (n_l, n_{l-1}) and gradient/dC_db{l} (n_l,) its derivatives, gradient/length the Euclidean length of
    all of these together.
    """
    mean = subject.gradient
    kept = {"examples": np.array(mean.many), "C": np.array(mean.C), "length": np.array(mean.length)}
    for l in mean.dC_dW:
        kept |= {f"dC_dW{l}": mean.dC_dW[l], f"dC_db{l}": mean.dC_db[l]}
    return {f"gradient/{name}": array for name, array in kept.items()}
