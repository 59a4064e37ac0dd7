"""The core of every trace: the recorded moments of the followed examples, and the course of the run."""

from __future__ import annotations

from netsim.trace.declared import (
    ACTIVATION,
    BIAS,
    CLASS,
    COST,
    DERIVATIVE,
    INPUT,
    RATE,
    SHARE,
    SUM,
    TARGET,
    UPDATES,
    WEIGHT,
    Declared,
    Dimension,
    Unit,
)

VELOCITY = Unit("sum of derivatives of the cost")
SQUARE = Unit("square of a derivative of the cost", 0)

#: The dimensions of the core; n_l are the neurons of layer l, as many as the sizes say.
DIMS = {
    "step": Dimension("recorded moments of the run"),
    "example": Dimension("followed examples, of which the first is the star"),
    "run": Dimension("moments at which the whole run was measured: once an epoch"),
}

#: What every trace holds, but for what is optional: a run is judged by what its outputs mean, and what was held out.
CORE = {
    "steps": Declared("step", "updates made before this record; 0 is untouched", UPDATES),
    "eta": Declared("step", "learning rate of the next update; left out where it is not known", RATE, optional=True),
    "x": Declared("example n_0", "inputs", INPUT),
    "y": Declared("example n_{L}", "wanted outputs", TARGET),
    "label": Declared("example", "class of each example; 0 where outputs are numbers", CLASS),
    "C": Declared("step example", "cost of each example", COST),
    "run_steps": Declared("run", "updates made before each measurement", UPDATES),
    "cost": Declared("run", "mean cost of the training examples", COST),
    "accuracy": Declared("run", "share of the unseen examples that are answered right", SHARE, optional=True),
    "right": Declared("run", "that share of the training examples, where none are unseen", SHARE, optional=True),
    "unseen_cost": Declared("run", "mean cost of the unseen examples, where outputs are numbers", COST, optional=True),
    "W{l}": Declared("step n_{l} n_{l-1}", "weights from layer {l-1} to layer {l}", WEIGHT),
    "b{l}": Declared("step n_{l}", "biases of layer {l}", BIAS),
    "z{l}": Declared("step example n_{l}", "weighted sums, z = W a + b", SUM),
    "a{l}": Declared("step example n_{l}", "activations, a = sigma(z)", ACTIVATION),
    "dC_da{l}": Declared("step example n_{l}", "dC/da of one example; a wish is minus this", DERIVATIVE),
    "delta{l}": Declared("step example n_{l}", "dC/dz of one example", DERIVATIVE),
    "mean_dC_dW{l}": Declared("step n_{l} n_{l-1}", "dC/dW, the mean over the next update's mini-batch", DERIVATIVE),
    "mean_dC_db{l}": Declared("step n_{l}", "dC/db, the mean over the next update's mini-batch", DERIVATIVE),
}

#: What the trace of a run holds besides whose update rule keeps something, by that rule.
KEPT = {
    "momentum": {
        "velocity/W{l}": Declared("step n_{l} n_{l-1}", "where the weights head: momentum v + mean_dC_dW", VELOCITY),
        "velocity/b{l}": Declared("step n_{l}", "where the biases head: momentum v + mean_dC_db", VELOCITY),
    },
    "adam": {
        "first_moment/W{l}": Declared("step n_{l} n_{l-1}", "m: beta1 m + (1 - beta1) mean_dC_dW", DERIVATIVE),
        "first_moment/b{l}": Declared("step n_{l}", "m: beta1 m + (1 - beta1) mean_dC_db", DERIVATIVE),
        "second_moment/W{l}": Declared("step n_{l} n_{l-1}", "v: beta2 v + (1 - beta2) mean_dC_dW^2", SQUARE),
        "second_moment/b{l}": Declared("step n_{l}", "v: beta2 v + (1 - beta2) mean_dC_db^2", SQUARE),
    },
}
ALL_KEPT = {name: array for arrays in KEPT.values() for name, array in arrays.items()}
