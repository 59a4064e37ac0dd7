"""The wider exhibit: how many of the unseen examples come out right as the lesson learns, and with wider layers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from netsim.data.datasets import Dataset
from netsim.exhibits.claims import Claim, ascending, within
from netsim.exhibits.exhibit import Arrays, Exhibit
from netsim.exhibits.listening import Ahead, Listener, moments
from netsim.exhibits.run import Run
from netsim.functions import Array
from netsim.lit import Lit
from netsim.measure import Probe, accuracy
from netsim.recipe.recipe import Recipe
from netsim.trace.declared import COUNT, RATIO, SHARE, UPDATES, Declared, Dimension
from netsim.trace.trace import Trace
from netsim.training import Step, diverged, train, updates_per_epoch
from netsim.untrained import sizes_of, untrained

ARRAYS = {
    "steps": Declared("wider_moment", "updates made at each moment", UPDATES),
    "own": Declared("wider_moment", "share of the unseen examples that the lesson's network gets right then", SHARE),
    "share": Declared("wider_reached", "the same of the wider network", SHARE, optional=True),
    "count": Declared("", "unseen examples", COUNT),
    "right": Declared("", "those that the wider network gets right at its last moment", COUNT, optional=True),
    "times": Declared("", "how many times as wide its hidden layers are as the lesson's", RATIO, optional=True),
    "sizes": Declared("wider_layer", "its layer sizes, from the input to the outputs", COUNT, optional=True),
}

DIMS = {
    "wider_moment": Dimension("moments of the lesson's training, closer together at its beginning"),
    "wider_reached": Dimension("those of them that the wider network's training reached: the first, mostly all"),
    "wider_layer": Dimension("layers of the wider network, and its input"),
}

#: How many times as wide each hidden layer is, as long as no more weights and biases than this come of it.
TIMES = 4
MOST_PARAMETERS = 2**25

#: Where the lesson has no hidden layer it gets one, of so many neurons for each class.
OF_EACH_CLASS = 10

#: What keeps its run short: multiplications of its updates, if the lesson's own run does not make as many; and of
#: what it is asked, by which there are fewer moments for many unseen examples.
MOST_LEARNED = 3 * 10**9
MOST_ASKED = 10**10


def listener(ahead: Ahead) -> Listener:
    """Ask the lesson's own network about the unseen examples, as for the accuracy of the run, at each moment."""
    x, label = ahead.data.x_unseen.astype(np.float32), ahead.data.label_unseen
    probes: list[Probe] = []

    def note(step: Step) -> float:
        probes[:] = probes or [Probe.of(x, step.network)]
        return accuracy(step.network, probes[0], label, ahead.data.answers)

    asked = ahead.moments if ahead.kept else asked_moments(ahead.recipe, ahead.data)
    return Listener(frozenset(asked.tolist()), note)


def record(run: Run) -> Arrays:
    """Train the wider network just as the lesson's was, and ask it about the same unseen examples.

    Its first weights are drawn by the lesson's seed, and the same batches are dealt with the lesson's learning
    rate, momentum and schedule. All is computed in float32. Of a run that would be much more work than 3 10^9
    multiplications, and than the lesson's own, only the first part is made. It ends earlier where it diverges.
    Of a run that another program made there is its own course alone: no other could be trained just as it was.
    """
    steps, many = np.array(run.heard["wider"]), len(run.data.x_unseen)
    own = {"steps": steps, "own": np.array(run.notes["wider"]), "count": np.array(many)}
    if run.elsewhere:
        return own
    recipe, data = widened(run.recipe, run.data), run.data
    share = course(recipe, data, steps[steps <= updates_made(run.recipe, data)])
    return own | {
        "share": share,
        "right": np.rint(share[-1] * many).astype(int),
        "times": np.array(times(run.recipe, data)),
        "sizes": np.array(sizes_of(recipe, data)),
    }


def widened(recipe: Recipe, data: Dataset) -> Recipe:
    """Give the recipe with hidden layers so many times as wide, or with one if it has none; in float32."""
    by = times(recipe, data)
    hidden = [by * n for n in recipe.network.hidden] or [OF_EACH_CLASS * data.outline.outputs]
    wide = recipe.network.model_copy(update={"hidden": tuple(hidden)})
    plan = recipe.training.model_copy(update={"precision": "float32"})
    return recipe.model_copy(update={"network": wide, "training": plan})


