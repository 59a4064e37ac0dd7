"""The learning exhibit: what the network answers to each of the examples that are shown, at hundreds of moments."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from netsim.exhibits.claims import Claim, ascending, within
from netsim.exhibits.descent.data import places_shown
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.from_trace import names_classes, network_of, said_claim
from netsim.exhibits.listening import Ahead, Listener
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.network import Network
from netsim.trace.declared import CLASS, COUNT, UPDATES, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import Step

ARRAYS = {
    "steps": Declared("learning_moment", "updates made at each moment", UPDATES),
    "said": Declared("learning_moment data_shown", "class that the outputs say of each example of data/x", CLASS),
    "right": Declared("learning_moment", "of them those that are the example's class", COUNT),
}

DIMS = {"learning_moment": Dimension("moments of the training, closer together at its beginning, where most happens")}


def listener(ahead: Ahead) -> Listener:
    """Note the answers to the examples that are shown at each moment."""
    x = ahead.data.x[places_shown(ahead.recipe.training, len(ahead.data.x), ahead.star)].astype(np.float64)

    def note(step: Step) -> np.ndarray:
        return ahead.data.answers.said(outputs(step.network.astype("float64"), x))

    return Listener(frozenset(ahead.moments.tolist()), note)


def record(run: Run) -> Arrays:
    """Put together what was noted, and count what is right."""
    said, some = np.stack(run.notes["learning"]), places_shown(run.recipe.training, len(run.data.x), run.star)
    return {"steps": np.array(run.heard["learning"]), "said": said, "right": right(said, run.data.label[some])}


def outputs(network: Network, x: Array) -> Array:
    """Give the outputs for examples x (E, n_0), (E, n_L)."""
    return network.forward(x).a[network.L]


def right(said: np.ndarray, label: np.ndarray) -> np.ndarray:
    """Count the answers (moments, E) that are the examples' classes (E,), at each moment."""
    return np.asarray((said == label).sum(axis=1))


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: order, counts, and what the outputs say wherever the trace has weights of such a moment."""
    steps, said = trace["learning/steps"], trace["learning/said"]
    yield "learning/steps ascend", *ascending(steps)
    yield "learning/steps go from end to end of the run", steps[[0, -1]], trace["run_steps"][[0, -1]], 0.0
    yield names_classes(trace, "learning/said")
    yield "learning/right is among them", *within(trace["learning/right"], 0, said.shape[1])
    if not trace.has("data"):
        return
    counted = right(said, trace["data/label"])
    yield "learning/right = number of answers that are data/label", trace["learning/right"], counted, 0.0
    if steps[0] == trace["steps"][0]:
        yield "learning/said = data/said at its moment", said[0], trace["data/said"], 0.0
    for t, number in enumerate(trace["steps"]):
        yield from answered(trace, int(number), network_of(trace, t))


def answered(trace: Trace, number: int, network: Network, rounding: float = 1.0) -> Iterator[Claim]:
    """Claim that the answers after so many updates, if they are there, are what the outputs of that network say."""
    if not (trace.has("learning") and trace.has("data")):
        return
    for said in trace["learning/said"][trace["learning/steps"] == number]:
        a = outputs(network, trace["data/x"])
        yield said_claim(trace, f"after {number} updates learning/said", a, said, rounding)


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, listener, asks=("classes",))
