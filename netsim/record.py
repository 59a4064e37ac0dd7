"""From a recipe to a trace: trains, keeps the moments that were asked for, takes them apart."""

from __future__ import annotations

import platform
from collections.abc import Callable

import numpy as np

from netsim.backprop import backprop
from netsim.chain import record_chain
from netsim.datasets import Dataset
from netsim.explain import levers, wishes
from netsim.functions import COSTS, Array
from netsim.network import Network
from netsim.recipe import Recipe, RecipeError
from netsim.sources import load_dataset
from netsim.trace import Trace
from netsim.training import Step, train, updates_per_epoch

Progress = Callable[[str, float], None]
Kept = dict[str, tuple[Array, list[str]]]  # an array of the trace, and the names of its axes


def record(recipe: Recipe, data: Dataset | None = None, progress: Progress | None = None) -> Trace:
    """Train as the recipe says and record it.

    Parameters
    ----------
    recipe
        What to train and what to keep.
    data
        What to learn from instead of the recipe's [data].
    progress
        Called with a phase ("data", "training", "recording") and the part of it that is done, 0..1.

    Raises
    ------
    RecipeError
        If the recipe asks for something that the data or the run does not have, or the run breaks down.
    """
    tell = progress or (lambda phase, part: None)
    tell("data", 0.0)
    data = data or load_dataset(recipe.data)
    tell("data", 1.0)
    followed = followed_examples(recipe, data)
    run, moments = _run(recipe, data, tell)
    tell("recording", 0.0)
    kept = run | _moments(moments, data.x[followed], data.label[followed], data)
    kept |= _exhibits(recipe, moments[0], data.x[followed[:1]], data.label[followed[:1]], data)
    trace = _trace(recipe, data, moments[0].network, kept)
    tell("recording", 1.0)
    return trace


def followed_examples(recipe: Recipe, data: Dataset) -> list[int]:
    """Indices into the training examples of those that the recipe follows; the first is the star.

    Raises
    ------
    RecipeError
        If the data lacks a label, or has not so many examples of it.
    """
    pick = recipe.record.pick
    labels = recipe.record.follow or (("2",) if "2" in data.classes else data.classes[:1])
    found = []
    for label in labels:
        if label not in data.classes:
            raise RecipeError(
                f"record.follow = {label!r}: {data.name} has no such label, expected {', '.join(data.classes)}."
            )
        places = np.flatnonzero(data.label == data.classes.index(label))
        if pick >= len(places):
            raise RecipeError(
                f"record.pick = {pick}: {data.name} has {len(places)} training examples of {label!r}, "
                f"expected 0 to {len(places) - 1}."
            )
        found.append(int(places[pick]))
    return found


def recorded_steps(recipe: Recipe, last: int) -> list[int]:
    """The update counts to record, ascending: those of the recipe, or 0, 1, 2, 5, 10, ...; and the last.

    Raises
    ------
    RecipeError
        If a step lies beyond the run.
    """
    asked = set(recipe.record.steps)
    if asked and max(asked) > last:
        raise RecipeError(f"record.steps = {max(asked)}: the run has {last} updates, expected 0 to {last}.")
    if not asked:
        asked = {0} | {m * 10**p for p in range(len(str(last))) for m in (1, 2, 5) if m * 10**p <= last}
    return sorted(asked | {last})


def _run(recipe: Recipe, data: Dataset, tell: Progress) -> tuple[Kept, list[Step]]:
    """Train; keep the asked moments, and cost and accuracy once an epoch."""
    plan, about = recipe.training, recipe.network
    sizes = [data.x.shape[1], *about.hidden, len(data.classes)]
    rng = np.random.default_rng(about.seed)
    network = Network.init(sizes, rng, about.activation, about.output, about.cost, about.init)
    per_epoch = updates_per_epoch(plan, len(data.x))
    wanted = set(recorded_steps(recipe, per_epoch * plan.epochs))
    x, y = data.x.astype(plan.precision), data.target(data.label).astype(plan.precision)
    unseen = data.x_unseen.astype(plan.precision)
    moments, numbers, cost, accuracy = [], [], [], []
    for step in train(network, x, y, plan):
        if step.number in wanted:
            moments.append(step)
        if step.new_epoch:
            numbers.append(step.number)
            cost.append(mean_cost(step.network, x, y))
            accuracy.append(accuracy_of(step.network, unseen, data.label_unseen))
            tell("training", step.epoch / plan.epochs)
    kept: Kept = {
        "run_steps": (np.array(numbers), ["run"]),
        "cost": (np.array(cost), ["run"]),
        "accuracy": (np.array(accuracy), ["run"]),
    }
    return kept, moments