def times(recipe: Recipe, data: Dataset) -> int:
    """Choose how many times as wide hidden layers are to be: 4, or less for a network that would be very large."""
    first, last, hidden = data.x.shape[1], data.outline.outputs, recipe.network.hidden
    wide = (by for by in range(TIMES, 1, -1) if parameters([first, *(by * n for n in hidden), last]) <= MOST_PARAMETERS)
    return next(wide, 1)


def parameters(sizes: list[int]) -> int:
    """Count the weights and biases of a network of these layer sizes."""
    return sum(n * (before + 1) for before, n in pairwise(sizes))


def asked_moments(recipe: Recipe, data: Dataset) -> np.ndarray:
    """List the update counts at which both networks are asked, ascending: the first and the last too."""
    plan = recipe.training
    every = moments(updates_per_epoch(plan, len(data.x)) * plan.epochs)
    once = parameters(sizes_of(widened(recipe, data), data)) * len(data.x_unseen)
    many = int(np.clip(MOST_ASKED // once, 2, len(every)))
    asked: np.ndarray = every[np.rint(np.linspace(0, len(every) - 1, many)).astype(int)]
    return asked


def updates_made(recipe: Recipe, data: Dataset) -> int:
    """Count the updates of the lesson's run that the wider network is worth."""
    plan, many = recipe.training, len(data.x)
    own, wide = (parameters(sizes_of(one, data)) for one in (recipe, widened(recipe, data)))
    return max(MOST_LEARNED, own * many * plan.epochs) * updates_per_epoch(plan, many) // (wide * many)


def course(recipe: Recipe, data: Dataset, steps: np.ndarray) -> Array:
    """Train as far as some moments, and give the share 0..1 of the unseen examples that is right at each reached."""
    plan, many, network = recipe.training, len(data.x), untrained(recipe, data)
    x = np.concatenate([data.x, data.x_unseen]).astype(np.float32)
    if not plan.shift:
        lit = Lit.of(network, x)
        network, x = lit.part, lit.seen(x)
    unseen, when, shares = Probe.of(x[many:], network), set(steps.tolist()), list[float]()
    for step in train(network, x[:many], data.targets, plan, data.image_shape):
        if shares and diverged(float(np.max(step.back.C)), plan.precision):
            break
        if step.number in when:
            shares.append(accuracy(step.network, unseen, data.label_unseen, data.answers))
        if len(shares) == len(steps):
            break
    return np.array(shares)


def claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold: order of the moments, the run's own accuracy, what is counted, and the sizes."""
    steps, own, count = (trace[f"wider/{name}"] for name in ("steps", "own", "count"))
    yield "wider/steps ascend", *ascending(steps)
    yield "wider/steps go from end to end of the run", steps[[0, -1]], trace["run_steps"][[0, -1]], 0.0
    _, ours, theirs = np.intersect1d(steps, trace["run_steps"], return_indices=True)
    yield "wider/own = accuracy at the ends of epochs", own[ours], trace["accuracy"][theirs], 0.0
    yield from _shares(trace, "own")
    if trace.has("tested"):
        yield "wider/count = tested/count", count, trace["tested/count"], 0.0
    if not trace.elsewhere:
        yield from _wider_claims(trace)


def _shares(trace: Trace, name: str) -> Iterator[Claim]:
    """List what must hold of shares of the unseen examples."""
    shares, count = trace[f"wider/{name}"], trace["wider/count"]
    yield f"wider/{name} lies in 0..1", *within(shares, 0, 1)
    yield f"wider/{name} counts examples", shares * count, np.rint(shares * count), count


def _wider_claims(trace: Trace) -> Iterator[Claim]:
    """List what must hold of the wider network."""
    share, count, sizes = (trace[f"wider/{name}"] for name in ("share", "count", "sizes"))
    yield "wider/share has no more moments than there are", *within(np.array(len(share)), 1, len(trace["wider/steps"]))
    yield from _shares(trace, "share")
    yield "wider/right = count times the last of share", trace["wider/right"], np.rint(share[-1] * count), 0.0
    yield "wider/sizes begin and end as the lesson's", sizes[[0, -1]], np.array(trace.sizes)[[0, -1]], 0.0
    if trace.L > 1:
        yield "wider/sizes are times as wide", sizes[1:-1], trace["wider/times"] * np.array(trace.sizes[1:-1]), 0.0


EXHIBIT = Exhibit(__name__, __doc__, ARRAYS, record, claims, DIMS, listener, asks=("classes", "unseen"))
