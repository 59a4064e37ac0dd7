"""The gradient exhibit: how the mean cost of all training examples depends on every weight and bias."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.anatomy.components import fewest
from netsim.exhibits.claims import Claim, one_number
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import training_of
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.trace.declared import COST, COUNT, DERIVATIVE, LENGTH, Declared
from netsim.trace.trace import Trace

ARRAYS = {
    "examples": Declared("", "training examples", COUNT),
    "C": Declared("", "their mean cost at the first record", COST),
    "length": Declared("", "Euclidean length of the whole gradient", LENGTH),
    "dC_dW{l}": Declared("n_{l} n_{l-1}", "derivatives by the weights of layer {l}", DERIVATIVE),
    "dC_db{l}": Declared("n_{l}", "derivatives by the biases of layer {l}", DERIVATIVE),
    "components": Declared("", "components of the gradient", COUNT),
    "zero": Declared("", "those that are exactly 0", COUNT),
    "most": Declared("", "the fewest that have nine tenths of the squared length", COUNT),
}


def record(run: Run) -> Arrays:
    """Take the gradient of the mean cost of all training examples at the first recorded step."""
    mean = run.gradient
    kept = {"examples": np.array(mean.many), "C": np.array(mean.C), "length": np.array(mean.length)}
    kept |= {name: np.array(count) for name, count in _counts(mean.flat).items()}
    for l in mean.dC_dW:
        kept |= {f"dC_dW{l}": mean.dC_dW[l], f"dC_db{l}": mean.dC_db[l]}
    return kept


def _counts(whole: Array) -> dict[str, int]:
    """Count the components of a gradient (P,): all, those that are 0, and the fewest that weigh most."""
    return {"components": whole.size, "zero": int(np.count_nonzero(whole == 0)), "most": fewest(whole)}


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: the length, the counts, and that a batch of all examples has this very gradient."""
    names = [f"dC_d{kind}{l}" for l in range(1, trace.L + 1) for kind in "Wb"]
    whole = np.concatenate([trace[f"gradient/{name}"].ravel() for name in names])
    length, said = trace["gradient/length"], "gradient/length = length of all gradient/dC_dW and dC_db"
    yield said, length, *one_number(float(np.linalg.norm(whole)))
    for name, count in _counts(whole).items():
        yield f"gradient/{name} counts dC_dW and dC_db", trace[f"gradient/{name}"], np.array(count), 0.0
    plan = training_of(trace)
    if plan.get("method") == "full_batch" and plan.get("precision") != "float32" and not plan.get("shift"):
        for name in names:
            mean = trace[f"mean_{name}"][0]
            yield f"gradient/{name} = mean_{name}", trace[f"gradient/{name}"], mean, 1 + np.abs(mean).max()


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims)
