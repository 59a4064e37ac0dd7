"""The exhibits of the output layer: the three levers of one output, and what all outputs wish."""

from __future__ import annotations

import numpy as np

from netsim.anatomy.explain import levers, wishes
from netsim.exhibits.run import Subject
from netsim.functions import Array

Arrays = dict[str, Array]


def record_levers(subject: Subject) -> Arrays:
    """Make the levers/ group: the three levers of the output that stands for the star's label."""
    L, label = subject.network.L, subject.label
    three = levers(subject.network, subject.fwd, subject.back, 0, L, label)
    return {
        "levers/at": np.array([0, 0, L, label]),
        "levers/dC_db": np.array(three.dC_db),
        "levers/dC_dw": three.dC_dw,
        "levers/dC_da": three.dC_da,
    }


def record_wishes(subject: Subject) -> Arrays:
    """Make the wishes/ group: what each output wishes of the layer before, and the running sums."""
    L = subject.network.L
    table, running = wishes(subject.network, subject.back, 0, L)
    return {"wishes/at": np.array([0, 0, L]), "wishes/table": table, "wishes/running": running}