def mean_cost(network: Network, x: Array, y: Array) -> float:
    """The mean cost over examples."""
    outputs = network.forward(x).a[network.L]
    return float(np.mean(COSTS[network.cost].value(outputs, y, network.output), dtype=np.float64))


def accuracy_of(network: Network, x: Array, label: np.ndarray) -> float:
    """The part of the examples, 0..1, whose largest output is the one of their label."""
    return float(np.mean(network.forward(x).a[network.L].argmax(axis=1) == label))


def _moments(moments: list[Step], x: Array, label: np.ndarray, data: Dataset) -> Kept:
    """The followed examples at each recorded step, in float64."""
    y = data.target(label)
    kept: Kept = {
        "steps": (np.array([step.number for step in moments]), ["step"]),
        "eta": (np.array([step.eta for step in moments]), ["step"]),
        "x": (x, ["example", "n_0"]),
        "y": (y, ["example", f"n_{moments[0].network.L}"]),
        "label": (label, ["example"]),
    }
    networks = [step.network.astype("float64") for step in moments]
    forwards = [network.forward(x) for network in networks]
    backs = [backprop(network, fwd, y) for network, fwd in zip(networks, forwards, strict=True)]
    kept["C"] = np.stack([back.C for back in backs]), ["step", "example"]
    for l in range(1, networks[0].L + 1):
        n, before = f"n_{l}", f"n_{l - 1}"
        means = [step.back for step in moments]
        kept[f"W{l}"] = np.stack([network.W[l] for network in networks]), ["step", n, before]
        kept[f"b{l}"] = np.stack([network.b[l] for network in networks]), ["step", n]
        kept[f"z{l}"] = np.stack([fwd.z[l] for fwd in forwards]), ["step", "example", n]
        kept[f"a{l}"] = np.stack([fwd.a[l] for fwd in forwards]), ["step", "example", n]
        kept[f"dC_da{l}"] = np.stack([back.dC_da[l] for back in backs]), ["step", "example", n]
        kept[f"delta{l}"] = np.stack([back.delta[l] for back in backs]), ["step", "example", n]
        kept[f"mean_dC_dW{l}"] = np.stack([m.mean_dC_dW[l] for m in means]).astype(float), ["step", n, before]
        kept[f"mean_dC_db{l}"] = np.stack([m.mean_dC_db[l] for m in means]).astype(float), ["step", n]
    return kept


def _exhibits(recipe: Recipe, start: Step, x: Array, label: np.ndarray, data: Dataset) -> Kept:
    """The exhibits that the recipe asks for, at recorded step 0, of followed example 0."""
    network = start.network.astype("float64")
    fwd = network.forward(x)
    back = backprop(network, fwd, data.target(label))
    L, j, kept = network.L, int(label[0]), Kept()
    if "levers" in recipe.record.exhibits:
        three = levers(network, fwd, back, 0, L, j)
        kept["levers/at"] = np.array([0, 0, L, j]), ["place"]
        kept["levers/dC_db"] = np.asarray(three.dC_db), []
        kept["levers/dC_dw"] = three.dC_dw, [f"n_{L - 1}"]
        kept["levers/dC_da"] = three.dC_da, [f"n_{L - 1}"]
    if "wishes" in recipe.record.exhibits:
        table, running = wishes(network, back, 0, L)
        kept["wishes/at"] = np.array([0, 0, L]), ["place"]
        kept["wishes/table"] = table, [f"n_{L}", f"n_{L - 1}"]
        kept["wishes/running"] = running, [f"n_{L}", f"n_{L - 1}"]
    if "chain" in recipe.record.exhibits:
        kept |= record_chain(recipe.record.chain_seed, recipe.record.epsilon)
    return kept


def _trace(recipe: Recipe, data: Dataset, network: Network, kept: Kept) -> Trace:
    about = {
        "recipe": recipe.model_dump(mode="json"),
        "data": data.name,
        "sizes": network.sizes,
        "hidden": network.hidden,
        "output": network.output,
        "cost": network.cost,
        "classes": list(data.classes),
        "image_shape": data.image_shape,
        "versions": {"python": platform.python_version(), "numpy": np.__version__},
    }
    arrays = {key: array for key, (array, _) in kept.items()}
    return Trace.of(about, arrays, {key: dims for key, (_, dims) in kept.items()})
